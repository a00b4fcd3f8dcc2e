"""What the medicine form needs to know of the diary."""

from journal.analytics.records import MedicineContent
from journal.models import MedicationDose, User

_LOOKED_AT = 200
_MOST = 8


def used_before(*, user: User) -> list[MedicineContent]:
    """The doses that were logged, each once and the latest first, eight at most; one query whatever the diary holds."""
    rows = MedicationDose.objects.owned_by(user).newest_first().values_list("name", "dose", "unit")[:_LOOKED_AT]
    latest: dict[tuple[object, ...], MedicineContent] = {}
    for name, dose, unit in rows:
        latest.setdefault((name.casefold(), dose, unit), MedicineContent(name=name, dose=dose, unit=unit))
    return list(latest.values())[:_MOST]

"""What the pain form needs to know of the diary."""

from dataclasses import dataclass
from functools import cache

from django.db.models import Exists, IntegerField, OuterRef

from journal.analytics.records import Feeling
from journal.models import PainEntry, Sensation, User
from journal.queries.prepared import Given, Prepared, prepared

_LOOKED_AT = 60


@dataclass(frozen=True)
class UsedLast:
    """Codes of the qualities and regions used last, the latest first."""

    qualities: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()


def used_last(*, user: User) -> UsedLast:
    """Read off the latest sensations, in one query whatever the length of the diary."""
    rows = _latest_felt().rows(user=user.pk)
    return UsedLast(
        qualities=tuple(dict.fromkeys(quality for quality, _ in rows if quality)),
        regions=tuple(dict.fromkeys(region for _, region in rows if region)),
    )


@cache
def _latest_felt() -> Prepared:
    latest = Sensation.objects.filter(user=Given("user", IntegerField())).order_by("-entry_id")
    return prepared(latest.values_list("quality", "region")[:_LOOKED_AT])


def last_feelings(*, user: User) -> tuple[Feeling, ...]:
    """The sensations of the latest entry that has any."""
    felt = Exists(Sensation.objects.filter(entry=OuterRef("pk")))
    entry = PainEntry.objects.owned_by(user).filter(felt).order_by("-occurred_at", "-pk").first()
    return entry.content.feelings if entry else ()

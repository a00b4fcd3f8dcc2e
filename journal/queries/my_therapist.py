"""What the pages about the person's therapists show, and whom a name means."""

from collections.abc import Collection

from journal.models import MyTherapist, TherapistName, User


def therapists_by_key(*, user: User, keys: Collection[str]) -> dict[str, MyTherapist]:
    """Whom each of these names means, deleted ones too; keys of `name_key`. One query, none for no keys."""
    if not keys:
        return {}
    names = TherapistName.objects.filter(user=user, key__in=keys).select_related("therapist")
    return {name.key: name.therapist for name in names}

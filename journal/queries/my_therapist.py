"""What the pages about the person's therapists show, and whom a name means."""

import uuid
from collections.abc import Collection

from django.db.models import Count, F, Max, Q

from journal.analytics.names import name_key
from journal.models import MyTherapist, TherapistName, User
from journal.queries.paging import KeyPage, key_page

PAGE_LENGTH = 50
_MOST_TO_CHOOSE_FROM = 200


def therapists_by_key(*, user: User, keys: Collection[str]) -> dict[str, MyTherapist]:
    """Whom each of these names means, deleted ones too; keys of `name_key`. One query, none for no keys."""
    if not keys:
        return {}
    names = TherapistName.objects.filter(user=user, key__in=keys).select_related("therapist")
    return {name.key: name.therapist for name in names}


def therapist_page(*, user: User, before: str, after: str) -> KeyPage:
    """A page of the person's therapists with `session_count` and `last_session`, the one that came last first."""
    are_there = Q(sessions__deleted_at=None)
    rows = MyTherapist.objects.owned_by(user).annotate(
        session_count=Count("sessions", filter=are_there), last_session=Max("sessions__local_date", filter=are_there)
    )
    return key_page(
        rows=rows, columns=("id",), length=PAGE_LENGTH, salt="my_therapists.page", after=after, before=before
    )


def therapist_names(*, user: User) -> list[str]:
    """The names to choose from in a form, whom the person saw last first."""
    seen = Max("sessions__local_date", filter=Q(sessions__deleted_at=None))
    rows = MyTherapist.objects.owned_by(user).annotate(seen=seen).order_by(F("seen").desc(nulls_last=True), "-id")
    return list(rows.values_list("name", flat=True)[:_MOST_TO_CHOOSE_FROM])


def therapist_by_uid(*, user: User, uid: str) -> MyTherapist | None:
    """The person's therapist whom an address names; None for anything else. No query where nobody is named."""
    try:
        named = uuid.UUID(uid)
    except ValueError:
        return None
    found: MyTherapist | None = MyTherapist.objects.owned_by(user).filter(uid=named).first()
    return found


def other_therapists(*, user: User, therapist: MyTherapist) -> list[MyTherapist]:
    """Those that could be the same person, by name."""
    others = MyTherapist.objects.owned_by(user).exclude(pk=therapist.pk).order_by("name", "id")
    return list(others[:_MOST_TO_CHOOSE_FROM])


def written_as(*, therapist: MyTherapist) -> list[str]:
    """The other names by which sessions mean this therapist, as `name_key` has them."""
    keys = therapist.names.order_by("key").values_list("key", flat=True)
    return [key for key in keys if key != name_key(therapist.name)]

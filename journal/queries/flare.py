"""The flare-ups page, and what a page about one of them reads."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q

from journal.analytics.wording import describe_flare
from journal.models import FlareNote, FlareUp, User

MOST_SHOWN = 100


@dataclass(frozen=True)
class ListedFlare:
    """A flare-up, its line in the list, and what there is to know about it in words."""

    flare: FlareUp
    said: str
    facts: str


@dataclass(frozen=True)
class FlarePage:
    """The flare-up that lasts, if any, and the others that the person calls one, newest first.

    `left_out` is how many older ones the list does not show.
    """

    lasting: FlareUp | None
    past: tuple[ListedFlare, ...]
    left_out: int


def flare_page(*, user: User, facts: Mapping[str, str]) -> FlarePage:
    """Read it in two queries, or three where there are more than are shown. `facts` are words by uid."""
    lasting: FlareUp | None = FlareUp.objects.lasting(user).first()
    others = FlareUp.objects.accepted(user).exclude(pk=lasting.pk if lasting else None)
    rows = list(others.newest_first()[: MOST_SHOWN + 1])
    past = tuple(
        ListedFlare(row, describe_flare(row.content, started=row.moment), facts.get(str(row.uid), ""))
        for row in rows[:MOST_SHOWN]
    )
    return FlarePage(lasting=lasting, past=past, left_out=others.count() - MOST_SHOWN if len(rows) > MOST_SHOWN else 0)


def notes_of(*, flare: FlareUp, last: dt.date | None) -> list[FlareNote]:
    """The notes on a flare-up, oldest first: those made for it, and those made for another on its days, up to `last`,
    since then it was made one with that."""
    on_its_days = Q(local_date__gte=flare.local_date)
    if last is not None:
        on_its_days &= Q(local_date__lte=last)
    others = FlareUp.objects.accepted(flare.user).exclude(pk=flare.pk)
    is_its_own = Q(flare_uid=flare.uid) | on_its_days & ~Q(flare_uid__in=others.values("uid"))
    notes = FlareNote.objects.owned_by(flare.user).filter(is_its_own)
    return list(notes.order_by("local_date", "occurred_at", "pk"))

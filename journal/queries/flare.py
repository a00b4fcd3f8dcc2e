"""The flare-ups page, and what a page about one of them reads."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from journal.analytics.wording import describe_flare
from journal.models import DayLog, FlareNote, FlareUp, MedicationDose, User
from journal.models.record import RecordQuerySet
from journal.queries.mixed_records import mixed_records

MOST_SHOWN = 100


@dataclass(frozen=True)
class ListedFlare:
    """A flare-up, its line in the list, and what there is to know about it in words."""

    flare: FlareUp
    said: str
    facts: str


@dataclass(frozen=True)
class FlarePage:
    """The flare-up that lasts, if any, with its facts, and the others that the person calls one, newest first.

    `left_out` is how many older ones the list does not show.
    """

    lasting: FlareUp | None
    lasting_facts: str
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
    return FlarePage(
        lasting=lasting,
        lasting_facts=facts.get(str(lasting.uid), "") if lasting else "",
        past=past,
        left_out=others.count() - MOST_SHOWN if len(rows) > MOST_SHOWN else 0,
    )


@dataclass(frozen=True)
class LoggedAround:
    """What was logged on the days of a flare-up beside pain and massage, oldest first."""

    notes: list[FlareNote]
    doses: list[MedicationDose]
    logs: list[DayLog]


def logged_around(*, flare: FlareUp, last: dt.date) -> LoggedAround:
    """The notes on a flare-up, and the doses and day logs from its first day to `last`, in one query."""
    own = (model.objects.owned_by(flare.user).between(flare.local_date, last) for model in (MedicationDose, DayLog))
    found: dict[type[Any], list[Any]] = {FlareNote: [], MedicationDose: [], DayLog: []}
    for record in mixed_records(_notes_on(flare, last), *own):
        found[type(record)].append(record)
    for records in found.values():
        records.sort(key=lambda record: (record.local_date, record.occurred_at, record.pk))
    return LoggedAround(*found.values())


def _notes_on(flare: FlareUp, last: dt.date) -> RecordQuerySet:
    """Those made for it, and those made for another on its days, up to `last`, since then it was made one with that."""
    on_its_days = Q(local_date__range=(flare.local_date, last))
    others = FlareUp.objects.accepted(flare.user).exclude(pk=flare.pk)
    is_its_own = Q(flare_uid=flare.uid) | on_its_days & ~Q(flare_uid__in=others.values("uid"))
    notes: RecordQuerySet = FlareNote.objects.owned_by(flare.user).filter(is_its_own)
    return notes

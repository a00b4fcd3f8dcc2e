"""The days around the pain, as plain values."""

import datetime as dt
from dataclasses import fields

from journal.analytics.pain_patterns import TimedPain
from journal.analytics.prevention import Goal
from journal.analytics.records import DayContent
from journal.models import DayLog, PainEntry, PreventionGoal, User

_SAID = [field.name for field in fields(DayContent) if field.name != "note"]


def day_logs(
    *, user: User, first: dt.date | None = None, last: dt.date | None = None
) -> list[tuple[dt.date, DayContent]]:
    """The logged days from `first` to `last` (None: no bound) in order, without their notes, in one query."""
    rows = DayLog.objects.owned_by(user).between(first, last).order_by("local_date")
    return [
        (day, DayContent(**dict(zip(_SAID, said, strict=True))))
        for day, *said in rows.values_list("local_date", *_SAID)
    ]


def timed_pain(*, user: User, first: dt.date | None = None) -> list[TimedPain]:
    """Every rating from `first` on (None: all) whose time of day is known, in one query."""
    rows = PainEntry.objects.owned_by(user).between(first, None).filter(time_known=True)
    columns = rows.values_list("local_date", "occurred_at", "utc_offset_minutes", "intensity")
    return [
        TimedPain(day=day, hour=(at + dt.timedelta(minutes=offset)).hour, intensity=intensity)
        for day, at, offset, intensity in columns
    ]


def prevention_goal(*, user: User) -> Goal:
    """The person's own goals; without any before they set some. One query."""
    row = PreventionGoal.objects.filter(user=user).values(*Goal.__annotations__).first()
    return Goal(**row) if row else Goal()

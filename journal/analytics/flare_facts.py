"""What there is to know about each flare-up, however it was found."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from journal.analytics.flares import Flare, FlareState
from journal.analytics.timeline import PainDay
from journal.analytics.wording import describe_hours

Found = Literal["declared", "confirmed", "suggested"]


@dataclass(frozen=True, kw_only=True)
class FlareSpan:
    """A flare-up and who says so. `last` is the last day it is known to cover; None while it lasts.

    `hours` is its length where both clock times are known and it was over within a day. `rule` names what found it,
    "" where the person drew its bounds. `uid` is its record's, "" where it is only suggested.
    """

    start: date
    last: date | None
    state: FlareState
    found: Found
    rule: str = ""
    hours: float | None = None
    uid: str = ""


@dataclass(frozen=True, kw_only=True)
class FlareFacts:
    """`peak` is the highest rating in it (0-10, None if there is none), `sessions` the massages in it,
    `days_since_massage` the days from the last massage before its first day (None if there was none)."""

    span: FlareSpan
    peak: float | None
    sessions: int
    days_since_massage: int | None


@dataclass(frozen=True, kw_only=True)
class FlareHistory:
    """All flare-ups of a diary, oldest first, and among them the `suggested` ones as the rule found them.

    `first_day` is the first day with any record; None in an empty diary.
    """

    first_day: date | None
    facts: tuple[FlareFacts, ...]
    suggested: tuple[Flare, ...]


def flare_facts(*, span: FlareSpan, days: Sequence[PainDay], massages: Sequence[date]) -> FlareFacts:
    """Look a flare-up up in the diary's days and massage days, both in order."""
    last = span.last or date.max
    ratings = [
        day.worst
        for day in days[bisect_left(days, span.start, key=_day) : bisect_right(days, last, key=_day)]
        if day.worst is not None
    ]
    before = bisect_left(massages, span.start)
    return FlareFacts(
        span=span,
        peak=max(ratings, default=None),
        sessions=bisect_right(massages, last) - before,
        days_since_massage=(span.start - massages[before - 1]).days if before else None,
    )


def days_long(*, span: FlareSpan, today: date) -> int:
    """The days from its first to its last, or to today while it lasts; at least 1."""
    return max((span.last or today) - span.start, timedelta(0)).days + 1


def length_in_words(*, span: FlareSpan, today: date) -> str:
    """`3 hours`, `12 days`, `5 days so far`, `at least 5 days`."""
    if span.hours is not None:
        return describe_hours(span.hours)
    count = days_long(span=span, today=today)
    days = f"{count:,} day" if count == 1 else f"{count:,} days"
    return {"ended": days, "ongoing": f"{days} so far", "end_unknown": f"at least {days}"}[span.state]


def days_between(*, facts: Iterable[FlareFacts]) -> dict[str, int]:
    """Uid -> the days from the end of the flare-up before to the start of this one, as the person counts flare-ups.

    `facts` are oldest first. Suggested ones are left out; so is the first, and one that follows another whose end is
    not known or that it overlaps.
    """
    mine = [one.span for one in facts if one.span.uid]
    return {
        after.uid: (after.start - before.last).days
        for before, after in pairwise(mine)
        if before.last is not None and before.state == "ended" and before.last <= after.start
    }


def _day(day: PainDay) -> date:
    return day.day

"""What there is to know about each flare-up, however it was found."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from journal.analytics.flares import Flare, FlareState
from journal.analytics.timeline import PainDay

Found = Literal["declared", "confirmed", "suggested"]


@dataclass(frozen=True, kw_only=True)
class FlareSpan:
    """A flare-up and who says so. `last` is the last day it is known to cover; None while it lasts.

    `hours` is its length where both clock times are known and it was over within a day. `rule` names what found it,
    "" where the person drew its bounds.
    """

    start: date
    last: date | None
    state: FlareState
    found: Found
    rule: str = ""
    hours: float | None = None


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


def _day(day: PainDay) -> date:
    return day.day

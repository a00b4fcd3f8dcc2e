"""A pain diary and its massage days as arrays on one calendar, with what was known on each day."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from journal.analytics.timeline import DayPain, pain_by_ordinal

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

RECENT_DAYS = 3
RECENCY_DAYS = 14
RECENCY_PER_DAY = 0.5**0.5
"""A massage counts half as much after two days."""


@dataclass(frozen=True, kw_only=True, eq=False)
class MassageDiary:
    """Arrays with one place for each calendar day; place 0 is the day with ordinal `first`; NaN is a gap.

    The calendar begins 14 days before the first logged day, so that massages shortly before it count as recent,
    and ends with the last logged one.
    """

    first: int
    pain: Floats
    """Mean of the day's ratings."""
    reference: Floats
    """Pain before a massage could be had that day: on other days the day's mean; on massage days the rating made
    before it, or where all of the day's ratings are later, the mean of the day before."""
    massage: Flags
    other: Flags
    """Days with a massage that is not looked at here (another technique, say): neither treated nor comparable."""

    @cached_property
    def recent(self) -> Floats:
        """Mean of the days logged among the three before."""
        return _mean_of_logged([_shifted(self.pain, -before) for before in range(1, RECENT_DAYS + 1)])

    @cached_property
    def known(self) -> Flags:
        """Days on which both the reference and the days before are known."""
        return np.isfinite(self.reference) & np.isfinite(self.recent)

    def after(self, first: int, last: int) -> Floats:
        """For each day the mean of the days logged from `first` to `last` days after it."""
        return _mean_of_logged([_shifted(self.pain, after) for after in range(first, last + 1)])

    def day(self, place: int) -> date:
        """The calendar day at a place."""
        return date.fromordinal(self.first + int(place))


def massage_diary(
    *, days: Sequence[DayPain], massage_days: Collection[date], other_massage_days: Collection[date] = ()
) -> MassageDiary | None:
    """Lay a diary out on its calendar; None where nothing at all is logged. Days may be in any order or left out."""
    logged = [day for day in days if day.mean is not None]
    if not logged:
        return None
    first = min(day.day for day in logged).toordinal() - RECENCY_DAYS
    pain = pain_by_ordinal(days=logged, first=first)
    massage = _flags(massage_days, first, len(pain))
    other = _flags(other_massage_days, first, len(pain)) & ~massage
    before = np.full(len(pain), np.nan)
    for day in days:
        if day.before_massage is not None and 0 <= (place := day.day.toordinal() - first) < len(pain):
            before[place] = day.before_massage
    day_before = np.where(np.isfinite(pain), _shifted(pain, -1), np.nan)
    rated_before = np.where(np.isfinite(before), before, day_before)
    return MassageDiary(
        first=first,
        pain=pain,
        reference=np.where(massage, rated_before, pain),
        massage=massage,
        other=other,
    )


def recency(massage: Floats) -> Floats:
    """How recent massages are, for each row of days: the sum over the 14 days before of 0.5^(days ago / 2)."""
    # Sums of 2, 4 and 8 terms by doubling, and 14 = 8 + 4 + 2: five additions in place of fourteen.
    two = _plus_earlier(massage, massage, 1)
    four = _plus_earlier(two, two, 2)
    fourteen = _plus_earlier(_plus_earlier(four, four, 4), _plus_earlier(four, two, 4), 8)
    recent = np.zeros_like(massage)
    np.multiply(fourteen[..., :-1], RECENCY_PER_DAY, out=recent[..., 1:])
    return recent


def _plus_earlier(near: Floats, far: Floats, by: int) -> Floats:
    total = np.empty_like(near)
    total[..., :by] = near[..., :by]
    np.multiply(far[..., :-by], RECENCY_PER_DAY**by, out=total[..., by:])
    total[..., by:] += near[..., by:]
    return total


def _flags(days: Collection[date], first: int, length: int) -> Flags:
    flags = np.zeros(length, dtype=bool)
    places = np.array([day.toordinal() - first for day in days], dtype=np.int64)
    flags[places[(places >= 0) & (places < length)]] = True
    return flags


def _shifted(values: Floats, by: int) -> Floats:
    """For each place the value `by` places later (earlier where negative); NaN beyond the ends."""
    moved = np.full_like(values, np.nan)
    if abs(by) < len(values):
        if by > 0:
            moved[:-by] = values[by:]
        else:
            moved[-by:] = values[:by]
    return moved


def _mean_of_logged(columns: Sequence[Floats]) -> Floats:
    stacked = np.stack(columns)
    logged = np.isfinite(stacked)
    count = np.count_nonzero(logged, axis=0)
    total = np.where(logged, stacked, 0.0).sum(axis=0)
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)

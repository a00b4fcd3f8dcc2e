"""How pain changed over a stretch of a diary, and from what size on people call it a change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean
from typing import Literal

from journal.analytics.timeline import PainDay

NOTICEABLE = 1.0
"""The smallest change on 0-10 that people call one."""
Direction = Literal["fell", "rose", "same"]

_FORTNIGHT = timedelta(days=14)
LOGGED_DAYS_NEEDED = 7
"""Fewer logged days than this are not compared with others: a mean of three days would claim too much."""


@dataclass(frozen=True, kw_only=True)
class Fortnight:
    """Fourteen days from `first` to `last`: the mean of their day means, and how many of them are logged."""

    first: date
    last: date
    mean: float
    days_logged: int


@dataclass(frozen=True, kw_only=True)
class Change:
    """The first against the last fourteen days of what is logged."""

    then: Fortnight
    now: Fortnight

    @property
    def direction(self) -> Direction:
        """Whether the means lie a noticeable change apart."""
        return direction_of(then=self.then.mean, now=self.now.mean)


def direction_of(*, then: float, now: float) -> Direction:
    """Whether two means on 0-10 lie a noticeable change apart, and which way."""
    if abs(now - then) < NOTICEABLE - 1e-9:
        return "same"
    return "fell" if now < then else "rose"


def change_over(*, days: Sequence[PainDay]) -> Change | None:
    """How pain changed from the first to the last logged fortnight of `days` (in order).

    None where the two would overlap, or where fewer than seven days of either are logged: a mean of three days
    would claim too much.
    """
    logged = [day for day in days if day.mean is not None]
    if not logged:
        return None
    first, last = logged[0].day, logged[-1].day
    if last - first < 2 * _FORTNIGHT - timedelta(days=1):
        return None
    then = _fortnight(logged, first)
    now = _fortnight(logged, last - _FORTNIGHT + timedelta(days=1))
    return Change(then=then, now=now) if then and now else None


def _fortnight(days: Sequence[PainDay], first: date) -> Fortnight | None:
    means = [day.mean for day in days if day.mean is not None and first <= day.day < first + _FORTNIGHT]
    if len(means) < LOGGED_DAYS_NEEDED:
        return None
    return Fortnight(
        first=first, last=first + _FORTNIGHT - timedelta(days=1), mean=fmean(means), days_logged=len(means)
    )

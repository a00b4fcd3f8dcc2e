"""What a stretch of a diary says in a few numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean
from typing import Literal

from journal.analytics.timeline import PainDay

NOTICEABLE = 1.0
"""The smallest change on 0-10 that people call one."""
_FORTNIGHT = timedelta(days=14)
_LOGGED_DAYS_NEEDED = 7


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
    def direction(self) -> Literal["fell", "rose", "same"]:
        """Whether the means lie a noticeable change apart."""
        difference = self.now.mean - self.then.mean
        if abs(difference) < NOTICEABLE - 1e-9:
            return "same"
        return "fell" if difference < 0 else "rose"


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
    if len(means) < _LOGGED_DAYS_NEEDED:
        return None
    return Fortnight(
        first=first, last=first + _FORTNIGHT - timedelta(days=1), mean=fmean(means), days_logged=len(means)
    )

"""Pain by calendar day and by week, and its running median.

A day without a rating stays a gap everywhere: nothing is carried forward, interpolated or taken as zero.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

LOGGED_FOR_A_MEDIAN = 3


class LoggedDay(Protocol):
    """Anything with a day and that day's mean pain: `DayPain` and `PainDay` both are."""

    @property
    def day(self) -> date: ...

    @property
    def mean(self) -> float | None: ...


@dataclass(frozen=True, kw_only=True)
class DayPain:
    """One calendar day as the computations need it: the mean of its ratings, 0-10, None where nothing was logged.

    `before_massage` is the mean of the ratings made before the first massage of that day, None where there is
    no massage or no such rating.
    """

    day: date
    mean: float | None
    before_massage: float | None = None


@dataclass(frozen=True, kw_only=True)
class PainDay:
    """One calendar day as a chart needs it: mean, largest, smallest and number of its ratings (0-10)."""

    day: date
    mean: float | None
    worst: float | None
    least: float | None
    count: int


@dataclass(frozen=True, kw_only=True)
class PainWeek:
    """The week from Monday `start`: mean of its day means, largest and smallest rating, days with a rating."""

    start: date
    mean: float | None
    worst: float | None
    least: float | None
    days_logged: int


def running_median(*, days: Sequence[LoggedDay], window: int = 7) -> list[float | None]:
    """For each entry the median of the day means logged in the `window` days that end with it.

    None where fewer than three of them are logged. `days` are in order; days left out of them count as not logged.
    """
    if not days:
        return []
    first = days[0].day.toordinal()
    padded = np.concatenate([np.full(window - 1, np.nan), pain_by_ordinal(days=days, first=first)])
    # NaN sorts last, so the middle of the first `logged` columns is the median of what was logged.
    ranked = np.sort(np.lib.stride_tricks.sliding_window_view(padded, window), axis=1)
    logged = np.count_nonzero(~np.isnan(ranked), axis=1)
    row = np.arange(len(ranked))
    middle = (ranked[row, np.maximum(logged - 1, 0) // 2] + ranked[row, np.minimum(logged // 2, window - 1)]) / 2
    medians = [
        value if enough else None for value, enough in zip(middle.tolist(), logged >= LOGGED_FOR_A_MEDIAN, strict=True)
    ]
    return [medians[day.day.toordinal() - first] for day in days]


def by_week(*, days: Iterable[PainDay]) -> list[PainWeek]:
    """The weeks from the first to the last of `days`, each once and in order, also those with nothing logged."""
    weeks: dict[date, list[PainDay]] = defaultdict(list)
    for day in days:
        weeks[day.day - timedelta(days=day.day.weekday())].append(day)
    if not weeks:
        return []
    first, last = min(weeks), max(weeks)
    starts = (first + timedelta(weeks=number) for number in range((last - first).days // 7 + 1))
    return [_week(start, weeks.get(start, [])) for start in starts]


def _week(start: date, days: Sequence[PainDay]) -> PainWeek:
    means = [day.mean for day in days if day.mean is not None]
    return PainWeek(
        start=start,
        mean=fmean(means) if means else None,
        worst=max((day.worst for day in days if day.worst is not None), default=None),
        least=min((day.least for day in days if day.least is not None), default=None),
        days_logged=len(means),
    )


def pain_by_ordinal(*, days: Sequence[LoggedDay], first: int, last: int | None = None) -> NDArray[np.float64]:
    """Mean pain for each calendar day from ordinal `first` to `last` (default: the last of `days`); NaN is a gap.

    Days outside that range are left out.
    """
    last = max(day.day.toordinal() for day in days) if last is None else last
    pain = np.full(last - first + 1, np.nan)
    for day in days:
        place = day.day.toordinal() - first
        if day.mean is not None and 0 <= place < len(pain):
            pain[place] = day.mean
    return pain

"""The picture around a massage: mean pain from a week before to ten days after, beside days that looked the same."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from journal.analytics.look_alikes import LOOK_ALIKES, LookAlikes, look_alikes
from journal.analytics.massage_diary import Floats, MassageDiary, massage_diary
from journal.analytics.timeline import DayPain

DAYS_BEFORE = 7
DAYS_AFTER = 10
NO_DAY = -1

Places = NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class AroundDay:
    """Mean pain (0-10) `offset` days after massages and after look-alike days, and how many days are behind each.

    At offset 0 it is the pain known before the massage. A look-alike day that belongs to several massages counts
    for each of them in the mean, and once in `alike_days`.
    """

    offset: int
    massage: float | None
    massage_days: int
    alike: float | None
    alike_days: int


@dataclass(frozen=True, kw_only=True)
class ComparedDays:
    """A massage day and the days that it is compared with, the most alike first."""

    massage_day: date
    alike: tuple[date, ...]


@dataclass(frozen=True, kw_only=True)
class AroundMassage:
    """The picture. Massage days in `left_out` are not in it: their pain is not known, or no day is like them."""

    points: tuple[AroundDay, ...]
    compared: tuple[ComparedDays, ...]
    left_out: tuple[date, ...]


def around_massage(
    *, days: Sequence[DayPain], massage_days: Collection[date], other_massage_days: Collection[date] = ()
) -> AroundMassage:
    """One point for each of the 18 days around a massage. It is a picture, not an answer: no difference is taken."""
    diary = massage_diary(days=days, massage_days=massage_days, other_massage_days=other_massage_days)
    pairs = [pair for pair in look_alikes(diary=diary) if pair.days.size] if diary else []
    if diary is None or not pairs:
        return AroundMassage(points=(), compared=(), left_out=tuple(sorted(set(massage_days))))
    compared = tuple(
        ComparedDays(massage_day=diary.day(pair.massage), alike=tuple(diary.day(place) for place in pair.days))
        for pair in pairs
    )
    shown = {pair.massage_day for pair in compared}
    return AroundMassage(
        points=_points(diary, pairs),
        compared=compared,
        left_out=tuple(sorted(set(massage_days) - shown)),
    )


def _points(diary: MassageDiary, pairs: Sequence[LookAlikes]) -> tuple[AroundDay, ...]:
    massages = np.array([[pair.massage] for pair in pairs])
    alike = np.full((len(pairs), LOOK_ALIKES), NO_DAY)
    for row, pair in enumerate(pairs):
        alike[row, : pair.days.size] = pair.days
    return tuple(_point(diary, massages, alike, offset) for offset in range(-DAYS_BEFORE, DAYS_AFTER + 1))


def _point(diary: MassageDiary, massages: Places, alike: Places, offset: int) -> AroundDay:
    pain = diary.pain if offset else diary.reference
    massage_mean, massage_days = _mean_of_rows(pain, massages, offset)
    alike_mean, alike_days = _mean_of_rows(pain, alike, offset)
    return AroundDay(
        offset=offset, massage=massage_mean, massage_days=massage_days, alike=alike_mean, alike_days=alike_days
    )


def _mean_of_rows(pain: Floats, places: Places, offset: int) -> tuple[float | None, int]:
    """The mean over rows of the mean of the days logged in each, and how many different days are logged."""
    moved = places + offset
    there = (places != NO_DAY) & (moved >= 0) & (moved < len(pain))
    values = np.where(there, pain[np.where(there, moved, 0)], np.nan)
    logged = np.isfinite(values)
    count = np.count_nonzero(logged, axis=1)
    rows = count > 0
    if not rows.any():
        return None, 0
    means = np.where(logged, values, 0.0).sum(axis=1)[rows] / count[rows]
    return float(means.mean()), int(np.unique(moved[logged]).size)

"""For each massage, days without one that looked the same that morning.

They are chosen by what was known on the day only. Whether a massage followed later, or whether pain was logged
later, plays no part: choosing by either would bias every comparison with them.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from journal.analytics.massage_diary import Floats, MassageDiary, recency

LOOK_ALIKES = 5
ALIKE_WITHIN = 1.0
"""The largest distance, in standard deviations of the diary's own days, at which two days still look alike."""
_TIE = 1e-6


@dataclass(frozen=True, kw_only=True, eq=False)
class LookAlikes:
    """The place of a massage day on the calendar, and those of up to five days like it, the most alike first."""

    massage: int
    days: NDArray[np.int64]


def look_alikes(*, diary: MassageDiary) -> list[LookAlikes]:
    """One entry for each massage before which pain is known, in order; without any days where none look alike.

    Alike means near in the day's pain, the mean of the three days before and the recency of earlier massages.
    """
    massages = np.flatnonzero(diary.massage & diary.known)
    candidates = np.flatnonzero(diary.known & ~diary.massage & ~diary.other)
    if not massages.size or not candidates.size:
        return [LookAlikes(massage=int(place), days=np.empty(0, dtype=np.int64)) for place in massages]
    measures = _measures(diary, np.union1d(massages, candidates))
    distance = _squared_distance(measures[massages], measures[candidates])
    # Ties, of which whole-number ratings make many, go to the day nearest in time, and to the earlier of two.
    apart = candidates - massages[:, None]
    distance += (np.abs(apart) + 0.5 * (apart > 0)) * (_TIE / len(diary.pain))
    chosen = _nearest(distance, min(LOOK_ALIKES, candidates.size))
    near = np.take_along_axis(distance, chosen, axis=1) <= ALIKE_WITHIN**2 + _TIE
    return [
        LookAlikes(massage=int(place), days=candidates[row[alike]])
        for place, row, alike in zip(massages, chosen, near, strict=True)
    ]


def _nearest(distance: Floats, count: int) -> NDArray[np.int64]:
    """For each row the columns of its `count` smallest values, smallest first."""
    row = np.arange(len(distance))
    left = distance.copy()
    chosen = np.empty((len(distance), count), dtype=np.int64)
    for rank in range(count):
        chosen[:, rank] = left.argmin(axis=1)
        left[row, chosen[:, rank]] = np.inf
    return chosen


def _squared_distance(ones: Floats, others: Floats) -> Floats:
    squared: Floats = (ones**2).sum(axis=1)[:, None] + (others**2).sum(axis=1) - 2 * (ones @ others.T)
    return squared


def _measures(diary: MassageDiary, places: NDArray[np.int64]) -> Floats:
    """(days, 3): the three measures, centred and divided by their standard deviation over the days in question."""
    recent_massages = recency((diary.massage | diary.other).astype(np.float64))
    measures = np.stack([diary.reference, diary.recent, recent_massages], axis=1)
    seen = measures[places]
    spread = seen.std(axis=0)
    scaled: Floats = (measures - seen.mean(axis=0)) / np.where(spread > 1e-9, spread, np.inf)
    return scaled

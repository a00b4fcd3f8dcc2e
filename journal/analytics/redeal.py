"""Whether the person's booking habit alone makes a result as large: deal the massage days again and again from it."""

import numpy as np

from journal.analytics.massage_diary import Flags, Floats, MassageDiary
from journal.analytics.regression import Design, differences

RIDGE = 1.0
"""Penalty on the squared habit slopes (per standard deviation), so that a clear-cut habit stays finite."""
_NEWTON_STEPS = 12
_NUMBERS_AT_ONCE = 60_000  # so that what is computed on stays in the processor's cache


def redeal_share(*, diary: MassageDiary, design: Design, t: float, deals: int, seed: int) -> float:
    """The share of results at least as far from 0 as `t`, among `deals` dealings of the massage days and the real one.

    The habit (how the odds of a massage go with the day's pain and that of the three days before, and the smallest
    gap between two massages) is taken from the diary itself. The same diary and seed give the same share.
    """
    massage = diary.massage & design.rows
    gap = _smallest_gap(diary.massage)
    free = design.rows & ~_near(design.fixed > 0, gap)
    odds = _booking_habit(diary, massage, free & ~_soon_after(massage, gap))
    hazard = np.where(free, np.logaddexp(0.0, odds), 0.0)  # -log(1 - p)
    dealt = _deal(hazard, gap, deals, np.random.default_rng(seed))
    possible = as_far = 1
    at_once = max(1, _NUMBERS_AT_ONCE // len(diary.pain))
    for start in range(0, deals, at_once):
        again = differences(design=design, massage=dealt[start : start + at_once].astype(np.float64))
        possible += int(np.count_nonzero(~np.isnan(again.t)))
        as_far += int(np.count_nonzero(np.abs(again.t) >= abs(t)))
    return as_far / possible


def _booking_habit(diary: MassageDiary, massage: Flags, asked: Flags) -> Floats:
    """The log odds of a massage on each day: ridge logistic regression on the days on which one could be booked."""
    columns = [np.ones(len(massage))]
    for known in (diary.reference, diary.recent):
        spread = float(known[asked].std()) if asked.any() else 0.0
        columns.append((known - known[asked].mean()) / spread if spread > 0 else np.zeros(len(massage)))
    habit = np.where(diary.known, np.stack(columns), 0.0).T
    rows, booked = habit[asked], massage[asked].astype(np.float64)
    penalty = np.diag([1e-6, RIDGE, RIDGE])
    weights = np.zeros(habit.shape[1])
    for _ in range(_NEWTON_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (booked - chance) - penalty @ weights
        weights += np.linalg.solve((rows.T * (chance * (1 - chance))) @ rows + penalty, slope)
    return np.clip(habit @ weights, -30, 30)


def _deal(hazard: Floats, gap: int, deals: int, rng: np.random.Generator) -> Flags:
    """Massage days for each deal: the next one comes when the summed hazard has grown by an exponential draw."""
    dealt = np.zeros((deals, len(hazard)), dtype=bool)
    summed = np.concatenate([[0.0], np.cumsum(hazard)])
    deal = np.arange(deals)
    day = np.zeros(deals, dtype=np.int64)
    while deal.size:
        reached = summed[np.minimum(day, len(hazard))] - np.log1p(-rng.random(deal.size))
        day = np.searchsorted(summed, reached, side="right") - 1
        goes_on = day < len(hazard)
        deal, day = deal[goes_on], day[goes_on]
        dealt[deal, day] = True
        day = day + gap
    return dealt


def _smallest_gap(massage: Flags) -> int:
    apart = np.diff(np.flatnonzero(massage))
    return int(apart.min()) if apart.size else 1


def _soon_after(flags: Flags, gap: int) -> Flags:
    """Days that come less than `gap` days after a flagged one."""
    near = np.ones(gap)
    near[0] = 0
    return np.convolve(flags.astype(np.float64), near)[: len(flags)] > 0.5


def _near(flags: Flags, gap: int) -> Flags:
    """Days less than `gap` days from a flagged one, itself included."""
    return flags | _soon_after(flags, gap) | _soon_after(flags[::-1], gap)[::-1]

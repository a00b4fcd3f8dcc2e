"""What the estimate, and what before against after, makes of one diary in which the truth is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import sqrt
from statistics import fmean, stdev

from benchmarks.simulated_diaries import SimulatedDiary
from journal.analytics.massage_effect import estimate_effect
from journal.analytics.student import student_two_sided_p

LEVEL = 0.05


@dataclass(frozen=True, kw_only=True)
class Estimated:
    """What the estimate says. An alarm is a claim that the massage changes something."""

    change: float
    low: float
    high: float
    redeal_alarm: bool
    window_alarm: bool

    @property
    def alarm(self) -> bool:
        """Whether the interval leaves out 0."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, kw_only=True)
class Judged:
    """One diary; `estimate` is None where the gate holds it back."""

    before_after_alarm: bool
    true_change: float
    estimate: Estimated | None


def judge(*, diary: SimulatedDiary, deals: int = 999) -> Judged:
    """Estimate the effect in a diary both ways."""
    effect = estimate_effect(days=diary.days, massage_days=diary.massage_days, deals=deals)
    estimate = None
    if effect.change is not None and effect.low is not None and effect.high is not None:
        estimate = Estimated(
            change=effect.change,
            low=effect.low,
            high=effect.high,
            redeal_alarm=effect.redeal_p is not None and effect.redeal_p <= LEVEL,
            window_alarm=any(window.clear for window in effect.windows),
        )
    return Judged(before_after_alarm=_before_after_alarm(diary), true_change=diary.true_change, estimate=estimate)


def _before_after_alarm(diary: SimulatedDiary) -> bool:
    """The picture that lies: pain at booking against mean pain of the next three days, by a paired t test."""
    pain = {day.day: day.mean for day in diary.days if day.mean is not None}
    changes = []
    for day in diary.massage_days:
        after = [pain[later] for n in (1, 2, 3) if (later := day + timedelta(days=n)) in pain]
        if day in pain and after:
            changes.append(fmean(after) - pain[day])
    return len(changes) > 1 and _paired_p(changes) < LEVEL


def _paired_p(changes: Sequence[float]) -> float:
    error = stdev(changes) / sqrt(len(changes))
    return student_two_sided_p(t=fmean(changes) / error, degrees=len(changes) - 1) if error else 1.0

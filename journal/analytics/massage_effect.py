"""Whether pain is lower after massages than after days like them without one: the gate, the estimate, the verdict.

The estimate answers one question: a massage today against none today, then life as usual, for the mean pain of the
next three days. It is a comparison, not a proof; docs/method.md says what can fool it. Comparing pain before with
pain after, which people who book on bad days always find lower, is nowhere done.
"""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

import numpy as np

from journal.analytics.days_like_it import Change, change_after, usable_sessions
from journal.analytics.duration import DayWindow, changes_by_window, lasts_until_day
from journal.analytics.effect_gate import SESSIONS_NEEDED, Lack, lacks_of, logged_and_days, nothing_to_tell_apart
from journal.analytics.look_alikes import look_alikes
from journal.analytics.massage_diary import massage_diary
from journal.analytics.redeal import redeal_share
from journal.analytics.regression import design_of
from journal.analytics.timeline import DayPain

__all__ = ["DayPain", "DayWindow", "EffectEstimate", "Lack", "estimate_effect"]

Verdict = Literal["lower", "no_noticeable_effect", "higher", "cannot_tell_yet", "not_enough_data"]

NOTICEABLE = 1.0
"""The smallest change that people notice, in points on 0-10."""
OUTCOME_DAYS = (1, 3)
DEALS = 999


@dataclass(frozen=True, kw_only=True)
class EffectEstimate:
    """What the diary says. Where `missing` says what it lacks, all fields after it are empty.

    `sessions` are days with a massage, of which `sessions_usable` have pain known before and after. `change`, its
    95 % interval from `low` to `high` and its `standard_error` are points on 0-10, negative for lower pain after
    massage. `more_sessions` is about how many would allow a verdict where there is none yet. `redeal_p` is the
    share of dealings from the person's booking habit with a result as large. `lasts_until_day` is the last day
    after a massage for which one of the `windows` is clear.
    """

    verdict: Verdict
    sessions: int
    sessions_usable: int
    days_logged: int
    missing: tuple[Lack, ...] = ()
    change: float | None = None
    low: float | None = None
    high: float | None = None
    standard_error: float | None = None
    more_sessions: int | None = None
    redeal_p: float | None = None
    windows: tuple[DayWindow, ...] = ()
    lasts_until_day: int | None = None

    @property
    def noticeable(self) -> Literal["yes", "maybe", "no"] | None:
        """Whether all, a part or nothing of the interval is a whole point or more away from no change."""
        if self.low is None or self.high is None:
            return None
        if max(-self.low, self.high) < NOTICEABLE:
            return "no"
        return "yes" if max(self.low, -self.high) >= NOTICEABLE else "maybe"


def estimate_effect(
    *,
    days: Sequence[DayPain],
    massage_days: Collection[date],
    seed: int = 0,
    other_massage_days: Collection[date] = (),
    deals: int = DEALS,
) -> EffectEstimate:
    """Compare the three days after massages with those after days like them; the same input gives the same answer.

    `days` may be in any order, and days left out of them count as not logged. To look at some massages only (one
    technique, say), give the days of the rest as `other_massage_days`: those are not days without a massage.
    `deals` 0 leaves the cross-check out, which is what takes time.
    """
    diary = massage_diary(days=days, massage_days=massage_days, other_massage_days=other_massage_days)
    if diary is None:
        nothing = lacks_of(pain=np.empty(0), sessions_usable=0, alike=())
        return _not_enough(massage_days, 0, 0, nothing)
    design = design_of(diary=diary, first=OUTCOME_DAYS[0], last=OUTCOME_DAYS[1])
    usable = usable_sessions(diary=diary, design=design)
    logged, _ = logged_and_days(pain=diary.pain)
    alike = look_alikes(diary=diary)
    missing = lacks_of(pain=diary.pain, sessions_usable=usable, alike=alike)
    change = None if missing else change_after(diary=diary, design=design)
    without = _not_enough(massage_days, usable, logged, missing or (nothing_to_tell_apart(alike=alike),))
    if change is None:
        return without
    share = redeal_share(diary=diary, design=design, t=change.t, deals=deals, seed=seed) if deals else None
    windows = changes_by_window(diary=diary, least_sessions=SESSIONS_NEEDED)
    return _answer(without, change, windows, share)


def _not_enough(massage_days: Collection[date], usable: int, logged: int, missing: tuple[Lack, ...]) -> EffectEstimate:
    return EffectEstimate(
        verdict="not_enough_data",
        sessions=len(set(massage_days)),
        sessions_usable=usable,
        days_logged=logged,
        missing=missing,
    )


def _answer(
    without: EffectEstimate, change: Change, windows: tuple[DayWindow, ...], redeal_p: float | None
) -> EffectEstimate:
    verdict = verdict_on(low=change.low, high=change.high)
    return replace(
        without,
        verdict=verdict,
        missing=(),
        change=change.change,
        low=change.low,
        high=change.high,
        standard_error=change.standard_error,
        more_sessions=_more_sessions(change) if verdict == "cannot_tell_yet" else None,
        redeal_p=redeal_p,
        windows=windows,
        lasts_until_day=lasts_until_day(windows=windows),
    )


def verdict_on(*, low: float, high: float) -> Verdict:
    """The verdict from the 95 % interval of the change, in points."""
    if high < 0:
        return "lower"
    if low > 0:
        return "higher"
    return "no_noticeable_effect" if low > -NOTICEABLE and high < NOTICEABLE else "cannot_tell_yet"


def _more_sessions(change: Change) -> int:
    """How many more sessions would narrow the interval enough, its width going with 1 / sqrt(sessions)."""
    size = abs(change.change)
    enough = max(size, NOTICEABLE - size)
    half_width = (change.high - change.low) / 2
    return max(1, math.ceil(change.sessions * ((half_width / enough) ** 2 - 1)))

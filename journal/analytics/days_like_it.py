"""The change after massages against days like them, with its 95 % interval."""

from dataclasses import dataclass

import numpy as np

from journal.analytics.massage_diary import MassageDiary
from journal.analytics.regression import Design, differences
from journal.analytics.student import student_two_sided, student_two_sided_p

CONFIDENCE = 0.95
LEAST_DEGREES = 3
DAYS_SHARED = 3
"""Sessions at most so many days apart share days after them, so that they are one occasion and not two."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """Points on 0-10, negative for lower pain after massage; `sessions` massage days were behind it."""

    sessions: int
    change: float
    standard_error: float
    low: float
    high: float
    t: float
    p: float
    """How often chance alone would give a change at least this far from 0, by Student's t."""


def usable_sessions(*, diary: MassageDiary, design: Design) -> int:
    """How many massage days are rows of the comparison."""
    return int(np.count_nonzero(diary.massage & design.rows))


def change_after(*, diary: MassageDiary, design: Design) -> Change | None:
    """The change on the design's outcome; None where massage days cannot be told apart from the others.

    Student's t has one degree of freedom less than there are occasions, but three at least: with normal quantiles,
    diaries of few sessions raise about three times too many false alarms, and with a degree for each session those
    of massages day after day raise half as many again.
    """
    sessions = usable_sessions(diary=diary, design=design)
    found = differences(design=design, massage=(diary.massage & design.rows).astype(np.float64)[None, :])
    change, error, t = float(found.change[0]), float(found.standard_error[0]), float(found.t[0])
    if not np.isfinite(change) or not np.isfinite(error):
        return None
    degrees = max(LEAST_DEGREES, _occasions(diary=diary, design=design) - 1)
    reach = student_two_sided(within=CONFIDENCE, degrees=degrees) * error
    return Change(
        sessions=sessions,
        change=change,
        standard_error=error,
        low=change - reach,
        high=change + reach,
        t=t,
        p=student_two_sided_p(t=t, degrees=degrees),
    )


def _occasions(*, diary: MassageDiary, design: Design) -> int:
    """How many runs of massage days there are, a run going on while the next session shares days with the last."""
    days = np.flatnonzero(diary.massage & design.rows)
    return int(np.count_nonzero(np.diff(days) > DAYS_SHARED)) + (len(days) > 0)

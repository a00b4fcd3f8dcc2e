"""What a diary needs before its effect of massage is estimated at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from journal.analytics.look_alikes import LookAlikes
from journal.analytics.massage_diary import Floats

SESSIONS_NEEDED = 6
DAYS_NEEDED = 60
SHARE_NEEDED = 0.6
BREAK_DAYS = 28
"""More unlogged days in a row than this are a break from the diary, not days missing from it."""


@dataclass(frozen=True, kw_only=True)
class Lack:
    """Something the diary lacks: what it has and what it needs of it.

    `sessions`: massage days with pain known before and after. `days`: days of the diary, breaks left out.
    `logged_share`: how many of those are logged, 0 to 1. `look_alikes`: sessions with days that look like theirs.
    """

    what: Literal["sessions", "days", "logged_share", "look_alikes"]
    have: float
    need: float


def lacks_of(*, pain: Floats, sessions_usable: int, alike: Sequence[LookAlikes]) -> tuple[Lack, ...]:
    """What is lacking, in the order in which it is best said; empty where the diary can be answered.

    `pain` is the mean of each calendar day, NaN for a gap.
    """
    logged, days = logged_and_days(pain=pain)
    with_days = sum(1 for one in alike if one.days.size)
    lacks = (
        Lack(what="sessions", have=sessions_usable, need=SESSIONS_NEEDED),
        Lack(what="days", have=days, need=DAYS_NEEDED),
        Lack(what="logged_share", have=logged / days if days else 0.0, need=SHARE_NEEDED),
        Lack(what="look_alikes", have=with_days, need=max(1, -(-len(alike) // 2))),
    )
    return tuple(lack for lack in lacks if lack.have < lack.need)


def nothing_to_tell_apart(*, alike: Sequence[LookAlikes]) -> Lack:
    """What is lacking where the other measures of the day alone tell which days had a massage."""
    return Lack(what="look_alikes", have=0, need=max(1, -(-len(alike) // 2)))


def logged_and_days(*, pain: Floats) -> tuple[int, int]:
    """How many days are logged, and how many days the diary covers from its first to its last, breaks left out."""
    places = np.flatnonzero(np.isfinite(pain))
    if not places.size:
        return 0, 0
    steps = np.diff(places)
    return int(places.size), 1 + int(np.where(steps - 1 > BREAK_DAYS, 1, steps).sum())

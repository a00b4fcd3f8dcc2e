"""Flare-ups suggested from the diary: a rise of two points over what was usual, until it has settled.

That two points more than usual are a flare-up follows Costa, Hodges and others (2021); the rest of the rule is a
choice of this diary, said to be one wherever it is shown. No source defines how a flare-up ends.
"""

from bisect import bisect_left, insort
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from journal.analytics.timeline import LoggedDay

RISE = 2.0
"""Points above usual at which a flare-up starts."""
SETTLED_BELOW = 1.0
"""Points above usual under which it is over."""
SETTLED_DAYS = 2
USUAL_WINDOW = 28
USUAL_DAYS_NEEDED = 10
LONGEST_GAP = 3
"""Unlogged days in a row that a flare-up can still be followed over."""
_EPSILON = 1e-9  # day means such as 16/3 must not decide by their last bit

FlareState = Literal["ended", "ongoing", "end_unknown"]


@dataclass(frozen=True, kw_only=True)
class Flare:
    """A suggested flare-up.

    `last_seen` is the last logged day on which pain was still raised, and `end` is the same day where the diary
    shows that it settled after it; otherwise `end` is None. `peak` is the highest day mean in it, `usual` the level
    it is measured against (both 0-10), `rule` the code of the rule that found it.
    """

    start: date
    end: date | None
    last_seen: date
    state: FlareState
    peak: float
    usual: float
    rule: str

    def covers(self, day: date) -> bool:
        """Whether `day` lies in it, as far as it can be followed."""
        return self.start <= day <= self.last_seen


def suggest_flares(*, days: Iterable[LoggedDay], today: date, rise_days: int = 2) -> list[Flare]:
    """The flare-ups in a diary up to `today`, oldest first. The order of `days` does not matter.

    `usual` is the median of the day means outside flare-ups in the 28 days before, if 10 of them are logged. A
    flare-up starts with the first of `rise_days` consecutive logged days at 2 points or more above usual, keeps
    that usual, and ends with the last logged day before 2 consecutive logged days less than 1 point above it. More
    than 3 unlogged days in a row break both: a flare-up then stays open, its end unknown. Takes time linear in the
    days. Raises ValueError for `rise_days` under 1.
    """
    if rise_days < 1:
        raise ValueError("rise_days is at least 1")
    logged = sorted((day.day.toordinal(), day.mean) for day in days if day.mean is not None and day.day <= today)
    usual = _Usual()
    found: list[Flare] = []
    at = 0
    while at < len(logged):
        level = usual.on(logged[at][0])
        if level is None or not _holds(logged, at, rise_days, at_least=level + RISE):
            usual.add(*logged[at])
            at += 1
            continue
        stop, state = _follow(logged, at, level, today)
        raised = [entry for entry in logged[at:stop] if not _is_settled(entry[1], level)]
        found.append(_flare(logged[at:stop], raised[-1][0], level, state, rise_days))
        at = stop
    return found


class _Usual:
    """The median of the non-flare days in the 28 days before a day; days must be asked and added in order."""

    def __init__(self) -> None:
        self._days: deque[tuple[int, float]] = deque()
        self._sorted: list[float] = []

    def add(self, day: int, pain: float) -> None:
        self._days.append((day, pain))
        insort(self._sorted, pain)

    def on(self, day: int) -> float | None:
        while self._days and self._days[0][0] < day - USUAL_WINDOW:
            del self._sorted[bisect_left(self._sorted, self._days.popleft()[1])]
        count = len(self._sorted)
        if count < USUAL_DAYS_NEEDED:
            return None
        return (self._sorted[(count - 1) // 2] + self._sorted[count // 2]) / 2


def _holds(logged: Sequence[tuple[int, float]], at: int, count: int, *, at_least: float) -> bool:
    """Whether `count` consecutive logged days from `at` on are that high, with no gap too long between them."""
    run = logged[at : at + count]
    return (
        len(run) == count
        and all(pain >= at_least - _EPSILON for _, pain in run)
        and all(_is_followed(logged, place) for place in range(at, at + count - 1))
    )


def _follow(logged: Sequence[tuple[int, float]], start: int, usual: float, today: date) -> tuple[int, FlareState]:
    """Where the flare-up that begins at `start` stops (the first index that is not in it any more), and how."""
    calm = 0
    for at in range(start, len(logged)):
        calm = calm + 1 if _is_settled(logged[at][1], usual) else 0
        if calm == SETTLED_DAYS:
            return at - SETTLED_DAYS + 1, "ended"
        if at + 1 < len(logged) and not _is_followed(logged, at):
            return at + 1 - calm, "end_unknown"
    # Today may still be logged, so it is not counted as missing.
    unlogged = today.toordinal() - logged[-1][0] - 1
    return len(logged), "ongoing" if unlogged <= LONGEST_GAP else "end_unknown"


def _is_followed(logged: Sequence[tuple[int, float]], at: int) -> bool:
    return logged[at + 1][0] - logged[at][0] - 1 <= LONGEST_GAP


def _is_settled(pain: float, usual: float) -> bool:
    return pain < usual + SETTLED_BELOW - _EPSILON


def _flare(
    entries: Sequence[tuple[int, float]], last_seen: int, usual: float, state: FlareState, rise_days: int
) -> Flare:
    last = date.fromordinal(last_seen)
    return Flare(
        start=date.fromordinal(entries[0][0]),
        end=last if state == "ended" else None,
        last_seen=last,
        state=state,
        peak=max(pain for _, pain in entries),
        usual=usual,
        rule=f"plus_2_on_{rise_days}_days",
    )

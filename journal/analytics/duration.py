"""How long a change after a massage lasts: the same comparison for days 1-2, 3-5 and 6-9 after it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journal.analytics.days_like_it import change_after, usable_sessions
from journal.analytics.massage_diary import MassageDiary
from journal.analytics.regression import design_of

WINDOWS = ((1, 2), (3, 5), (6, 9))
LEVEL = 0.05


@dataclass(frozen=True, kw_only=True)
class DayWindow:
    """The change from `first_day` to `last_day` after a massage, in points, with its own 95 % interval.

    `sessions` could be used for it; where they are too few, or cannot be told apart, the numbers are None. `p` is
    adjusted by Holm's method for all windows, and `clear` says that it is below 5 %; so a window need not be clear
    where its own interval leaves out 0.
    """

    first_day: int
    last_day: int
    sessions: int
    change: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    clear: bool = False


def changes_by_window(*, diary: MassageDiary, least_sessions: int) -> tuple[DayWindow, ...]:
    """The three windows in order; one with fewer than `least_sessions` usable sessions has no numbers."""
    return _adjusted([_window(diary, first, last, least_sessions) for first, last in WINDOWS])


def lasts_until_day(*, windows: Sequence[DayWindow]) -> int | None:
    """The last day of the last clear window that points the same way as the first clear one; None without any."""
    clear = [window for window in windows if window.clear and window.change]
    same = [window.last_day for window in clear if (window.change or 0) * (clear[0].change or 0) > 0]
    return max(same, default=None)


def holm(*, ps: Sequence[float]) -> list[float]:
    """Holm's step-down adjustment: each p to be compared with the level that should hold for all together."""
    adjusted = [1.0] * len(ps)
    largest = 0.0
    for rank, place in enumerate(sorted(range(len(ps)), key=ps.__getitem__)):
        largest = max(largest, min(1.0, (len(ps) - rank) * ps[place]))
        adjusted[place] = largest
    return adjusted


def _window(diary: MassageDiary, first: int, last: int, least_sessions: int) -> DayWindow:
    design = design_of(diary=diary, first=first, last=last)
    window = DayWindow(first_day=first, last_day=last, sessions=usable_sessions(diary=diary, design=design))
    found = change_after(diary=diary, design=design) if window.sessions >= least_sessions else None
    if found is None:
        return window
    return replace(window, change=found.change, low=found.low, high=found.high, p=found.p)


def _adjusted(windows: Sequence[DayWindow]) -> tuple[DayWindow, ...]:
    adjusted = iter(holm(ps=[window.p for window in windows if window.p is not None]))
    return tuple(
        window if window.p is None else replace(window, p=(p := next(adjusted)), clear=p < LEVEL) for window in windows
    )

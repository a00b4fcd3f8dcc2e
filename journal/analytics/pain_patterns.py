"""At which time of day, and on which day of the week, pain was how strong; entries with a known time only."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean
from typing import NamedTuple

FEWEST_DAYS = 14
FEWEST_ENTRIES = 5
_APART = 1
"""Means that are closer than one step of the scale are not told apart in words."""
_PARTS = ("Night, 0 to 6", "Morning, 6 to 12", "Afternoon, 12 to 18", "Evening, 18 to 24")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class TimedPain(NamedTuple):
    """A rating 0-10, the diary day it belongs to, and the hour 0-23 on the wall."""

    day: date
    hour: int
    intensity: float


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of the day or the week; `mean` is None where nothing was logged in it."""

    label: str
    entries: int
    mean: float | None

    @property
    def is_enough(self) -> bool:
        """Whether it may be named in words."""
        return self.entries >= FEWEST_ENTRIES


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """Parts in their order, and on how many different days the entries were."""

    parts: tuple[Part, ...]
    days: int

    @property
    def compared(self) -> list[Part]:
        """Those that may be named in words."""
        return [part for part in self.parts if part.is_enough]

    @property
    def said(self) -> tuple[Part, Part] | None:
        """The parts of the highest and the lowest mean; None where too little is logged or all lie within a point."""
        if self.days < FEWEST_DAYS or len(self.compared) < 2:
            return None
        high, low = (pick(self.compared, key=lambda part: part.mean or 0) for pick in (max, min))
        return (high, low) if (high.mean or 0) - (low.mean or 0) >= _APART else None


def by_part_of_day(*, entries: Sequence[TimedPain]) -> Pattern:
    """Night, morning, afternoon and evening."""
    return _pattern(entries, _PARTS, lambda entry: entry.hour // 6)


def by_weekday(*, entries: Sequence[TimedPain]) -> Pattern:
    """Monday to Sunday, by diary day."""
    return _pattern(entries, _WEEKDAYS, lambda entry: entry.day.weekday())


def _pattern(entries: Sequence[TimedPain], labels: Sequence[str], part_of: Callable[[TimedPain], int]) -> Pattern:
    found: dict[int, list[float]] = defaultdict(list)
    for entry in entries:
        found[part_of(entry)].append(entry.intensity)
    return Pattern(
        parts=tuple(
            Part(label=label, entries=len(found[at]), mean=fmean(found[at]) if found[at] else None)
            for at, label in enumerate(labels)
        ),
        days=len({entry.day for entry in entries}),
    )

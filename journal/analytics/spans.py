"""A period cut into equal calendar parts: days, weeks, months or quarters."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Unit = Literal["day", "week", "month", "quarter"]

_LONGEST_IN_DAYS = 45
_LONGEST_LINE_IN_DAYS = 100
_LONGEST_IN_WEEKS = 400
_LONGEST_IN_MONTHS = 1500
_MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3}


@dataclass(frozen=True, kw_only=True)
class Span:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def in_words(self) -> str:
        """`4 May 2026`, `4 to 7 May 2026`, `30 April to 7 May 2026`, `30 December 2025 to 2 January 2026`."""
        last = f"{self.last.day} {self.last:%B} {self.last.year}"
        if self.first == self.last:
            return last
        parts = [f"{self.first.day}"]
        if (self.first.year, self.first.month) != (self.last.year, self.last.month):
            parts.append(f"{self.first:%B}")
        if self.first.year != self.last.year:
            parts.append(f"{self.first.year}")
        return f"{' '.join(parts)} to {last}"


def unit_for(*, first: date, last: date) -> Unit:
    """The unit that cuts a period into parts few enough to see, and long enough to say something."""
    days = (last - first).days + 1
    if days <= _LONGEST_IN_DAYS:
        return "day"
    if days <= _LONGEST_IN_WEEKS:
        return "week"
    return "month" if days <= _LONGEST_IN_MONTHS else "quarter"


def unit_for_lines(*, first: date, last: date) -> Unit:
    """As `unit_for`, for what has room for finer parts: a line, or a bar for each day."""
    days = (last - first).days + 1
    if days <= _LONGEST_LINE_IN_DAYS:
        return "day"
    return "week" if days <= _LONGEST_IN_WEEKS else "month"


def spans_between(*, first: date, last: date, unit: Unit) -> list[Span]:
    """The parts of a period in order; the first and the last are cut at its ends. Weeks start on Monday."""
    starts = [first]
    while (following := _start_after(starts[-1], unit)) <= last:
        starts.append(following)
    return [
        Span(first=start, last=following - timedelta(days=1))
        for start, following in zip(starts, [*starts[1:], last + timedelta(days=1)], strict=True)
    ]


def span_numbers(*, days: Sequence[date], spans: Sequence[Span]) -> dict[date, int]:
    """For each of `days`, all of which lie in the spans, the number of its span."""
    starts = [span.first for span in spans]
    return {day: bisect_right(starts, day) - 1 for day in days}


def _start_after(day: date, unit: Unit) -> date:
    if unit == "day":
        return day + timedelta(days=1)
    if unit == "week":
        return day + timedelta(days=7 - day.weekday())
    length = _MONTHS[unit]
    months = (day.year * 12 + day.month - 1) // length * length + length
    return date(months // 12, months % 12 + 1, 1)

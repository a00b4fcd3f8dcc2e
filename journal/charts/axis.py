"""The days along the bottom, the same in every chart of a page.

Charts count days as numbers from 1 January 1970 on. A day covers its number up to the next one; what stands for the
whole day stands in its middle.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from journal.analytics.spans import Span, Unit

_EPOCH = date(1970, 1, 1).toordinal()
_MOST_TICKS = 12
_MOST_TICKS_ON_PHONES = 5
_FEWEST_DAYS = 14


def day_number(day: date) -> int:
    """Days since 1 January 1970."""
    return day.toordinal() - _EPOCH


def axis(*, first: date, last: date) -> dict[str, Any]:
    """`from` and `to` in day numbers and the `ticks` between them, each `{at, label, wide}`; those that are `wide`
    have room on wide screens only. A period of less than two weeks is widened to the left."""
    first = min(first, last - timedelta(days=_FEWEST_DAYS - 1))
    start, end = day_number(first), day_number(last) + 1
    days, on_phones = _tick_days(first, last)
    return {
        "from": start,
        "to": end,
        "days": end - start,
        "ticks": [
            {
                "at": day_number(day),
                "percent": round(100 * (day_number(day) - start) / (end - start), 2),
                "label": _label(day, yearly=(last - first).days > 45),
                "wide": day not in on_phones,
            }
            for day in days
            # A label at the very end would stand out of the picture.
            if day_number(day) - start < 0.97 * (end - start)
        ],
    }


def percent(*, along: dict[str, Any], at: float) -> float:
    """Where a day number stands on the axis, in percent of its length; what lies beyond an end stands there."""
    share: float = (at - along["from"]) / (along["to"] - along["from"])
    return round(100 * min(max(share, 0.0), 1.0), 2)


def span_label(*, span: Span, unit: Unit) -> str:
    """`3 March 2026`, `week of 2 March 2026`, `March 2026`, `January to March 2026`."""
    first = span.first
    if unit == "day":
        return f"{first.day} {first:%B} {first.year}"
    if unit == "week":
        monday = first - timedelta(days=first.weekday())
        return f"week of {monday.day} {monday:%B} {monday.year}"
    if unit == "month":
        return f"{first:%B} {first.year}"
    start, end = date(first.year, (first.month - 1) // 3 * 3 + 1, 1), (first.month - 1) // 3 * 3 + 3
    return f"{start:%B} to {date(first.year, end, 1):%B} {first.year}"


def _label(day: date, *, yearly: bool) -> str:
    if yearly and day.day == 1:
        return str(day.year) if day.month == 1 else f"{day:%b}"
    return f"{day.day} {day:%b}"


def _tick_days(first: date, last: date) -> tuple[list[date], set[date]]:
    """The days to mark on wide screens, and those of them to mark on phones."""
    finest: list[date] | None = None
    for belongs in _steps():
        days = [day for day in _candidates(first, last) if belongs(day)]
        if finest is None and len(days) <= _MOST_TICKS:
            finest = days
        if finest is not None and len(days) <= _MOST_TICKS_ON_PHONES and set(days) <= set(finest):
            return finest, set(days)
    return [], set()


def _candidates(first: date, last: date) -> Iterator[date]:
    """Every day of a short period; of a long one, only first days of months."""
    if (last - first).days <= 150:
        yield from (first + timedelta(days=offset) for offset in range((last - first).days + 1))
        return
    month = first.year * 12 + first.month - (first.day == 1)
    while (day := date(month // 12, month % 12 + 1, 1)) <= last:
        yield day
        month += 1


def _steps() -> Iterator[Callable[[date], bool]]:
    """Ever coarser sets of days."""
    for days in (1, 2, 4):
        yield lambda day, days=days: day.toordinal() % days == 0  # type: ignore[misc]
    yield lambda day: day.weekday() == 0
    yield lambda day: day.toordinal() % 14 == 1
    yield lambda day: day.day in {1, 15}
    for months in (1, 3, 6):
        yield lambda day, months=months: day.day == 1 and (day.month - 1) % months == 0  # type: ignore[misc]
    for years in (1, 2, 5, 10, 20, 50):
        yield lambda day, years=years: (day.day, day.month) == (1, 1) and day.year % years == 0  # type: ignore[misc]

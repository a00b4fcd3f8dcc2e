"""The days along the bottom, the same in every chart of a page.

Charts count days as numbers from 1 January 1970 on. A day covers its number up to the next one; what stands for the
whole day stands in its middle.
"""

from collections.abc import Iterator, Sequence, Set
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from journal.analytics.spans import Span, Unit

_EPOCH = date(1970, 1, 1).toordinal()
_MOST_TICKS = 12
_MOST_MONTHS_ON_PHONES = 5
_MOST_DAYS_ON_PHONES = 4  # a day with its month is longer than a month or a year
_LONGEST_WITH_DAYS = 45


def day_number(day: date) -> int:
    """Days since 1 January 1970."""
    return day.toordinal() - _EPOCH


def axis(*, first: date, last: date) -> dict[str, Any]:
    """`from` and `to` in day numbers, and the `ticks` between them: `label`, `percent` of the way, and `wide` where
    there is room for it on wide screens only."""
    along: dict[str, Any] = {"from": day_number(first), "to": day_number(last) + 1}
    days, on_phones = _tick_days(first, last)
    along["ticks"] = [
        {
            "percent": percent(along=along, at=day_number(day)),
            "label": _label(day, yearly=(last - first).days > _LONGEST_WITH_DAYS),
            "wide": day not in on_phones,
        }
        for day in days
    ]
    return along | {"view": f"{along['from']} 0 {along['to'] - along['from']} 1"}


def percent(*, along: dict[str, Any], at: float) -> str:
    """Where a day number stands on the axis, in percent of its length; what lies beyond an end stands there."""
    share: float = (at - along["from"]) / (along["to"] - along["from"])
    return f"{100 * min(max(share, 0.0), 1.0):.2f}"


def short_day(day: date) -> str:
    """`3 Mar 2026`, for tables."""
    return f"{day.day} {day:%b} {day.year}"


def span_label(*, span: Span, unit: Unit) -> str:
    """`3 March 2026`, `week of 2 March 2026`, `March 2026`, `January to March 2026`."""
    return _span_label(span, unit, "%B")


def short_span(*, span: Span, unit: Unit) -> str:
    """The same for tables: `3 Mar 2026`, `Week of 2 Mar 2026`, `Mar 2026`, `Jan to Mar 2026`."""
    label = _span_label(span, unit, "%b")
    return label[0].upper() + label[1:]


def _span_label(span: Span, unit: Unit, month: str) -> str:
    first = span.first
    if unit == "day":
        return f"{first.day} {first:{month}} {first.year}"
    if unit == "week":
        monday = first - timedelta(days=first.weekday())
        return f"week of {monday.day} {monday:{month}} {monday.year}"
    if unit == "month":
        return f"{first:{month}} {first.year}"
    start, end = date(first.year, (first.month - 1) // 3 * 3 + 1, 1), (first.month - 1) // 3 * 3 + 3
    return f"{start:{month}} to {date(first.year, end, 1):{month}} {first.year}"


def _label(day: date, *, yearly: bool) -> str:
    if yearly and day.day == 1:
        return str(day.year) if day.month == 1 else f"{day:%b}"
    return f"{day.day} {day:%b}"


@lru_cache(maxsize=64)
def _tick_days(first: date, last: date) -> tuple[Sequence[date], Set[date]]:
    """The days to mark on wide screens, and those of them to mark on phones."""
    # A label at the very end would stand out of the picture.
    end = first + (last - first) * 0.97
    inside = ([day for day in days if day < end] for days in _ever_fewer(first, last))
    sets = [days for days in inside if 2 <= len(days) <= _MOST_TICKS]
    if not sets:
        return [first], {first}
    for days in sets:
        if len(days) <= _most_on_phones(days) and set(days) <= set(sets[0]):
            return sets[0], set(days)
    return sets[0], set(sets[0][:: -(-len(sets[0]) // _most_on_phones(sets[0]))])


def _most_on_phones(days: Sequence[date]) -> int:
    return _MOST_MONTHS_ON_PHONES if all(day.day == 1 for day in days) else _MOST_DAYS_ON_PHONES


def _ever_fewer(first: date, last: date) -> Iterator[list[date]]:
    """Sets of days that divide a period, each with fewer of them than the one before."""
    length = (last - first).days
    if length <= _LONGEST_WITH_DAYS * 3:
        days = [first + timedelta(days=offset) for offset in range(length + 1)]
        for step in (1, 2, 4):
            yield [day for day in days if day.toordinal() % step == 0]
        yield [day for day in days if day.weekday() == 0]
        yield [day for day in days if day.weekday() == 0 and day.toordinal() % 2]
    months = range(first.year * 12 + first.month - (first.day == 1), last.year * 12 + last.month)
    for step in (1, 3, 6, 12, 24, 60, 120, 240, 600):
        yield [date(month // 12, month % 12 + 1, 1) for month in months if month % step == 0]

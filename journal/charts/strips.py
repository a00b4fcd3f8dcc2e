"""One row of bars for each kind or place: the taller a bar, the larger the share of the days that named it, unless a
chart says otherwise.

Bars are SVG paths in day numbers across and in shares down, so that the page shows them without a script.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

from journal.analytics.sensations import FeltOverTime, FeltRow, Share
from journal.analytics.spans import Span, Unit
from journal.charts.axis import day_number, short_span, span_label
from journal.charts.table import counted, table

What = TypeVar("What")

UNIT_WORDS: dict[Unit, str] = {"day": "one day", "week": "one week", "month": "one month", "quarter": "three months"}
_GAP = 0.12
"""The share of a bar's width that stays empty, so that bars can be counted."""
_LOWEST = 0.06
"""One day of ninety is still seen."""


def strips(
    *,
    found: FeltOverTime[What],
    caption: str,
    row_words: Callable[[What], dict[str, str]],
    level: Callable[[Share], str],
    cell: Callable[[Share], str],
    height: Callable[[Share, int], float] = lambda share, named: share.days / named,
) -> dict[str, Any]:
    """The rows to draw (`label` and `code` as `row_words` says, `days`, and `paths`, one for each `level`), the same
    numbers as `data` for the reader and as `table`. `height`, up to 1, is that of a bar, from its share and the days
    that name anything."""
    labels = [span_label(span=span, unit=found.unit) for span in found.spans]
    words = [row_words(row.what) for row in found.rows]
    floor = {"level": "floor", "d": _floor(found)}
    return {
        "rows": [
            said | {"days": counted(row.days, "day"), "paths": [floor, *_paths(found, row, level, height)]}
            for said, row in zip(words, found.rows, strict=True)
        ],
        "data": {
            "x": [day_number(span.first) for span in found.spans],
            "to": day_number(found.spans[-1].last) + 1,
            "labels": labels,
            "named": list(found.named),
            "rows": [
                {
                    "label": said["label"],
                    "days": [share.days for share in row.shares],
                    "strength": [share.strength and round(share.strength, 1) for share in row.shares],
                }
                for said, row in zip(words, found.rows, strict=True)
            ],
        },
        "table": table(
            caption=caption,
            head=["Period", "Days", *(said["label"] for said in words)],
            rows=[
                [short_span(span=span, unit=found.unit), str(named), *(cell(row.shares[at]) for row in found.rows)]
                for at, (span, named) in enumerate(zip(found.spans, found.named, strict=True))
                if named
            ],
        ),
    }


def _paths(
    found: FeltOverTime[What],
    row: FeltRow[What],
    level: Callable[[Share], str],
    height: Callable[[Share, int], float],
) -> list[dict[str, str]]:
    bars: dict[str, list[str]] = defaultdict(list)
    for span, share, named in zip(found.spans, row.shares, found.named, strict=True):
        if share.days:
            bars[level(share)].append(_bar(span, max(height(share, named), _LOWEST)))
    return [{"level": name, "d": "".join(parts)} for name, parts in sorted(bars.items())]


def _bar(span: Span, height: float) -> str:
    start, wide = day_number(span.first), _width(span)
    return f"M{start + wide * _GAP / 2:.2f} 1v-{height:.3g}h{wide * (1 - _GAP):.2f}v{height:.3g}z"


def _floor(found: FeltOverTime[What]) -> str:
    """A line under every span that names anything; where nothing is named there is no floor, and not a zero."""
    return "".join(
        f"M{day_number(span.first)} 1h{_width(span)}"
        for span, named in zip(found.spans, found.named, strict=True)
        if named
    )


def _width(span: Span) -> int:
    return (span.last - span.first).days + 1

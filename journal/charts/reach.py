"""How far down the leg it was felt: a line of steps for each side, from the back at the top to the toes below.

The lines are SVG paths, days across and stations down, so that the page shows them without a script.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from journal.analytics.reach import (
    STATION_WORDS,
    Reach,
    ReachChange,
    furthest_on,
    reach_by_day,
    reach_by_span,
    reach_change,
)
from journal.analytics.sensations import Felt
from journal.analytics.spans import Span, Unit, spans_between, unit_for_lines
from journal.analytics.wording import describe_day
from journal.charts.axis import day_number, short_span, span_label
from journal.charts.strips import UNIT_WORDS
from journal.charts.table import counted, table

_SIDES = {"left": "Left", "right": "Right", "unsaid": "Side not said"}
_APART = {"left": -0.11, "right": 0.11, "unsaid": 0.0}
"""Where both sides are at the same station, both lines are seen."""
_MIDDLE = "the middle of its days"
_MOST_MARKED = 100
_ROWS = len(STATION_WORDS)


def reach_chart(*, felt: Sequence[Felt], last: date, along: dict[str, Any]) -> dict[str, Any]:
    """Title, sentence, lines, rows of the scale, data and table; empty where no place is named. The period ends with
    `last`."""
    days = reach_by_day(felt=felt)
    if not days:
        return {}
    unit = unit_for_lines(first=days[0].day, last=days[-1].day)
    spans = spans_between(first=days[0].day, last=days[-1].day, unit=unit)
    points = reach_by_span(days=days, spans=spans)
    logged = {point.day for point in points}
    parts = [span for span in spans if span.first in logged]
    labels = [span_label(span=span, unit=unit) for span in parts]
    change = reach_change(days=days, last=last)
    shown = [side for side in _SIDES if side != "unsaid" or any(day.unsaid is not None for day in days)]
    return {
        "title": _changed(change) if change else _reached(days),
        "sentence": _sentence(days, change, last=last, unit=unit),
        "view": f"{along['from']} -0.5 {along['to'] - along['from']} {_ROWS}",
        "scale": [
            {"percent": f"{100 * (row + 0.5) / _ROWS:.2f}", "label": words} for row, words in enumerate(STATION_WORDS)
        ],
        "lines": [{"side": side, "label": _SIDES[side].lower(), **_line(points, parts, side)} for side in shown],
        "data": {
            "x": [(day_number(span.first) + day_number(span.last) + 1) / 2 for span in parts],
            "labels": labels,
            "words": list(STATION_WORDS),
            "sides": [
                {"label": _SIDES[side], "stations": [getattr(point, side) for point in points]} for side in shown
            ],
        },
        "table": table(
            caption="How far down the leg" + ("" if unit == "day" else f": {_MIDDLE}"),
            head=["Period", *(_SIDES[side] for side in shown)],
            rows=(
                [short_span(span=span, unit=unit), *(_words(getattr(point, side)) for side in shown)]
                for span, point in zip(parts, points, strict=True)
            ),
        ),
    }


def _changed(change: ReachChange) -> str:
    now, then = change.now, change.then
    if not change.station:
        return f"Nothing from the back down to the toes on {counted(now.days, 'day')}, nor on the {then.days} before"
    on = f"on {now.reached} of {counted(now.days, 'day')}"
    then_on = f"on {then.reached} of {then.days}"
    return f"Felt as far as the {STATION_WORDS[change.station]} {on} in the last month; in the month before, {then_on}"


def _reached(days: Sequence[Reach]) -> str:
    station, on = furthest_on(days=days)
    if not station:
        return f"Nothing from the back down to the toes on {counted(on.days, 'day')}"
    return f"Felt as far as the {STATION_WORDS[station]} on {on.reached:,} of {counted(on.days, 'day')}"


def _sentence(days: Sequence[Reach], change: ReachChange | None, *, last: date, unit: Unit) -> str:
    furthest = [
        f"on the {side}, the {STATION_WORDS[station]}"
        for side in ("left", "right")
        if (station := max((getattr(day, side) or 0 for day in days), default=0))
    ]
    parts = [
        f"The 30 days to {describe_day(last)}, and the 30 before; counted are those that name a place."
        if change
        else "Counted are the days that name a place.",
        f"Furthest down: {'; '.join(furthest)}." if furthest else "",
        "" if unit == "day" else f"One step is {UNIT_WORDS[unit]}: {_MIDDLE}.",
    ]
    return " ".join(part for part in parts if part)


def _line(points: Sequence[Reach], spans: Sequence[Span], side: str) -> dict[str, str]:
    """`d`, the steps with a hole wherever days are missing, and `marks`, a dot of no length wherever it changes."""
    steps: list[str] = []
    marks: list[str] = []
    end: int | None = None
    at: int | None = None
    for point, span in zip(points, spans, strict=True):
        station: int | None = getattr(point, side)
        if station is None:
            continue
        x, following = day_number(span.first), day_number(span.last) + 1
        y, long = f"{station + _APART[side]:g}", following - x
        if x != end:
            steps.append(f"M{x} {y}h{long}")
        else:
            steps.append(f"h{long}" if station == at else f"V{y}h{long}")
        if x != end or station != at:
            marks.append(f"M{x + long / 2:g} {y}h0")
        end, at = following, station
    return {"d": "".join(steps), "marks": "".join(marks) if len(points) <= _MOST_MARKED else ""}


def _words(station: int | None) -> str:
    return "–" if station is None else STATION_WORDS[station]

"""How far down the leg it was felt: a line of steps for each side, from the back at the top to the toes below.

The lines are SVG paths, days across and stations down, so that the page shows them without a script.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from journal.analytics.reach import (
    LONGEST_BY_DAY,
    STATION_WORDS,
    Reach,
    ReachChange,
    furthest_on,
    reach_by_day,
    reach_by_week,
    reach_change,
)
from journal.analytics.sensations import Felt
from journal.charts.axis import day_number, short_day
from journal.charts.table import counted, table

_SIDES = {"left": "Left", "right": "Right", "unsaid": "Side not said"}
_APART = {"left": -0.11, "right": 0.11, "unsaid": 0.0}
"""Where both sides are at the same station, both lines are seen."""
_LONGEST_WITH_MARKS = 100
_ROWS = len(STATION_WORDS)


def reach_chart(*, felt: Sequence[Felt], last: date, along: dict[str, Any]) -> dict[str, Any]:
    """Title, sentence, lines, rows of the scale, data and table; empty where no place is named. The period ends with
    `last`."""
    days = reach_by_day(felt=felt)
    if not days:
        return {}
    weekly = (days[-1].day - days[0].day).days >= LONGEST_BY_DAY
    points, step = (reach_by_week(days=days), 7) if weekly else (days, 1)
    change = reach_change(days=days, last=last)
    marked = along["to"] - along["from"] <= _LONGEST_WITH_MARKS
    shown = [side for side in _SIDES if side != "unsaid" or any(day.unsaid is not None for day in days)]
    return {
        "title": _changed(change) if change else _reached(days),
        "sentence": _sentence(days, change, weekly=weekly),
        "view": f"{along['from']} -0.5 {along['to'] - along['from']} {_ROWS}",
        "scale": [
            {"percent": f"{100 * (row + 0.5) / _ROWS:.2f}", "label": words} for row, words in enumerate(STATION_WORDS)
        ],
        "lines": [{"side": side, "label": _SIDES[side].lower(), **_line(points, side, step, marked)} for side in shown],
        "data": {
            "unit": "week" if weekly else "day",
            "words": STATION_WORDS,
            "x": [day_number(point.day) for point in points],
            "sides": [
                {"label": _SIDES[side], "stations": [getattr(point, side) for point in points]} for side in shown
            ],
        },
        "table": table(
            caption=f"How far down the leg, by {'week' if weekly else 'day'}",
            head=["Week" if weekly else "Day", *(_SIDES[side] for side in shown)],
            rows=(
                [_when(point.day, weekly=weekly), *(_words(getattr(point, side)) for side in shown)] for point in points
            ),
        ),
    }


def _changed(change: ReachChange) -> str:
    now, then = change.now, change.then
    if not change.station:
        return f"Nothing from the back down to the toes on {counted(now.days, 'day')}, nor on the {then.days} before"
    return (
        f"Felt as far as the {STATION_WORDS[change.station]} on {now.reached} of {counted(now.days, 'day')}; "
        f"before that, on {then.reached} of {then.days}"
    )


def _reached(days: Sequence[Reach]) -> str:
    station, on = furthest_on(days=days)
    if not station:
        return f"Nothing from the back down to the toes on {counted(on.days, 'day')}"
    return f"Felt as far as the {STATION_WORDS[station]} on {on.reached:,} of {counted(on.days, 'day')}"


def _sentence(days: Sequence[Reach], change: ReachChange | None, *, weekly: bool) -> str:
    what = "the last 30 days against the 30 before, " if change else ""
    parts = [
        f"How far down the leg it went: {what}of the days that name a place.",
        *(_furthest(side, [getattr(day, side) for day in days]) for side in ("left", "right")),
        "One step is one week: the furthest of its days." if weekly else "",
    ]
    return " ".join(part for part in parts if part)


def _furthest(side: str, stations: Iterable[int | None]) -> str:
    """The furthest of the whole period."""
    station = max((station for station in stations if station is not None), default=0)
    return f"Furthest on the {side}: the {STATION_WORDS[station]}." if station else ""


def _line(points: Sequence[Reach], side: str, step: int, marked: bool) -> dict[str, str]:
    """`d`, the steps with a hole wherever days are missing, and `marks`, a dot of no length wherever it changes."""
    steps: list[str] = []
    marks: list[str] = []
    end, at = None, None
    for point in points:
        station: int | None = getattr(point, side)
        if station is None:
            continue
        x, y = day_number(point.day), station + _APART[side]
        if x != end:
            steps.append(f"M{x} {y:g}h{step}")
        else:
            steps.append(f"h{step}" if station == at else f"V{y:g}h{step}")
        if marked and (x != end or station != at):
            marks.append(f"M{x + step / 2:g} {y:g}h0")
        end, at = x + step, station
    return {"d": "".join(steps), "marks": "".join(marks)}


def _when(day: date, *, weekly: bool) -> str:
    return f"{short_day(day)} to {short_day(day + timedelta(days=6))}" if weekly else short_day(day)


def _words(station: int | None) -> str:
    return "–" if station is None else STATION_WORDS[station]

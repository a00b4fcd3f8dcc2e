"""The days of a period in one line: pain, flare-ups and massages.

One SVG without words, so that it may be stretched: 720 wide, pain 100 high above a row of massages. Colours stand in
attributes, for paper; on a screen the style sheet gives them those of the theme.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from journal.analytics.flare_facts import FlareFacts
from journal.analytics.period_records import Period
from journal.analytics.summary import Summary
from journal.analytics.timeline import PainDay, by_week
from journal.analytics.wording import pain_number
from journal.charts.axis import axis, day_number
from journal.charts.table import counted

WIDE, HIGH, ROW = 720, 100, 16
_LONGEST_BY_DAY = 185


def report_strip(summary: Summary) -> dict[str, Any]:
    """The `svg`, the `ticks` of its days, how to read it (`words`), and what it shows (`alt`)."""
    period = summary.period
    by_day = period.days <= _LONGEST_BY_DAY
    points = _days(summary.days) if by_day else _weeks(summary.days)
    massages = summary.massages.days
    parts = [
        *(_flare(one, period) for one in summary.flares.listed),
        *(f'<path class="strip-rule" stroke="#bbb" stroke-width="0.6" d="M0 {y}H{WIDE}"/>' for y in (0, 50, 100)),
        _ranges(points, period),
        _line(points, period),
        *(_massage(day, period) for day in massages),
    ]
    height = HIGH + ROW if massages else HIGH
    view = f"0 -4 {WIDE} {height + 8}"
    return {
        "svg": (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="report-strip" preserveAspectRatio="none" viewBox="{view}" '
            f'width="{WIDE}" height="{height + 8}">{"".join(parts)}</svg>'
        ),
        "height": height + 8,
        "ticks": [
            tick | {"at": float(tick["percent"]) / 100} for tick in axis(first=period.first, last=period.last)["ticks"]
        ],
        "words": _how_to_read(summary, "day" if by_day else "week"),
        "alt": _alt(summary),
    }


Point = tuple[date, int, float, float, float]
"""First day, days, mean, least and worst."""


def _days(days: Iterable[PainDay]) -> list[Point]:
    return [
        (day.day, 1, day.mean, day.least, day.worst)
        for day in days
        if day.mean is not None and day.least is not None and day.worst is not None
    ]


def _weeks(days: Iterable[PainDay]) -> list[Point]:
    return [
        (week.start, 7, week.mean, week.least, week.worst)
        for week in by_week(days=days)
        if week.mean is not None and week.least is not None and week.worst is not None
    ]


def _x(day: date, period: Period, *, shift: float = 0) -> float:
    along = day_number(day) - day_number(period.first) + shift
    return min(max(along / period.days, 0), 1) * WIDE


def _y(pain: float) -> float:
    return HIGH - pain * HIGH / 10


def _ranges(points: Sequence[Point], period: Period) -> str:
    """From the least to the worst, where they differ."""
    bars = "".join(
        f"M{_x(day, period, shift=days * 0.15):.1f} {_y(worst):.1f}"
        f"H{_x(day, period, shift=days * 0.85):.1f}V{_y(least):.1f}"
        f"H{_x(day, period, shift=days * 0.15):.1f}z"
        for day, days, _, least, worst in points
        if worst > least
    )
    return f'<path class="strip-range" fill="#d8d8d8" d="{bars}"/>' if bars else ""


def _line(points: Sequence[Point], period: Period) -> str:
    """Through the middles; where days are missing there is a hole, and what stands alone is a short stroke."""
    drawn: list[str] = []
    end: date | None = None
    for day, days, mean, _, _ in points:
        x, y = _x(day, period, shift=days / 2), _y(mean)
        drawn.append(f"L{x:.1f} {y:.1f}" if day == end else f"M{max(x - 1.5, 0):.1f} {y:.1f}H{x:.1f}")
        end = day + timedelta(days=days)
    return f'<path class="strip-line" fill="none" stroke="#222" stroke-width="1.6" d="{"".join(drawn)}"/>'


def _flare(flare: FlareFacts, period: Period) -> str:
    """A band; one that nobody confirmed has a dashed cap and no ground."""
    left = _x(flare.span.start, period)
    right = _x(min(flare.span.last or period.last, period.last), period, shift=1)
    cap = f"M{left:.1f} -2H{right:.1f}"
    if flare.span.found == "suggested":
        return f'<path class="strip-cap" stroke="#8a4b00" stroke-width="4" stroke-dasharray="3 3" d="{cap}"/>'
    return (
        f'<rect class="strip-flare" fill="#f1e3cf" x="{left:.1f}" y="0" width="{right - left:.1f}" height="{HIGH}"/>'
        f'<path class="strip-cap" stroke="#8a4b00" stroke-width="4" d="{cap}"/>'
    )


def _massage(day: date, period: Period) -> str:
    wide = max(min(WIDE / period.days, 6), 0.8)
    x = _x(day, period, shift=0.5) - wide / 2
    return (
        f'<rect class="strip-massage" fill="#0b5f63" x="{x:.1f}" y="{HIGH + 5}" width="{wide:.1f}" height="{ROW - 5}"/>'
    )


def _how_to_read(summary: Summary, unit: str) -> str:
    said = len(summary.flares.said)
    parts = [
        f"The line is the mean of each {unit}, the grey behind it the range from least to worst.",
        "Bands are flare-ups." if said else "",
        "A dashed cap is one that only the diary suggests." if said < len(summary.flares.listed) else "",
        "Marks below are massages." if summary.massages.days else "",
    ]
    return " ".join(part for part in parts if part)


def _alt(summary: Summary) -> str:
    now = summary.pain.now
    if now is None:
        return "No pain is logged in this period."
    least, worst = pain_number(now.least), pain_number(now.worst)
    ends = worst if least == worst else f"from {least} to {worst}"
    pain = f"Pain on {counted(now.days, 'logged day')}, {ends} of 10."
    said = len(summary.flares.said)
    flares = f" {counted(said, 'flare-up')}." if said else ""
    massages = len(summary.massages.days)
    return pain + flares + (f" Massages on {counted(massages, 'day')}." if massages else "")

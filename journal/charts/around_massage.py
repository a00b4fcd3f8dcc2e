"""The picture around a massage: pain from a week before to ten days after, over that of days like them without one."""

from collections.abc import Sequence
from typing import Any

from journal.analytics.around_massage import DAYS_AFTER, DAYS_BEFORE, AroundDay, AroundMassage
from journal.analytics.massage_effect import OUTCOME_DAYS
from journal.charts.axis import percent
from journal.charts.table import counted, number, table

_AXIS = {"from": -DAYS_BEFORE - 0.5, "to": DAYS_AFTER + 0.5}
_TICKS = {-7: True, -5: False, -3: False, 0: True, 3: False, 5: True, 7: False, 10: True}
"""Days with a label, and whether it is shown on phones too."""
_IN_WORDS = (0, 1, 3)


def around_chart(*, around: AroundMassage) -> dict[str, Any]:
    """Sentence, axis, data and table, with `band` for the days whose mean is compared; empty where nothing is drawn."""
    if not around.points:
        return {}
    start, end = (percent(along=_AXIS, at=at) for at in (OUTCOME_DAYS[0] - 0.5, OUTCOME_DAYS[1] + 0.5))
    return {
        "sentence": _sentence(around),
        "axis": _AXIS | {"ticks": [_tick(day, on_phones) for day, on_phones in _TICKS.items()]},
        "band": {"x": start, "width": f"{float(end) - float(start):.2f}"},
        "zero": percent(along=_AXIS, at=0),
        "data": {
            "axis": _AXIS,
            "x": [point.offset for point in around.points],
            "massage": [_rounded(point.massage) for point in around.points],
            "massageDays": [point.massage_days for point in around.points],
            "alike": [_rounded(point.alike) for point in around.points],
            "alikeDays": [point.alike_days for point in around.points],
            "labels": [_when(point.offset) for point in around.points],
        },
        "table": table(
            caption="Mean pain, 0 to 10, around massages and around days like them, and in brackets the days logged",
            head=["Day", "Massage", "Days like it"],
            rows=[_row(point) for point in around.points],
        ),
    }


def _sentence(around: AroundMassage) -> str:
    by_offset = {point.offset: point for point in around.points}
    said = [words for words in (_said(by_offset[offset]) for offset in _IN_WORDS) if words]
    alike = len({day for pair in around.compared for day in pair.alike})
    massages = counted(len(around.compared), "massage day")
    like_them = f"{counted(alike, 'day')} without a massage that looked the same"
    return (
        f"{massages}, and {like_them}."
        + (f" Mean pain with a massage and without: {', '.join(said)}." if said else "")
        + (f" {_left_out(len(around.left_out))}" if around.left_out else "")
    )


def _said(point: AroundDay) -> str:
    if point.massage is None or point.alike is None:
        return ""
    when = "on the day" if point.offset == 0 else _when(point.offset)
    return f"{when} {number(point.massage)} and {number(point.alike)}"


def _left_out(count: int) -> str:
    if count == 1:
        return "One more massage day is not in the picture, because pain before it is not known or no day is like it."
    return f"{count:,} more are not in the picture, because pain before them is not known or no day is like them."


def _when(offset: int) -> str:
    if offset == 0:
        return "massage day"
    return f"{counted(abs(offset), 'day')} {'after' if offset > 0 else 'before'}"


def _briefly(offset: int) -> str:
    return "massage" if offset == 0 else f"{abs(offset)} {'after' if offset > 0 else 'before'}"


def _row(point: AroundDay) -> Sequence[str]:
    return [
        _briefly(point.offset),
        _with_days(point.massage, point.massage_days),
        _with_days(point.alike, point.alike_days),
    ]


def _with_days(mean: float | None, days: int) -> str:
    return number(mean) if mean is None else f"{number(mean)} ({days:,})"


def _tick(day: int, on_phones: bool) -> dict[str, Any]:
    return {"label": _briefly(day), "percent": percent(along=_AXIS, at=day), "wide": not on_phones}


def _rounded(mean: float | None) -> float | None:
    return None if mean is None else round(mean, 2)

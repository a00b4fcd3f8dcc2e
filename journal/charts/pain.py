"""Pain by day, or by week where there are too many days to see."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from journal.analytics.pain_change import Change, change_over
from journal.analytics.timeline import PainDay, PainWeek, by_week, running_median
from journal.charts.axis import day_number, short_day
from journal.charts.table import counted, number, table

_LONGEST_BY_DAY = 400
_MONTHS_FROM = 75
_STILL_NOW = timedelta(days=7)


def pain_chart(*, days: Sequence[PainDay], first: date, last: date, today: date) -> dict[str, Any]:
    """Title, sentence with its n, data and table; `days` are in order, `first` and `last` bound what is shown.

    `has_median` says whether any seven days hold enough of them for one.
    """
    if not days:
        return {"title": "No pain logged in this period", "unit": "", "data": _days([])["data"]}
    weekly = (days[-1].day - days[0].day).days >= _LONGEST_BY_DAY
    drawn = _weeks(by_week(days=days)) if weekly else _days(days)
    change = change_over(days=days)
    has_median = any(median is not None for median in drawn["data"]["median"])
    # Today is not missing yet.
    end = max(days[-1].day, min(last, today - timedelta(days=1)))
    parts = [
        _compared(change) if change else "",
        f"{counted(sum(day.count for day in days), 'entry', 'entries')} on {counted(len(days), 'day')}.",
        _missing((end - first).days + 1 - len(days)),
        "The thick line is the middle of the seven days up to each." if has_median else "",
        "One point is one week: the mean of its days, with the range from least to worst." if weekly else "",
    ]
    return drawn | {
        "title": _changed(change, today) if change else _ranged(days),
        "sentence": " ".join(part for part in parts if part),
        "unit": drawn["data"]["unit"],
        "has_median": has_median,
    }


def _days(days: Sequence[PainDay]) -> dict[str, Any]:
    medians = running_median(days=days)
    return {
        "data": _columns(days, [day_number(day.day) for day in days])
        | {"unit": "day", "n": [day.count for day in days], "median": medians},
        "table": table(
            caption="Pain by day, 0 to 10",
            head=["Day", "Mean", "Least", "Worst", "Entries", "7-day middle"],
            rows=_with_gaps(
                (day.day, day.day, [*_levels(day), str(day.count), number(median)])
                for day, median in zip(days, medians, strict=True)
            ),
        ),
    }


def _weeks(weeks: Iterable[PainWeek]) -> dict[str, Any]:
    logged = [week for week in weeks if week.days_logged]
    return {
        "data": _columns(logged, [day_number(week.start) for week in logged])
        | {"unit": "week", "n": [week.days_logged for week in logged], "median": []},
        "table": table(
            caption="Pain by week, 0 to 10",
            head=["Week", "Mean", "Least", "Worst", "Days logged"],
            rows=_with_gaps(
                (week.start, week.start + timedelta(days=6), [*_levels(week), str(week.days_logged)]) for week in logged
            ),
        ),
    }


def _levels(point: PainDay | PainWeek) -> list[str]:
    return [number(point.mean), number(point.least), number(point.worst)]


def _columns(points: Sequence[PainDay | PainWeek], at: list[int]) -> dict[str, Any]:
    return {
        "x": at,
        "mean": [None if point.mean is None else round(point.mean, 2) for point in points],
        "least": [point.least for point in points],
        "worst": [point.worst for point in points],
    }


def _with_gaps(rows: Iterable[tuple[date, date, list[str]]]) -> Iterable[list[str]]:
    """Rows from day to day, and one for each stretch in between with nothing logged."""
    following: date | None = None
    for first, last, cells in rows:
        if following is not None and first > following:
            yield [_stretch(following, first - timedelta(days=1)), "nothing logged", *[""] * (len(cells) - 1)]
        yield [_stretch(first, last), *cells]
        following = last + timedelta(days=1)


def _stretch(first: date, last: date) -> str:
    return short_day(first) if first == last else f"{short_day(first)} to {short_day(last)}"


def _compared(change: Change) -> str:
    then, now = change.then, change.now
    return (
        f"The first 14 days average {then.mean:.1f} ({then.days_logged} of them logged), "
        f"the last 14 average {now.mean:.1f} ({now.days_logged} logged)."
    )


def _missing(days: int) -> str:
    return f"Nothing is logged on {counted(days, 'day')}; that is fine." if days else ""


def _changed(change: Change, today: date) -> str:
    """`Pain fell from 5.4 to 3.9 since August`, or between two months where the last entries are older."""
    first, last = change.then.first, change.now.last
    then, now = f"{change.then.mean:.1f}", f"{change.now.mean:.1f}"
    by_day = (last - first).days < _MONTHS_FROM
    start, end = _when(first, today, by_day=by_day), _when(last, today, by_day=by_day)
    is_now = today - last <= _STILL_NOW
    if change.direction != "same":
        when = f"since {start}" if is_now else f"between {start} and {end}"
        return f"Pain {change.direction} from {then} to {now} {when}"
    at = "around" if by_day else "in"
    if is_now:
        return f"Pain is much as it was {at} {start}: {then} then, {now} now"
    return f"Pain stayed much the same: {then} {at} {start}, {now} {at} {end}"


def _when(day: date, today: date, *, by_day: bool) -> str:
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {day:%B}{year}" if by_day else f"{day:%B}{year}"


def _ranged(days: Sequence[PainDay]) -> str:
    least = number(min((day.least for day in days if day.least is not None), default=None))
    worst = number(max((day.worst for day in days if day.worst is not None), default=None))
    pain = least if least == worst else f"between {least} and {worst}"
    which = "the one day" if len(days) == 1 else f"the {len(days):,} days"
    return f"Pain was {pain} on {which} you logged"

"""Pain by day, or by week where there are too many days to see."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from journal.analytics.summary import Fortnight, change_over
from journal.analytics.timeline import PainDay, PainWeek, by_week, running_median
from journal.analytics.wording import describe_day, pain_number
from journal.charts.axis import day_number
from journal.charts.table import counted, number, table

_LONGEST_BY_DAY = 400
_MONTHS_FROM = 75
_STILL_NOW = timedelta(days=7)


def pain_points(*, days: Sequence[PainDay]) -> dict[str, Any]:
    """What is drawn and tabled, and the `facts` for `pain_words`; JSON-ready, and independent of today."""
    weekly = bool(days) and (days[-1].day - days[0].day).days >= _LONGEST_BY_DAY
    drawn = _weeks(by_week(days=days)) if weekly else _days(days)
    return drawn | {"facts": _facts(days) | {"median": any(drawn["data"]["median"])}}


def pain_words(*, facts: dict[str, Any], unit: str, first: date, last: date, today: date) -> dict[str, str]:
    """The title, which says the finding, and a sentence with its n. `first` and `last` bound what is shown."""
    logged = facts["logged"]
    if not logged:
        return {"title": "No pain logged in this period", "sentence": ""}
    # Today is not missing yet.
    end = max(date.fromisoformat(facts["last"]), min(last, today - timedelta(days=1)))
    missing = (end - first).days + 1 - logged
    parts = [
        _compared(facts["change"]) if facts["change"] else "",
        f"{counted(facts['entries'], 'entry', 'entries')} on {counted(logged, 'day')}.",
        f"Nothing is logged on {counted(missing, 'day')}; that is fine." if missing else "",
        "The thick line is the middle of the seven days up to each." if facts["median"] else "",
        "One point is one week: the mean of its days, with the range from least to worst." if unit == "week" else "",
    ]
    title = _changed(facts["change"], today) if facts["change"] else _ranged(facts)
    return {"title": title, "sentence": " ".join(part for part in parts if part)}


def _days(days: Sequence[PainDay]) -> dict[str, Any]:
    medians = running_median(days=days)
    return {
        "data": _columns(days, [day_number(day.day) for day in days])
        | {"unit": "day", "n": [day.count for day in days], "median": medians},
        "table": table(
            caption="Pain by day, 0 to 10",
            head=["Day", "Mean", "Least", "Worst", "Entries", "Middle of the last 7 days"],
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
    return describe_day(first) if first == last else f"{describe_day(first)} to {describe_day(last)}"


def _facts(days: Sequence[PainDay]) -> dict[str, Any]:
    change = change_over(days=days)
    return {
        "logged": len(days),
        "entries": sum(day.count for day in days),
        "last": days[-1].day.isoformat() if days else None,
        "least": min((day.least for day in days if day.least is not None), default=None),
        "worst": max((day.worst for day in days if day.worst is not None), default=None),
        "change": change
        and {"direction": change.direction, "then": _fortnight(change.then), "now": _fortnight(change.now)},
    }


def _fortnight(fortnight: Fortnight) -> dict[str, Any]:
    return {
        "first": fortnight.first.isoformat(),
        "last": fortnight.last.isoformat(),
        "mean": f"{fortnight.mean:.1f}",
        "logged": fortnight.days_logged,
    }


def _compared(change: dict[str, Any]) -> str:
    then, now = change["then"], change["now"]
    return (
        f"The first 14 days average {then['mean']} ({then['logged']} of them logged), "
        f"the last 14 average {now['mean']} ({now['logged']} logged)."
    )


def _changed(change: dict[str, Any], today: date) -> str:
    """`Pain fell from 5.4 to 3.9 since August`, or between two months where the last entries are older."""
    then, now = change["then"], change["now"]
    first, last = date.fromisoformat(then["first"]), date.fromisoformat(now["last"])
    by_day = (last - first).days < _MONTHS_FROM
    start, end = _when(first, today, by_day=by_day), _when(last, today, by_day=by_day)
    is_now = today - last <= _STILL_NOW
    if change["direction"] != "same":
        return f"Pain {change['direction']} from {then['mean']} to {now['mean']} " + (
            f"since {start}" if is_now else f"between {start} and {end}"
        )
    at = "around" if by_day else "in"
    if is_now:
        return f"Pain is much as it was {at} {start}: {then['mean']} then, {now['mean']} now"
    return f"Pain stayed much the same: {then['mean']} {at} {start}, {now['mean']} {at} {end}"


def _when(day: date, today: date, *, by_day: bool) -> str:
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {day:%B}{year}" if by_day else f"{day:%B}{year}"


def _ranged(facts: dict[str, Any]) -> str:
    least, worst = pain_number(facts["least"]), pain_number(facts["worst"])
    pain = least if least == worst else f"between {least} and {worst}"
    days = "the one day" if facts["logged"] == 1 else f"the {facts['logged']:,} days"
    return f"Pain was {pain} on {days} you logged"

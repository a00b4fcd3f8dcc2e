"""Pain by time of day and by day of the week: a bar and its numbers for each part."""

from typing import Any

from journal.analytics.pain_patterns import FEWEST_DAYS, FEWEST_ENTRIES, Part, Pattern
from journal.charts.table import counted, number, table

VIEW = "0 0 10 1"


def pattern_chart(*, pattern: Pattern, caption: str) -> dict[str, Any]:
    """A row of one bar for each part, a sentence, and the table."""
    return {
        "rows": [_row(part) for part in pattern.parts],
        "sentence": _sentence(pattern),
        "table": table(
            caption=caption,
            head=["When", "Mean", "Entries"],
            rows=[[part.label, number(part.mean), str(part.entries)] for part in pattern.parts],
        ),
    }


def _row(part: Part) -> dict[str, Any]:
    paths = [{"level": "floor", "d": "M0 1h10"}]
    if part.mean is None:
        return {"label": part.label, "code": "pattern-row", "days": "nothing logged", "paths": paths}
    paths.append({"level": f"pain-{part.mean:.0f}", "d": f"M0 .1h{max(part.mean, 0.1):.2f}v.9H0z"})
    days = f"mean {number(part.mean)}, {counted(part.entries, 'entry', 'entries')}"
    return {"label": part.label, "code": "pattern-row", "days": days, "paths": paths}


def _sentence(pattern: Pattern) -> str:
    if pattern.days < FEWEST_DAYS:
        return f"{counted(pattern.days, 'day')} with a time of day so far; from {FEWEST_DAYS} on it is put in words."
    if len(pattern.compared) < 2:
        return f"Too few entries to compare: at least two of these need {FEWEST_ENTRIES} or more."
    all_of_them = len(pattern.compared) == len(pattern.parts)
    if pattern.said is None:
        whose = "their means" if all_of_them else f"the means of those with {FEWEST_ENTRIES} entries or more"
        return f"None of these stands out: {whose} lie within one point of each other."
    high, low = pattern.said
    compared = "" if all_of_them else f" Compared are those with {FEWEST_ENTRIES} entries or more."
    return (
        f"Highest: {_named(high)}, {number(high.mean)} on average. Lowest: {_named(low)}, {number(low.mean)}. "
        f"From entries on {counted(pattern.days, 'day')}.{compared}"
    )


def _named(part: Part) -> str:
    return part.label.partition(",")[0]

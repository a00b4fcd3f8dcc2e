"""The numbers of a summary as CSV: one row for each, and its days as a table of their own."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from journal.analytics.day_factors import FACTORS
from journal.analytics.flare_facts import FlareFacts
from journal.analytics.spreadsheet import defused
from journal.analytics.summary import Summary
from journal.analytics.summary_parts import Around
from journal.analytics.vocabulary import place_said
from journal.analytics.wording import describe_place

_BY_DAY = "days"
_CALLED_BY = ("code", "name", "item", "day")
_FACTORS = {factor.code: factor.label for factor in FACTORS}
Row = tuple[str, str, str, Any]


def summary_table(summary: Summary) -> Iterator[bytes]:
    """Every number and word of the summary but its days, in one piece: part, item, what it is, value."""
    rows = [
        row
        for field in fields(summary)
        if field.name != _BY_DAY
        for row in _rows(getattr(summary, field.name), _words(field.name), "", "")
    ]
    yield _as_csv(("part", "item", "what", "value"), rows)


def daily_table(summary: Summary) -> Iterator[bytes]:
    """The logged days of the summary, in one piece."""
    yield _as_csv(
        ("date", "mean", "worst", "least", "ratings"),
        ((day.day, day.mean, day.worst, day.least, day.count) for day in summary.days),
    )


def _rows(value: Any, part: str, item: str, what: str) -> Iterator[Row]:
    if isinstance(value, tuple):
        for one in value:
            yield from _rows(one, part, f"{item} {_called(one)}".strip(), what)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _rows(getattr(value, field.name), part, item, f"{what} {_words(field.name)}".strip())
    else:
        yield part, item, what, value


def _called(value: Any) -> str:
    """What one of several is called: its place, its code or name, its day."""
    if not is_dataclass(value):
        return ""
    if isinstance(region := getattr(value, "region", None), str):
        return describe_place(place_said(region=region, side=getattr(value, "side", "")))
    if isinstance(value, Around):
        return _FACTORS[value.code]
    if isinstance(value, FlareFacts):
        return value.span.start.isoformat()
    return next((str(getattr(value, name)) for name in _CALLED_BY if hasattr(value, name)), "")


def _words(name: str) -> str:
    return name.replace("_", " ")


def _as_csv(head: Iterable[str], rows: Iterable[Iterable[Any]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    text.write("\ufeff")
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    return (
        value.isoformat() if isinstance(value, date) else defused(str(value)) if isinstance(value, str) else str(value)
    )

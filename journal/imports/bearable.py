"""Exports of Bearable: one row for each reading, `date,weekday,time of day,category,rating/amount,detail,notes`.

Three published programs by other people, made for real files, read this; later exports have `date formatted` as a
second column. Dates are written `8th Dec 2021`, the time of day is a clock or one of pre, am, mid, pm and all day,
and symptoms are rated 1 mild, 2 moderate, 3 severe, 4 unbearable, with the word behind their name: `Neck pain
(Moderate)`.
"""

import re
from collections.abc import Iterator

from journal.imports.app_rows import FEELS_LIKE, app_table, feeling_in, headers_of, massage_words, pain_words
from journal.imports.dates import read_time
from journal.imports.mapping import Kind, Mapping, Role, Use
from journal.imports.table import Line, Table
from journal.imports.words import simple

NAME = "Bearable"
WORST = 4
_COLUMNS = ("date", "time of day", "category", "rating amount", "detail", "notes")
_HEADER = ("date", "time", "part of the day", "category", "detail", FEELS_LIKE, "rating/amount", "notes")
_DATE, _TIME, _PART, _CATEGORY, _DETAIL, _FEELING, _RATING, _NOTES = range(len(_HEADER))
_SYMPTOM = "symptom"
_SEVERITY = re.compile(r"\((?:mild|moderate|severe|unbearable)\)$", re.IGNORECASE)


def is_export(table: Table) -> bool:
    """Whether the first line is its own; notes may be missing."""
    return set(_COLUMNS[:-1]) <= set(headers_of(table))


def as_table(table: Table) -> Table:
    """The same rows, with the clock apart from the part of the day, and names without their severity."""
    return app_table(app=NAME, source=table, header=_HEADER, rows=_rows(table), beside=(FEELS_LIKE,))


def mapping(table: Table, kind: Kind) -> Mapping:
    """What its columns mean."""
    columns = {
        _DATE: Use(Role.DATE),
        _TIME: Use(Role.TIME),
        _PART: Use(Role.NOTE),
        _CATEGORY: Use(Role.SORT),
        _NOTES: Use(Role.NOTE),
    }
    if kind is Kind.PAIN:
        columns |= {_DETAIL: Use(Role.PLACE), _FEELING: Use(Role.QUALITY), _RATING: Use(Role.INTENSITY)}
        words = pain_words(table, name=_DETAIL, sort=_CATEGORY, sorts=(_SYMPTOM,))
    else:
        columns |= {_DETAIL: Use(Role.TECHNIQUE)}
        sorts = {simple(line.cell(_CATEGORY)) for line in table.lines[1:]} - {_SYMPTOM}
        words = massage_words(table, name=_DETAIL, sort=_CATEGORY, sorts=sorts)
    return Mapping(
        kind=kind, header_line=table.lines[0].number, columns=columns, no_pain=0, worst_pain=WORST, words=words
    )


def _rows(table: Table) -> Iterator[Line]:
    headers = headers_of(table)
    at = {name: headers.index(name) for name in _COLUMNS if name in headers}
    for line in table.lines[1:]:
        said = {name: line.cell(column) for name, column in at.items()}
        when = said["time of day"]
        is_clock = read_time(when) is not None
        name = _SEVERITY.sub("", said["detail"]).rstrip()
        yield Line(
            line.number,
            (
                said["date"],
                when if is_clock else "",
                "" if is_clock else when,
                said["category"],
                name,
                feeling_in(name),
                said["rating amount"],
                said.get("notes", ""),
            ),
        )

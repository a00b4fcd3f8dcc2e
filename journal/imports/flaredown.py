"""Exports of Flaredown: one row for each reading of each day, or one row a day with a column for each name.

Both were read off the app's own published program. A person is sent the second by e-mail: `Date`, the names of
conditions, of symptoms and of treatments, then `Tags` and `Foods`. The first has the columns `user_id,age,sex,country,
checkin_date,trackable_id,trackable_type,trackable_name,trackable_value`. Conditions and symptoms are rated 0 to 4,
treatments say their dose in words, tags have no value.
"""

from collections import defaultdict
from collections.abc import Iterator

from journal.imports.app_rows import FEELS_LIKE, app_table, feeling_in, headers_of, massage_words, pain_words
from journal.imports.mapping import Kind, Mapping, Role, Use
from journal.imports.table import Line, Table, UnreadableFileError

NAME = "Flaredown"
WORST = 4
_LONG = ("checkin date", "trackable type", "trackable name", "trackable value")
_HEADER = ("checkin_date", "trackable_type", "trackable_name", FEELS_LIKE, "trackable_value", "tags")
_DATE, _TYPE, _NAME, _FEELING, _VALUE, _TAGS = range(len(_HEADER))
_RATED, _TREATMENT, _TAG = "rated", "treatment", "tag"
_RATINGS = {str(rating) for rating in range(WORST + 1)}


def is_export(table: Table) -> bool:
    """Whether the first line is that of one of the two."""
    headers = headers_of(table)
    return _is_long(headers) or _is_wide(headers)


def as_table(table: Table) -> Table:
    """A row for each reading, with the day's tags beside it. Raises UnreadableFileError."""
    headers = headers_of(table)
    rows = _long_rows(table, headers) if _is_long(headers) else _wide_rows(table)
    # Tags may be added later, and the two exports call conditions and symptoms differently.
    beside = (_HEADER[_TYPE], FEELS_LIKE, _HEADER[_TAGS])
    return app_table(app=NAME, source=table, header=_HEADER, rows=rows, beside=beside)


def mapping(table: Table, kind: Kind) -> Mapping:
    """What its columns mean."""
    columns = {_DATE: Use(Role.DATE), _TYPE: Use(Role.SORT), _TAGS: Use(Role.NOTE)}
    if kind is Kind.PAIN:
        columns |= {_NAME: Use(Role.PLACE), _FEELING: Use(Role.QUALITY), _VALUE: Use(Role.INTENSITY)}
        words = pain_words(table, name=_NAME, sort=_TYPE, sorts=("condition", "symptom", _RATED))
    else:
        columns |= {_NAME: Use(Role.TECHNIQUE), _VALUE: Use(Role.MINUTES)}
        words = massage_words(table, name=_NAME, sort=_TYPE, sorts=(_TREATMENT, _RATED))
    return Mapping(
        kind=kind, header_line=table.lines[0].number, columns=columns, no_pain=0, worst_pain=WORST, words=words
    )


def _is_long(headers: tuple[str, ...]) -> bool:
    return set(_LONG) <= set(headers)


def _is_wide(headers: tuple[str, ...]) -> bool:
    return len(headers) > 3 and headers[0] == "date" and headers[-2:] == ("tags", "foods")


def _long_rows(table: Table, headers: tuple[str, ...]) -> Iterator[Line]:
    date, sort, name, value = map(headers.index, _LONG)
    if "user id" in headers and len({line.cell(headers.index("user id")) for line in table.lines[1:]}) > 1:
        raise UnreadableFileError("This file holds the diaries of several people. Take out all rows but your own.")
    tags: dict[str, list[str]] = defaultdict(list)
    for line in table.lines[1:]:
        if line.cell(sort).casefold() == _TAG:
            tags[line.cell(date)].append(line.cell(name))
    for line in table.lines[1:]:
        day, called = line.cell(date), line.cell(name)
        beside = "" if line.cell(sort).casefold() == _TAG else _in_words(", ".join(tags[day]))
        yield Line(line.number, (day, line.cell(sort), called, feeling_in(called), line.cell(value), beside))


def _wide_rows(table: Table) -> Iterator[Line]:
    names = table.lines[0].cells[1:-2]
    tags_at = len(table.lines[0].cells) - 2
    sorts = [_sort_of([line.cell(column) for line in table.lines[1:]]) for column in range(1, len(names) + 1)]
    for line in table.lines[1:]:
        for column, (called, sort) in enumerate(zip(names, sorts, strict=True), start=1):
            if value := line.cell(column):
                tags = _in_words(line.cell(tags_at).replace(";", ","))
                yield Line(line.number, (line.cell(0), sort, called, feeling_in(called), value, tags))


def _sort_of(values: list[str]) -> str:
    """This export does not say which columns are treatments: those whose values mostly are no ratings."""
    filled = [value for value in values if value]
    return _RATED if 2 * sum(value in _RATINGS for value in filled) >= len(filled) else _TREATMENT


def _in_words(tags: str) -> str:
    return f"tags: {tags}" if tags else ""

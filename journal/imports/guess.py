"""The first guess at a mapping, from header words and from what the cells hold."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from journal.imports.dates import guess_date_order, read_month, read_time
from journal.imports.headers import find_header, is_date, roles_named
from journal.imports.mapping import ROLES_OF, Kind, Mapping, Role, Use
from journal.imports.numbers import read_minutes, read_money, read_number
from journal.imports.table import Table
from journal.imports.words import KEEP, guess_place, guess_quality, guess_technique, simple

_MOST_DISTINCT = 400
_TEXT_SHARE = 0.5
_DATE_PARTS = (Role.YEAR, Role.MONTH, Role.DAY)
_RARELY_FILLED = frozenset({Role.DATE, Role.TIME, Role.MINUTES, Role.COST})
_ABOVE_ROLES = frozenset({Role.DATE, *_DATE_PARTS})


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column as it is: its header ("" without one), each filled value with how often it occurs, and the blanks."""

    header: str
    values: Counter[str]
    blanks: int

    def share(self, holds: Callable[[str], bool]) -> float:
        """The share, 0-1, of filled cells that pass a test; judged by the commonest values."""
        common = self.values.most_common(_MOST_DISTINCT)
        total = sum(count for _, count in common)
        return sum(count for value, count in common if holds(value)) / total if total else 0.0


def columns_of(table: Table, *, header_line: int | None) -> tuple[Column, ...]:
    """The columns below a header line."""
    mapping = Mapping(kind=Kind.PAIN, header_line=header_line, columns={})
    headers, rows = mapping.headers(table), mapping.rows(table)
    columns = []
    for number, header in enumerate(headers):
        cells = Counter(row.cell(number) for row in rows)
        blanks = cells.pop("", 0)
        columns.append(Column(header=header, values=cells, blanks=blanks))
    return tuple(columns)


def guess_mapping(
    table: Table, *, today: date, kind: Kind | None = None, header_line: int | str | None = "find"
) -> Mapping:
    """A mapping for the table, whatever can be told of it; `checked` says what is still missing.

    `kind` and `header_line` are guessed too unless given.
    """
    header = find_header(table) if isinstance(header_line, str) else header_line
    columns = columns_of(table, header_line=header)
    kind = kind or _guess_kind(columns)
    roles = _roles(columns, kind)
    uses = {
        column: Use(role, as_above=role in _ABOVE_ROLES and columns[column].blanks > 0)
        for column, role in roles.items()
    }
    dates = next((columns[column] for column, role in roles.items() if role is Role.DATE), None)
    return Mapping(
        kind=kind,
        header_line=header,
        columns=uses,
        date_order=guess_date_order(dates.values if dates else (), today=today),
        worst_pain=_guess_worst([columns[column] for column, role in roles.items() if role is Role.INTENSITY]),
    )


def _guess_kind(columns: tuple[Column, ...]) -> Kind:
    """Massage sessions where columns speak of them and none of pain in general."""
    named = [roles_named(column.header) for column in columns]
    massage = sum(
        any(roles.get(role) == 3 for role in (Role.MINUTES, Role.TECHNIQUE, Role.PAIN_AFTER, Role.COST, Role.THERAPIST))
        for roles in named
    )
    pain = sum(roles.get(Role.INTENSITY) == 3 for roles in named)
    return Kind.MASSAGE if massage >= 2 and massage > pain else Kind.PAIN


def _roles(columns: tuple[Column, ...], kind: Kind) -> dict[int, Role]:
    """Each column's role: the best named first, then what the values show, then texts as notes."""
    wanted = ROLES_OF[kind]
    offers = [
        (score + _fit(column, role), -number, role)
        for number, column in enumerate(columns)
        for role, score in roles_named(column.header).items()
        if role in wanted and column.values and _fit(column, role) > 0
    ]
    roles: dict[int, Role] = {}
    for _, minus_number, role in sorted(offers, key=lambda offer: (-offer[0], -offer[1])):
        if -minus_number not in roles and (role is Role.NOTE or role not in roles.values()):
            roles[-minus_number] = role
    _add_by_values(roles, columns, kind)
    return _without_double_dates(roles, columns)


def _fit(column: Column, role: Role) -> float:
    """How well the cells suit the role: 0 not at all, up to 1."""
    tests: dict[Role, Callable[[str], bool]] = {
        Role.DATE: is_date,
        Role.YEAR: lambda cell: cell.isdecimal() and (len(cell) == 4 or len(cell) == 2),
        Role.MONTH: lambda cell: 1 <= (read_month(cell) or 0) <= 12,
        Role.DAY: lambda cell: cell.isdecimal() and len(cell) <= 2 and 1 <= int(cell) <= 31,
        Role.TIME: lambda cell: read_time(cell) is not None,
        Role.INTENSITY: lambda cell: read_number(cell.partition("/")[0].strip()) is not None,
        Role.MINUTES: lambda cell: read_minutes(cell) is not None,
        Role.PAIN_BEFORE: lambda cell: read_number(cell) is not None,
        Role.PAIN_AFTER: lambda cell: read_number(cell) is not None,
        Role.COST: lambda cell: read_money(cell) is not None,
    }
    if role in tests:
        share = column.share(tests[role])
        # A rating must mostly be a number; a time or a duration may be "see the app" on most days.
        return share if role in _RARELY_FILLED or share >= _TEXT_SHARE else 0.0
    return 0.5 if column.share(_is_text) >= _TEXT_SHARE or role is Role.NOTE else 0.0


def _is_text(cell: str) -> bool:
    return any(letter.isalpha() for letter in cell) and read_number(cell) is None


def _add_by_values(roles: dict[int, Role], columns: tuple[Column, ...], kind: Kind) -> None:
    """Find what no header named."""
    free = [number for number, column in enumerate(columns) if number not in roles and column.values]
    finders: list[tuple[Role, Callable[[Column], bool]]] = [
        (Role.DATE, lambda column: column.share(is_date) >= _TEXT_SHARE),
        (Role.TIME, lambda column: column.share(lambda cell: ":" in cell and read_time(cell) is not None) >= 0.5),
    ]
    if kind is Kind.PAIN:
        finders += [
            (Role.INTENSITY, lambda column: not column.header and column.share(_is_rating) > 0.9),
            (Role.INTENSITY, lambda column: column.share(_is_rating) > 0.9),
            (Role.PLACE, lambda column: column.share(lambda cell: guess_place(cell).code != KEEP) > 0.3),
            (Role.QUALITY, lambda column: column.share(lambda cell: guess_quality(cell).code != KEEP) > 0.3),
        ]
    else:
        finders.append(
            (Role.TECHNIQUE, lambda column: column.share(lambda cell: guess_technique(cell).code != KEEP) > 0.3)
        )
    has_parts = all(role in roles.values() for role in _DATE_PARTS)
    for role, finds in finders:
        if role in roles.values() or (role is Role.DATE and has_parts):
            continue
        if (found := next((number for number in free if finds(columns[number])), None)) is not None:
            roles[found] = role
            free.remove(found)
    for number in free:
        if not columns[number].header and columns[number].share(_is_text) >= _TEXT_SHARE:
            roles[number] = Role.NOTE


def _is_rating(cell: str) -> bool:
    number = read_number(cell)
    return number is not None and 0 <= number <= 100


def _without_double_dates(roles: dict[int, Role], columns: tuple[Column, ...]) -> dict[int, Role]:
    """Where a date and its parts are both there, the date says more (it may hold the time); parts need all three."""
    if Role.DATE in roles.values() or not all(part in roles.values() for part in _DATE_PARTS):
        return {column: role for column, role in roles.items() if role not in _DATE_PARTS}
    return roles


def _guess_worst(columns: list[Column]) -> float:
    """The top of the scale: 10, or 100 where many ratings lie above 10."""
    above = sum(column.share(lambda cell: (read_number(cell) or 0) > 10) for column in columns)
    return 100 if above > 0.3 else 10


def word_counts(column: Column) -> list[tuple[str, int]]:
    """The distinct words of a column, by `simple` form, each as it is mostly written, the commonest first."""
    merged: dict[str, Counter[str]] = {}
    for word, count in column.values.items():
        merged.setdefault(simple(word), Counter())[word] += count
    counted = [(words.most_common(1)[0][0], words.total()) for words in merged.values()]
    return sorted(counted, key=lambda pair: (-pair[1], pair[0]))

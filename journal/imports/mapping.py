"""What the columns and words of a diary file mean: guessed, shown, changed by the person, and kept as JSON.

The JSON is the same that `import_diary --map FILE.json` takes; every key may be missing and is then guessed:

    {"kind": "pain", "header_line": 2, "date_order": "dmy", "no_pain": 0, "worst_pain": 10,
     "columns": {"1": {"use": "year", "as_above": true}, "region": "place"},
     "words": {"place": {"Knees": "knee_back", "Hands": "keep", "Mood": "leave_out"}}}

A column is named by its number from 1, or by its header. `header_line` null means that there is none.
"""

from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Any, Self, TypeVar

from journal.imports.dates import DateOrder
from journal.imports.table import Line, Table
from journal.imports.words import (
    Meaning,
    guess_place,
    guess_quality,
    guess_side,
    guess_taken,
    guess_technique,
    is_meaning,
    simple,
)

Member = TypeVar("Member", bound=StrEnum)


class Kind(StrEnum):
    """What each row is."""

    PAIN = "pain"
    MASSAGE = "massage"


class Role(StrEnum):
    """What a column holds."""

    DATE = "date"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    TIME = "time"
    INTENSITY = "intensity"
    PLACE = "place"
    SIDE = "side"
    QUALITY = "quality"
    SORT = "sort"
    MINUTES = "minutes"
    TECHNIQUE = "technique"
    PAIN_BEFORE = "pain_before"
    PAIN_AFTER = "pain_after"
    THERAPIST = "therapist"
    COST = "cost"
    NOTE = "note"


_WHEN = (Role.DATE, Role.YEAR, Role.MONTH, Role.DAY, Role.TIME)
ROLES_OF: dict[Kind, tuple[Role, ...]] = {
    Kind.PAIN: (*_WHEN, Role.INTENSITY, Role.PLACE, Role.SIDE, Role.QUALITY, Role.SORT, Role.NOTE),
    Kind.MASSAGE: (
        *_WHEN,
        Role.MINUTES,
        Role.TECHNIQUE,
        Role.PLACE,
        Role.SIDE,
        Role.PAIN_BEFORE,
        Role.PAIN_AFTER,
        Role.THERAPIST,
        Role.COST,
        Role.SORT,
        Role.NOTE,
    ),
}
WORD_ROLES = {
    Role.PLACE: guess_place,
    Role.SIDE: guess_side,
    Role.QUALITY: guess_quality,
    Role.TECHNIQUE: guess_technique,
    Role.SORT: guess_taken,
}
"""Columns of words, and who guesses what a word there means."""


class MappingError(ValueError):
    """A mapping cannot be used; the text says why, `at` names the key or the column number."""

    def __init__(self, message: str, *, at: str) -> None:
        super().__init__(message)
        self.at = at


@dataclass(frozen=True)
class Use:
    """What one column holds, and whether a blank cell there repeats the cell above."""

    role: Role
    as_above: bool = False


@dataclass(frozen=True, kw_only=True)
class Mapping:
    """`columns` count from 0; `words` go by role and `simple` word; `no_pain` and `worst_pain` end the file's scale."""

    kind: Kind
    header_line: int | None
    columns: Dictionary[int, Use]
    date_order: DateOrder = DateOrder.DMY
    no_pain: float = 0
    worst_pain: float = 10
    words: Dictionary[Role, Dictionary[str, str]] = field(default_factory=dict)

    def column_of(self, role: Role) -> int | None:
        """The first column with this role."""
        columns = self.columns_of(role)
        return columns[0] if columns else None

    def columns_of(self, role: Role) -> tuple[int, ...]:
        """Every column with this role; only notes may be several."""
        return self._by_role.get(role, ())

    @cached_property
    def word_roles(self) -> tuple[Role, ...]:
        """The roles of the columns of words that there are."""
        return tuple(role for role in WORD_ROLES if role in self._by_role)

    @cached_property
    def _by_role(self) -> dict[Role, tuple[int, ...]]:
        by_role: dict[Role, tuple[int, ...]] = {}
        for column, use in sorted(self.columns.items()):
            by_role[use.role] = (*by_role.get(use.role, ()), column)
        return by_role

    def meaning(self, role: Role, word: str) -> Meaning:
        """What a word stands for: as the person said, else as guessed."""
        guess = WORD_ROLES[role](word)
        said = self.words.get(role, {}).get(simple(word), guess.code)
        return Meaning(said, exact=guess.exact and said == guess.code)

    def rows(self, table: Table) -> tuple[Line, ...]:
        """The lines below the header."""
        header = self.header_line
        return table.lines if header is None else tuple(line for line in table.lines if line.number > header)

    def headers(self, table: Table) -> tuple[str, ...]:
        """A name for every column of the table: its header, or "" where it has none."""
        header = next((line for line in table.lines if line.number == self.header_line), None)
        return tuple(header.cell(column) if header else "" for column in range(table.width))

    def checked(self) -> Self:
        """Itself, if rows can be read with it. Raises MappingError."""
        for role in Role:
            if role is not Role.NOTE and len(self.columns_of(role)) > 1:
                second = self.columns_of(role)[1]
                raise MappingError("Two columns cannot hold the same thing. Choose one of them.", at=str(second + 1))
        parts = [self.column_of(role) is not None for role in (Role.YEAR, Role.MONTH, Role.DAY)]
        if self.column_of(Role.DATE) is None and not all(parts):
            raise MappingError("Say which column holds the date, or which hold year, month and day.", at="columns")
        if self.kind is Kind.PAIN and self.column_of(Role.INTENSITY) is None:
            raise MappingError("Say which column holds how strong the pain was.", at="columns")
        if self.no_pain == self.worst_pain:
            raise MappingError("No pain and the worst pain need different numbers.", at="worst_pain")
        return self


def mapping_as_json(mapping: Mapping) -> dict[str, Any]:
    """The JSON form; `mapping_from_json` reads it back."""
    return {
        "kind": mapping.kind.value,
        "header_line": mapping.header_line,
        "date_order": mapping.date_order.value,
        "no_pain": mapping.no_pain,
        "worst_pain": mapping.worst_pain,
        "columns": {
            str(column + 1): {"use": use.role.value, "as_above": use.as_above}
            for column, use in sorted(mapping.columns.items())
        },
        "words": {role.value: dict(words) for role, words in mapping.words.items()},
    }


def mapping_from_json(said: object, *, table: Table, guess: Mapping) -> Mapping:
    """Read a mapping for this table; what is missing is taken from the guess. Raises MappingError."""
    if not isinstance(said, dict):
        raise MappingError("The mapping must be a JSON object.", at="")
    unknown = set(said) - {"kind", "header_line", "date_order", "no_pain", "worst_pain", "columns", "words"}
    if unknown:
        raise MappingError(f"A mapping has no “{min(unknown)}”.", at=str(min(unknown)))
    mapping = guess
    if "header_line" in said:
        mapping = replace(mapping, header_line=_header_line(said["header_line"], table))
    if "date_order" in said:
        mapping = replace(mapping, date_order=_member(DateOrder, said["date_order"], at="date_order"))
    if "kind" in said:
        mapping = replace(mapping, kind=_member(Kind, said["kind"], at="kind"))
    if "no_pain" in said:
        mapping = replace(mapping, no_pain=_number(said["no_pain"], at="no_pain"))
    if "worst_pain" in said:
        mapping = replace(mapping, worst_pain=_number(said["worst_pain"], at="worst_pain"))
    if "columns" in said:
        mapping = replace(mapping, columns=_columns(said["columns"], mapping, table))
    if "words" in said:
        words = {role: {**mapping.words.get(role, {}), **said} for role, said in _words(said["words"]).items()}
        mapping = replace(mapping, words={**mapping.words, **words})
    return mapping


def _header_line(said: object, table: Table) -> int | None:
    if said is None:
        return None
    if isinstance(said, int) and any(line.number == said for line in table.lines):
        return said
    raise MappingError("The file has no such line.", at="header_line")


def _member(enum: type[Member], said: object, *, at: str) -> Member:
    try:
        return enum(str(said))
    except ValueError:
        raise MappingError(f"This must be one of: {', '.join(enum)}.", at=at) from None


def _number(said: object, *, at: str) -> float:
    # A bool is an int to Python, and NaN compares with nothing.
    if isinstance(said, int | float) and not isinstance(said, bool) and abs(said) < 1_000_000:
        return said
    raise MappingError("This must be a number.", at=at)


def _columns(said: object, mapping: Mapping, table: Table) -> dict[int, Use]:
    if not isinstance(said, dict):
        raise MappingError("Columns must be a JSON object.", at="columns")
    headers = [simple(header) for header in mapping.headers(table)]
    columns: dict[int, Use] = {}
    for name, use in said.items():
        column = _column(name, headers)
        if not 0 <= column < table.width:
            raise MappingError(f"The file has no column “{name}”.", at="columns")
        values = {"use": use} if isinstance(use, str) else use
        if not isinstance(values, dict) or not isinstance(values.get("as_above", False), bool):
            raise MappingError(f"Column “{name}” must say its use.", at=name)
        role = _member(Role, values.get("use"), at=name)
        if role not in ROLES_OF[mapping.kind]:
            raise MappingError(f"This column does not belong to {mapping.kind}.", at=name)
        columns[column] = Use(role, values.get("as_above", False))
    return columns


def _column(name: str, headers: list[str]) -> int:
    if name.isdecimal() and len(name) <= 3:
        return int(name) - 1
    return headers.index(simple(name)) if simple(name) in headers else -1


def _words(said: object) -> dict[Role, dict[str, str]]:
    if not isinstance(said, dict):
        raise MappingError("Words must be a JSON object.", at="words")
    words: dict[Role, dict[str, str]] = {}
    for name, meanings in said.items():
        role = _member(Role, name, at="words")
        if role not in WORD_ROLES or not isinstance(meanings, dict):
            raise MappingError(f"There are no words for “{name}”.", at="words")
        for word, code in meanings.items():
            if not is_meaning(role, str(code)):
                raise MappingError(f"“{word}” cannot stand for “{code}”.", at=f"words.{role}")
        words[role] = {simple(word): str(code) for word, code in meanings.items()}
    return words

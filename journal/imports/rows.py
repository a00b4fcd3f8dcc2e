"""Table and mapping -> records: every row ends as a record, merged with an earlier one, left out, or a problem."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from journal.analytics.moments import Moment
from journal.analytics.records import MassageContent, PainContent
from journal.imports.cells import Cells, RowError
from journal.imports.mapping import Kind, Mapping
from journal.imports.massage import massage_of
from journal.imports.pain import pain_of
from journal.imports.table import Line, Table
from journal.imports.when import moment_of
from journal.imports.words import LEAVE_OUT, simple

_ROWS_OF_DIARIES = uuid.UUID("6f0b6f2e-5c0c-5a52-9d5e-0d4f5b8a7c11")


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadyRow:
    """A row as the record that it becomes. `in_note` counts the cells that could only be kept as text."""

    line: int
    uid: uuid.UUID
    moment: Moment
    content: PainContent | MassageContent
    in_note: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ProblemRow:
    """A row that cannot be a record: its line, its text, why, and the cell that is to blame ("" where none is)."""

    line: int
    text: str
    reason: str
    value: str


@dataclass(frozen=True, kw_only=True, slots=True)
class MergedRow:
    """A row that says the same as an earlier one (line `same_as`), word for word, and is stored once with it."""

    line: int
    same_as: int


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What became of every row of the file, in its order. `left_out` holds line numbers."""

    ready: tuple[ReadyRow, ...]
    problems: tuple[ProblemRow, ...]
    merged: tuple[MergedRow, ...]
    left_out: tuple[int, ...]

    @property
    def rows(self) -> int:
        """The rows of the file that hold anything."""
        return len(self.ready) + len(self.problems) + len(self.merged) + len(self.left_out)


def read_rows(*, table: Table, mapping: Mapping, tz: str, day_starts_at: int, now: datetime) -> Reading:
    """Read every row below the header. `now` (aware) bounds the future; `tz` is the zone of the diary's walls.

    A record's uid is made from what the row itself says and not from the mapping, so the same row of a later copy
    of the file is the same record. Raises MappingError.
    """
    mapping.checked()
    headers = _names(mapping.headers(table))
    read = pain_of if mapping.kind is Kind.PAIN else massage_of
    ready: dict[uuid.UUID, ReadyRow] = {}
    problems: list[ProblemRow] = []
    merged: list[MergedRow] = []
    left_out: list[int] = []
    for line, values in _filled(mapping.rows(table), mapping):
        cells = Cells(values=values, mapping=mapping, headers=headers)
        if _is_left_out(cells):
            left_out.append(line.number)
            continue
        try:
            moment = moment_of(cells, tz=tz, day_starts_at=day_starts_at, now=now)
            content = read(cells)
        except RowError as problem:
            problems.append(_problem(line, problem))
            continue
        uid = _uid(mapping.kind, headers, values, table.beside)
        if first := ready.get(uid):
            merged.append(MergedRow(line=line.number, same_as=first.line))
        else:
            ready[uid] = ReadyRow(line=line.number, uid=uid, moment=moment, content=content, in_note=cells.in_note)
    return Reading(
        ready=tuple(ready.values()), problems=tuple(problems), merged=tuple(merged), left_out=tuple(left_out)
    )


def _names(headers: tuple[str, ...]) -> tuple[str, ...]:
    """The headers in plain letters; one that comes again is numbered, so that no two are mixed up."""
    names: list[str] = []
    for header in map(simple, headers):
        again = names.count(header)
        names.append(f"{header} {again + 1}" if header and again else header)
    return tuple(names)


def _problem(line: Line, error: RowError) -> ProblemRow:
    text = "; ".join(cell for cell in line.cells if cell)
    return ProblemRow(line=line.number, text=text[:300], reason=str(error), value=error.value[:80])


def _filled(lines: tuple[Line, ...], mapping: Mapping) -> Iterator[tuple[Line, tuple[str, ...]]]:
    """Each line with its cells, blanks replaced by the cell above in the columns where the mapping says so."""
    width = max((len(line.cells) for line in lines), default=0)
    above = dict.fromkeys((column for column, use in mapping.columns.items() if use.as_above), "")
    for line in lines:
        values = [*line.cells, *[""] * (width - len(line.cells))]
        for column in above:
            if column < width:
                above[column] = values[column] = values[column] or above[column]
        yield line, tuple(values)


def _is_left_out(cells: Cells) -> bool:
    return any(cells.meaning(role).code == LEAVE_OUT for role in cells.mapping.word_roles if cells.text(role))


def _uid(kind: Kind, headers: tuple[str, ...], values: tuple[str, ...], beside: frozenset[int]) -> uuid.UUID:
    """By header and not by position, blanks left away: a column moved or added elsewhere changes nothing."""
    said = sorted(
        f"{headers[column] or column}={' '.join(value.split())}"
        for column, value in enumerate(values)
        if value and column not in beside
    )
    return uuid.uuid5(_ROWS_OF_DIARIES, "\n".join((kind, *said)))

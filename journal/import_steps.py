"""The steps of an import, the same for the pages and for the command: read the file, then store it bit by bit."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from journal.actions.importing import begin_import, store_rows
from journal.imports.files import first_mapping, open_file
from journal.imports.leftovers import leftovers_as_json
from journal.imports.mapping import Kind, Mapping, mapping_from_json
from journal.imports.rows import Reading, read_rows
from journal.imports.table import Table
from journal.models import DiaryImport
from journal.queries.importing import file_of

ROWS_AT_ONCE = 2_000


class FileGoneError(Exception):
    """The file of an import is erased: it is all in the diary, or a day has passed."""


@dataclass(frozen=True, kw_only=True)
class ReadFile:
    """The file as a table, and what its columns mean: as the person said, else as guessed."""

    table: Table
    mapping: Mapping


def read_file(diary_import: DiaryImport) -> ReadFile:
    """Read the kept file. Raises FileGoneError, and UnreadableFileError for a file that is no table."""
    content = file_of(diary_import)
    if content is None:
        raise FileGoneError
    table = open_file(content)
    if not diary_import.mapping:
        return ReadFile(table=table, mapping=first_mapping(table, today=timezone.now().date()))
    nothing = Mapping(kind=Kind(diary_import.kind), header_line=None, columns={})
    return ReadFile(table=table, mapping=mapping_from_json(diary_import.mapping, table=table, guess=nothing))


def read_diary(diary_import: DiaryImport, *, now: dt.datetime) -> Reading:
    """What becomes of each row. Once storing has begun its moment and zone hold. Raises FileGoneError, MappingError."""
    file, user = read_file(diary_import), diary_import.user
    started = diary_import.started_at is not None
    return read_rows(
        table=file.table,
        mapping=file.mapping,
        tz=diary_import.tz if started else user.time_zone,
        day_starts_at=diary_import.day_starts_at if started else user.day_starts_at,
        now=diary_import.started_at or now,
    )


def store_next_rows(diary_import: DiaryImport, *, now: dt.datetime) -> None:
    """Store the next rows; the first call begins. Raises FileGoneError, MappingError."""
    reading = read_diary(diary_import, now=now)
    if diary_import.started_at is None:
        begin_import(
            diary_import=diary_import,
            tz=diary_import.user.time_zone,
            day_starts_at=diary_import.user.day_starts_at,
            ready=len(reading.ready),
            merged=len(reading.merged),
            left_out=len(reading.left_out),
            problems=len(reading.problems),
            leftovers=leftovers_as_json(reading),
            now=now,
        )
    first = diary_import.done_rows
    store_rows(diary_import=diary_import, first=first, rows=reading.ready[first : first + ROWS_AT_ONCE], now=now)

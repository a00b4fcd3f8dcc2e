"""The steps of an import, the same for the pages and for the command: read the file, then store it bit by bit.

The file of a whole diary is tried when it comes, and stored at once.
"""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.utils import timezone

from journal.actions.importing import begin_import, receive_file, store_rows
from journal.actions.restore_plan import ImpossibleDiaryError, Refused
from journal.actions.restoring import Restored, rehearse_restore, restore_import
from journal.analytics.diary_file import DiaryFile
from journal.analytics.record_kinds import KINDS
from journal.analytics.wording import describe_content, describe_moment
from journal.imports.backup import Broken, BrokenBackupError, json_of, read_backup, refusal
from journal.imports.files import first_mapping, open_file
from journal.imports.leftovers import leftovers_as_json, problems_as_json
from journal.imports.mapping import Kind, Mapping, mapping_from_json
from journal.imports.rows import Reading, read_rows
from journal.imports.table import Table
from journal.models import DiaryImport, User
from journal.queries.export import diary_counts
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


def receive_backup(*, user: User, uid: uuid.UUID, content: bytes, file_name: str, now: dt.datetime) -> DiaryImport:
    """Keep the file of a whole diary, with what would become of its records. Raises BrokenBackupError."""
    said = json_of(content)
    file = read_backup(said, now=now)
    try:
        tried = rehearse_restore(user=user, file=file, now=now)
    except ImpossibleDiaryError as error:
        raise _in_words(error, file) from error
    kinds = [kind for kind in KINDS if tried.stored[kind] or tried.known[kind]]
    tried_as_json = {
        "exported_at": file.exported_at.isoformat(),
        "is_first": not diary_counts(user=user),
        "kinds": [[kind, tried.stored[kind], tried.known[kind]] for kind in kinds],
        "kept_both": tried.kept_both.total(),
        "refused": len(tried.refused),
    }
    kind = DiaryImport.BACKUP
    return receive_file(
        user=user, uid=uid, content=said, file_name=file_name, now=now, kind=kind, mapping=tried_as_json
    )


def restore_backup(diary_import: DiaryImport, *, take_settings: bool, now: dt.datetime) -> None:
    """Bring the kept diary in. Raises FileGoneError, and BrokenBackupError where it no longer can be."""
    content = file_of(diary_import)
    if content is None:
        raise FileGoneError
    file = read_backup(content, now=now)
    numbers = _numbers(file)

    def leftovers_of(restored: Restored) -> bytes:
        return problems_as_json(_problem(refused, numbers) for refused in restored.refused)

    try:
        restore_import(
            diary_import=diary_import, file=file, take_settings=take_settings, leftovers_of=leftovers_of, now=now
        )
    except ImpossibleDiaryError as error:
        raise _in_words(error, file) from error


def _numbers(file: DiaryFile) -> dict[int, int]:
    """The number in the file of each record, from 1, by its identity."""
    return {id(record): number for number, record in enumerate(file.records, 1)}


def _problem(refused: Refused, numbers: dict[int, int]) -> tuple[int, str, str]:
    """The number of a record in the file, why it was not stored, and what it says."""
    record, reason = refused
    if record is None:
        return 0, reason, ""
    words = describe_content(record.content, moment=record.moment)
    return numbers[id(record)], reason, f"{describe_moment(record.moment)}: {words}"


def _in_words(error: ImpossibleDiaryError, file: DiaryFile) -> BrokenBackupError:
    numbers = _numbers(file)
    broken = [
        Broken(number=numbers[id(record)], kind=KINDS[record.kind].one, reason=reason)
        for record, reason in error.broken
        if record is not None
    ]
    if not broken:
        return BrokenBackupError(f"The settings in this backup cannot be read: {error.broken[0][1]}.")
    return refusal(broken, of=len(file.records))

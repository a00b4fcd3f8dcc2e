"""A file of a whole diary, the ZIP or the JSON in it -> its validated contents.

Nothing in the file is believed: not how large it says it is, not what its names lead to, not what it holds.
"""

import io
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zipfile import BadZipFile, ZipFile, ZipInfo

from journal.analytics.diary_file import (
    BESIDE,
    FORMAT,
    JSON_NAME,
    VERSION,
    DiaryFile,
    DiaryRecord,
    DiarySettings,
)
from journal.analytics.moments import Moment
from journal.analytics.record_kinds import KINDS
from journal.analytics.wording import describe_content
from journal.imports.table import UnreadableFileError
from journal.imports.typed import WrongValueError, read_as

MOST_BYTES = 40 * 1024 * 1024
MOST_JSON = 32 * 1024 * 1024
_MOST_PACKED = 200
_MOST_DIRECTORY = 64 * 1024
_SHOWN = 3
_AHEAD = {False: timedelta(days=2), True: timedelta(days=3660)}
_A_DAY = timedelta(days=1)
_ZIP = b"PK\x03\x04"
_ZIP_END, _ZIP64_END = b"PK\x05\x06", b"PK\x06\x07"


class BrokenBackupError(UnreadableFileError):
    """The file is a diary, or means to be, and cannot be brought in; the text is for the person who sent it."""


@dataclass(frozen=True, kw_only=True)
class Broken:
    """An entry that cannot be: its number in the file from 1, its kind, and why."""

    number: int
    kind: str
    reason: str


def is_backup(content: bytes) -> bool:
    """Whether a file means to be a diary, so that messages about it should say so."""
    return (content.startswith(_ZIP) and JSON_NAME.encode() in content) or _is_json(content)


def json_of(content: bytes) -> bytes:
    """The JSON in a file for which `is_backup`. Raises BrokenBackupError."""
    if len(content) > MOST_BYTES:
        raise BrokenBackupError(f"The file is larger than {MOST_BYTES >> 20} MB.")
    said = content if _is_json(content) else _unpacked(content)
    if len(said) > MOST_JSON:
        raise _too_large()
    return said


def read_backup(said: bytes, *, now: datetime) -> DiaryFile:
    """The diary in the JSON; `now` (aware) bounds the future. Raises BrokenBackupError, also for a single bad entry."""
    head = _loaded(said)
    if head.get("format") != FORMAT:
        raise BrokenBackupError("This JSON file is not a backup of this diary.")
    version = head.get("version")
    if version != VERSION or isinstance(version, bool):
        newer = isinstance(version, int) and version > VERSION
        hint = " It was made by a newer diary; bring this one up to date first." if newer else ""
        raise BrokenBackupError(f"This backup is of version {str(version)[:20]}; {VERSION} can be read.{hint}")
    try:
        return DiaryFile(
            exported_at=read_as(datetime, head.get("exported_at"), at="exported at"),
            settings=read_as(DiarySettings, head.get("settings", {}), at="settings"),
            beside={name: _beside(kind, head.get(name, []), name) for name, kind in BESIDE.items()},
            records=_records(head.get("records"), now),
        )
    except WrongValueError as wrong:
        raise BrokenBackupError(f"This backup cannot be read: {wrong}. Nothing was stored.") from wrong


def refusal(broken: list[Broken], *, of: int) -> BrokenBackupError:
    """What to say of a file with broken entries: how many there are, and the first of them."""
    first = "; ".join(f"entry {one.number} ({one.kind}): {one.reason}" for one in broken[:_SHOWN])
    more = f"; and {len(broken) - _SHOWN:,} more" if len(broken) > _SHOWN else ""
    return BrokenBackupError(
        f"{len(broken):,} of the {of:,} entries in this backup cannot be read, so nothing was stored: {first}{more}."
    )


def _is_json(content: bytes) -> bool:
    return content[:64].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def _unpacked(content: bytes) -> bytes:
    try:
        _check_directory(content)
        with ZipFile(io.BytesIO(content)) as archive:
            member = _member(archive)
            with archive.open(member) as file:
                said = file.read(MOST_JSON + 1)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        if isinstance(error, BrokenBackupError):
            raise
        raise BrokenBackupError("This ZIP file is damaged or was cut off. Download the backup again.") from error
    return said


def _check_directory(content: bytes) -> None:
    """The list of a ZIP's files is read before anything else: it may not be long."""
    end = content.rfind(_ZIP_END)
    length = int.from_bytes(content[end + 12 : end + 16], "little")
    if end < 0 or _ZIP64_END in content[max(0, end - 64) : end] or length > _MOST_DIRECTORY:
        raise BadZipFile


def _member(archive: ZipFile) -> ZipInfo:
    """The diary in the archive: on top, or in the one folder that somebody packed again."""
    found = [info for info in archive.infolist() if info.filename.split("/")[-1] == JSON_NAME]
    folders = found[0].filename.split("/")[:-1] if found else []
    if len(found) != 1 or len(folders) > 1 or {"", ".", ".."} & set(folders):
        raise BrokenBackupError(f"This ZIP file should hold one {JSON_NAME}. Send it as it was downloaded.")
    if found[0].flag_bits & 1:
        raise BrokenBackupError("This ZIP file is locked with a password. Send it as it was downloaded.")
    if found[0].file_size > min(MOST_JSON, _MOST_PACKED * max(found[0].compress_size, 5000)):
        raise _too_large()
    return found[0]


def _too_large() -> BrokenBackupError:
    return BrokenBackupError(
        f"The {JSON_NAME} in this file is larger than {MOST_JSON >> 20} MB, or packed too tightly."
    )


def _loaded(said: bytes) -> dict[str, Any]:
    try:
        head = json.loads(said.decode("utf-8-sig"), parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        raise BrokenBackupError("This backup is damaged or was cut off: it is no valid JSON.") from error
    if not isinstance(head, dict):
        raise BrokenBackupError("This JSON file is not a backup of this diary.")
    return head


def _refused(constant: str) -> None:
    raise ValueError(constant)


def _beside(kind: type[Any], said: Any, name: str) -> tuple[Any, ...]:
    if not isinstance(said, list):
        raise WrongValueError(f"{name} is not a list")
    return tuple(read_as(kind, one, at=name) for one in said)


def _records(said: Any, now: datetime) -> tuple[DiaryRecord, ...]:
    if not isinstance(said, list):
        raise WrongValueError("records is not a list")
    found: list[DiaryRecord] = []
    broken: list[Broken] = []
    seen: set[tuple[str, UUID]] = set()
    for number, one in enumerate(said, 1):
        try:
            record = _record(one, now)
            if (record.kind, record.uid) in seen:
                raise WrongValueError("its id stands in the file twice")
        except WrongValueError as wrong:
            broken.append(Broken(number=number, kind=_kind_of(one), reason=str(wrong)))
            continue
        seen.add((record.kind, record.uid))
        found.append(record)
    if broken:
        raise refusal(broken, of=len(said))
    return tuple(found)


def _kind_of(said: Any) -> str:
    kind = said.get("kind") if isinstance(said, dict) else None
    return KINDS[kind].one if isinstance(kind, str) and kind in KINDS else "of an unknown kind"


def _record(said: Any, now: datetime) -> DiaryRecord:
    if not isinstance(said, dict):
        raise WrongValueError("it is not a list of names and values")
    kind = said.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise WrongValueError(f"its kind is not known: {str(kind)[:40]}")
    record = DiaryRecord(
        kind=kind,
        uid=read_as(UUID, said.get("uid"), at="uid"),
        moment=read_as(Moment, said.get("moment"), at="moment"),
        received_at=read_as(datetime, said.get("received_at"), at="received at"),
        content=read_as(KINDS[kind].content, said.get("content"), at=""),
    )
    for moment in _moments(record):
        _check_moment(moment, now + _AHEAD[KINDS[kind].may_be_ahead])
    _check_words(record)
    return record


def _moments(record: DiaryRecord) -> Iterator[Moment]:
    """That of the record, and the end of what has one."""
    yield record.moment
    end = getattr(record.content, "end", None)
    if end is not None:
        yield end


def _check_moment(moment: Moment, latest: datetime) -> None:
    """The diary day is that of the wall or, in the night, the one before."""
    if not abs(moment.utc_offset_minutes) <= 16 * 60:
        raise WrongValueError("its offset from UTC is not one")
    if moment.occurred_at > latest:
        raise WrongValueError("its date is in the future")
    days_before = moment.wall.date() - moment.local_date
    if not timedelta() <= days_before <= (_A_DAY if moment.time_known else timedelta()):
        raise WrongValueError("its date and its time do not fit together")


def _check_words(record: DiaryRecord) -> None:
    """What cannot be said in words would break the pages that say it."""
    try:
        describe_content(record.content, moment=record.moment)
    except (ValueError, KeyError, StopIteration) as error:
        raise WrongValueError("it says something that this diary does not know") from error

"""What bringing a diary back in would do, found out before anybody has to wait: nothing here writes."""

import datetime as dt
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from journal.actions.bulk import NewRecord, unsaved_record
from journal.actions.day import day_uid
from journal.analytics.diary_file import DiaryFile, DiaryRecord
from journal.analytics.record_kinds import KINDS
from journal.models import DayLog, FlareUp, MyTherapist, User
from journal.queries.export import present_records

_AT_ONCE = 500
MOST_BROKEN = 1000
BESIDE_ANOTHER = {
    DayLog.KIND: "This day has another log, which stays",
    MyTherapist.KIND: "You have a therapist of this name, who stays",
    FlareUp.KIND: "Another flare-up is still going on, and one can at a time",
}
Refused = tuple[DiaryRecord | None, str]


class ImpossibleDiaryError(Exception):
    """What no diary can hold, each record (None: the settings and the like) with the reason. Nothing was stored."""

    def __init__(self, broken: Sequence[Refused]) -> None:
        super().__init__("This cannot be stored.")
        self.broken = broken


@dataclass(frozen=True, kw_only=True)
class Part:
    """Some records of one kind: those that the diary has as they are (counted), those whose uid it does not know, and
    those whose uid it has with something else."""

    kind: str
    known: int
    new: Sequence[DiaryRecord]
    others: Sequence[DiaryRecord]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What is to be stored, as found in a diary of this version."""

    diary_version: int
    parts: Sequence[Part]


def planned(*, user: User, file: DiaryFile) -> Plan:
    """Everything that takes time and writes nothing, before anybody has to wait. Raises ImpossibleDiaryError."""
    version = diary_version(user=user)
    raise_if([(record, reason) for record in file.records if (reason := _impossible(user, record))][:MOST_BROKEN])
    return Plan(diary_version=version, parts=parts_of(user=user, file=file))


def parts_of(*, user: User, file: DiaryFile) -> list[Part]:
    """The records of the file by what the diary has of them; reads only."""
    return [_part(user, kind, records) for kind, records in _chunks(file)]


def diary_version(*, user: User) -> int:
    version: int = User.objects.values_list("diary_version", flat=True).get(pk=user.pk)
    return version


def _part(user: User, kind: str, records: Sequence[DiaryRecord]) -> Part:
    present = present_records(user=user, kind=kind, uids=map(uid_of, records))
    new: list[DiaryRecord] = []
    others: list[DiaryRecord] = []
    known = 0
    for record in records:
        there = present.get(uid_of(record))
        if there is None:
            new.append(record)
        elif _says_the_same(there, record):
            known += 1
        else:
            others.append(record)
    return Part(kind=kind, known=known, new=new, others=others)


def uid_of(record: DiaryRecord) -> uuid.UUID:
    """A day has one log, whatever the file calls it."""
    return day_uid(record.moment.local_date) if record.kind == DayLog.KIND else record.uid


def _chunks(file: DiaryFile) -> Iterator[tuple[str, list[DiaryRecord]]]:
    """Some hundred records of one kind at a time, in the order of the file; all at once of a kind of which two may not
    stand beside each other, so that trying a part finds what storing all of them would."""
    for kind in KINDS:
        records = [record for record in file.records if record.kind == kind]
        at_once = len(records) if kind in BESIDE_ANOTHER else _AT_ONCE
        for start in range(0, len(records), at_once or 1):
            yield kind, records[start : start + at_once]


def new_record(*, record: DiaryRecord, now: dt.datetime | None = None) -> NewRecord:
    return NewRecord(
        uid=uid_of(record),
        moment=record.moment,
        content=record.content,
        received_at=record.received_at,
        updated_at=now,
    )


def _rows(user: User, record: DiaryRecord) -> list[models.Model]:
    row = unsaved_record(user=user, kind=record.kind, record=new_record(record=record))
    return [row, *row.parts(record.content)]


def _impossible(user: User, record: DiaryRecord) -> str:
    """Why no field can hold it; "" where they can. Asks nothing of the database."""
    try:
        for row in _rows(user, record):
            row.clean_fields(exclude={field.name for field in row._meta.fields if field.is_relation})
    except ValidationError as error:
        return first_of(error)
    except ValueError as error:
        return str(error)[:100]
    return ""


def broken_rule(*, user: User, record: DiaryRecord) -> str:
    """The rule of the database that it breaks by itself, whatever else is in the diary; "" where it is none."""
    for row in _rows(user, record):
        for rule in row._meta.constraints:
            if isinstance(rule, models.CheckConstraint):
                try:
                    rule.validate(type(row), row)
                except ValidationError:
                    return f"it breaks the rule “{rule.name.replace('_', ' ')}”"
    return ""


def _says_the_same(row: Any, record: DiaryRecord) -> bool:
    return row.deleted_at is None and bool(row.content == record.content and row.moment == record.moment)


def first_of(error: ValidationError) -> str:
    """`intensity: “x” is not a number`: the first thing that is wrong, on one line."""
    name, reasons = next(iter(error.message_dict.items()))
    said = " ".join(reasons[0].split())
    return said[:120] if name == "__all__" else f"{name.replace('_', ' ')}: {said[:120]}"


def raise_if(broken: Sequence[Refused], *, at_least: int = 1) -> None:
    if len(broken) >= at_least:
        raise ImpossibleDiaryError(broken)

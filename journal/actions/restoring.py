"""Bringing a whole diary back in: what is missing is added, what says something else is kept beside what is there.

All of it happens in one transaction, and may be tried first without anything staying. A record is told by its uid, as
everywhere: the same one is never stored twice, and one that was deleted is wanted again.
"""

import datetime as dt
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, models, transaction

from journal.actions.bulk import NewRecord, create_records, unsaved_record
from journal.actions.day import day_uid
from journal.actions.diary import touch_diary
from journal.actions.records import save_record
from journal.analytics.diary_file import DiaryFile, DiaryRecord, DiarySettings
from journal.analytics.record_kinds import KINDS
from journal.models import DayLog, DiaryImport, FlareUp, MyTherapist, User
from journal.queries.export import BESIDE_MODELS, present_records

_AT_ONCE = 500
_MOST_BROKEN = 1000
_BESIDE_ANOTHER = {
    DayLog.KIND: "This day has another log, which stays",
    MyTherapist.KIND: "You have a therapist of this name, who stays",
    FlareUp.KIND: "Another flare-up is still going on, and one can at a time",
}
Refused = tuple[DiaryRecord | None, str]


@dataclass
class Restored:
    """What became of the records, counted by kind. `refused` are those that the diary cannot hold beside what is in
    it, each with the reason; they are in none of the counts."""

    stored: Counter[str] = field(default_factory=Counter)
    known: Counter[str] = field(default_factory=Counter)
    kept_both: Counter[str] = field(default_factory=Counter)
    refused: list[Refused] = field(default_factory=list)


class ImpossibleDiaryError(Exception):
    """What no diary can hold, each record (None: the settings and the like) with the reason. Nothing was stored."""

    def __init__(self, broken: Sequence[Refused]) -> None:
        super().__init__("This cannot be stored.")
        self.broken = broken


def restore_diary(*, user: User, file: DiaryFile, take_settings: bool, now: dt.datetime) -> Restored:
    """Add what the file has and the diary has not. What is added carries `now` as its `updated_at`.

    Settings replace those of the person only where `take_settings`; goals and the like are taken where there are none.
    Raises ImpossibleDiaryError.
    """
    restored = Restored()
    broken: list[Refused] = []
    with transaction.atomic():
        touch_diary(user=user)
        for kind, records in _chunks(file):
            broken += _Chunk(user=user, kind=kind, now=now, restored=restored).restore(records)
            if len(broken) >= _MOST_BROKEN:
                break
        if broken:
            raise ImpossibleDiaryError(broken)
        try:
            _restore_beside(user, file)
            if take_settings:
                _take_settings(user, file.settings)
        except ValidationError as error:
            raise ImpossibleDiaryError([(None, _first_of(error))]) from error
    return restored


def rehearse_restore(*, user: User, file: DiaryFile, now: dt.datetime) -> Restored:
    """What `restore_diary` would do, without doing it. Raises ImpossibleDiaryError."""
    with transaction.atomic():
        restored = restore_diary(user=user, file=file, take_settings=True, now=now)
        transaction.set_rollback(True)
    return restored


def restore_import(
    *,
    diary_import: DiaryImport,
    file: DiaryFile,
    take_settings: bool,
    leftovers_of: Callable[[Restored], bytes],
    now: dt.datetime,
) -> None:
    """Restore the diary of a file that was received, once, and keep the account of it. Raises ImpossibleDiaryError."""
    with transaction.atomic():
        touch_diary(user=diary_import.user)
        locked = DiaryImport.objects.select_for_update().get(pk=diary_import.pk)
        if locked.started_at is None and locked.finished_at is None:
            restored = restore_diary(user=locked.user, file=file, take_settings=take_settings, now=now)
            locked.started_at = locked.finished_at = now
            locked.stored_rows = restored.stored.total()
            locked.known_rows = restored.known.total()
            locked.kept_both_rows = restored.kept_both.total()
            locked.ready_rows = locked.done_rows = locked.stored_rows + locked.known_rows
            locked.problem_rows = len(restored.refused)
            locked.content, locked.leftovers = None, zlib.compress(leftovers_of(restored))
            locked.save()
    diary_import.refresh_from_db()


def _chunks(file: DiaryFile) -> Iterator[tuple[str, list[DiaryRecord]]]:
    """Some hundred records of one kind at a time, in the order of the file."""
    for kind in KINDS:
        records = [record for record in file.records if record.kind == kind]
        for start in range(0, len(records), _AT_ONCE):
            yield kind, records[start : start + _AT_ONCE]


@dataclass(frozen=True, kw_only=True)
class _Chunk:
    """Records of one kind on their way into a diary."""

    user: User
    kind: str
    now: dt.datetime
    restored: Restored

    def restore(self, records: Sequence[DiaryRecord]) -> list[Refused]:
        """Store them, and count what became of each; returns those that no diary can hold."""
        uids = {id(record): self._uid(record) for record in records}
        present = present_records(user=self.user, kind=self.kind, uids=uids.values())
        new: list[DiaryRecord] = []
        others: list[DiaryRecord] = []
        broken: list[Refused] = []
        for record in records:
            there = present.get(uids[id(record)])
            if there is not None and _says_the_same(there, record):
                self.restored.known[self.kind] += 1
            elif reason := self._impossible(record):
                broken.append((record, reason))
            else:
                (new if there is None else others).append(record)
        if not broken:
            broken += self._store_new(new)
            broken += [found for record in others for found in self._attempt(record, self._store_beside)]
        return broken

    def _store_new(self, records: Sequence[DiaryRecord]) -> list[Refused]:
        """All at once, and one by one if the database refuses any of them."""
        try:
            with transaction.atomic():
                self._create(*records)
        except DatabaseError:
            return [found for record in records for found in self._attempt(record, self._create)]
        return []

    def _attempt(self, record: DiaryRecord, store: Callable[[DiaryRecord], None]) -> list[Refused]:
        """Store one record; returns it if no diary can hold it, and notes it if only this one cannot."""
        try:
            with transaction.atomic():
                store(record)
        except DatabaseError as error:
            rule = self._broken_rule(record)
            if rule or not isinstance(error, IntegrityError):
                return [(record, rule or "the database takes none of it")]
            reason = _BESIDE_ANOTHER.get(self.kind, "It does not fit beside what is in your diary")
            self.restored.refused.append((record, reason))
        return []

    def _create(self, *records: DiaryRecord) -> None:
        create_records(user=self.user, kind=self.kind, records=[self._new(record) for record in records])
        self.restored.stored[self.kind] += len(records)

    def _store_beside(self, record: DiaryRecord) -> None:
        """By the rule for a uid that is taken: the same is stored once, anything else beside it."""
        saved = save_record(
            kind=self.kind,
            user=self.user,
            uid=self._uid(record),
            content=record.content,
            moment=record.moment,
            moment_said=True,
            now=self.now,
        )
        is_new = saved.outcome != "already" and saved.record.updated_at == self.now
        (self.restored.stored if is_new else self.restored.known)[self.kind] += 1
        self.restored.kept_both[self.kind] += is_new and saved.outcome == "kept_both"

    def _new(self, record: DiaryRecord) -> NewRecord:
        return NewRecord(
            uid=self._uid(record),
            moment=record.moment,
            content=record.content,
            received_at=record.received_at,
            updated_at=self.now,
        )

    def _uid(self, record: DiaryRecord) -> Any:
        """A day has one log, whatever the file calls it."""
        return day_uid(record.moment.local_date) if self.kind == DayLog.KIND else record.uid

    def _rows(self, record: DiaryRecord) -> list[models.Model]:
        row = unsaved_record(user=self.user, kind=self.kind, record=self._new(record))
        return [row, *row.parts(record.content)]

    def _impossible(self, record: DiaryRecord) -> str:
        """Why no field can hold it; "" where they can. Asks nothing of the database."""
        try:
            for row in self._rows(record):
                row.clean_fields(exclude={field.name for field in row._meta.fields if field.is_relation})
        except ValidationError as error:
            return _first_of(error)
        except ValueError as error:
            return str(error)[:100]
        return ""

    def _broken_rule(self, record: DiaryRecord) -> str:
        """The rule of the database that it breaks by itself, whatever else is in the diary; "" where it is none."""
        for row in self._rows(record):
            for rule in row._meta.constraints:
                if isinstance(rule, models.CheckConstraint):
                    try:
                        rule.validate(type(row), row)
                    except ValidationError:
                        return f"it breaks the rule “{rule.name.replace('_', ' ')}”"
        return ""


def _says_the_same(row: Any, record: DiaryRecord) -> bool:
    return row.deleted_at is None and bool(row.content == record.content and row.moment == record.moment)


def _restore_beside(user: User, file: DiaryFile) -> None:
    for name, values in file.beside.items():
        table = BESIDE_MODELS[name]
        if not table.objects.filter(user=user).exists():
            for value in values:
                row = table(user=user, **asdict(value))
                row.full_clean()
                row.save()


def _take_settings(user: User, settings: DiarySettings) -> None:
    person = User.objects.get(pk=user.pk)
    names = {field.name for field in fields(settings)}
    for name in names:
        setattr(person, name, getattr(settings, name))
    person.clean_fields(exclude={field.name for field in person._meta.fields} - names)
    person.validate_constraints()
    person.save(update_fields=names)


def _first_of(error: ValidationError) -> str:
    """`intensity: “x” is not a number`: the first thing that is wrong, on one line."""
    name, reasons = next(iter(error.message_dict.items()))
    said = " ".join(reasons[0].split())
    return said[:120] if name == "__all__" else f"{name.replace('_', ' ')}: {said[:120]}"

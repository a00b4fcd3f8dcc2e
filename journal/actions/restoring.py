"""Bringing a whole diary back in: what is missing is added, what says something else is kept beside what is there.

All of it happens in one transaction, and may be tried first without anything staying, a part at a time. A record is
told by its uid, as everywhere: the same one is never stored twice, and one that was deleted is wanted again.
"""

import datetime as dt
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, fields

from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, transaction

from journal.actions.bulk import create_records
from journal.actions.diary import touch_diary
from journal.actions.records import save_record
from journal.actions.restore_plan import (
    BESIDE_ANOTHER,
    MOST_BROKEN,
    ImpossibleDiaryError,
    Part,
    Plan,
    Refused,
    broken_rule,
    diary_version,
    first_of,
    new_record,
    parts_of,
    planned,
    raise_if,
    uid_of,
)
from journal.analytics.diary_file import DiaryFile, DiaryRecord, DiarySettings
from journal.models import DiaryImport, User
from journal.queries.export import BESIDE_MODELS


@dataclass
class Restored:
    """What became of the records, counted by kind. `refused` are those that the diary cannot hold beside what is in
    it, each with the reason; they are in none of the counts."""

    stored: Counter[str] = field(default_factory=Counter)
    known: Counter[str] = field(default_factory=Counter)
    kept_both: Counter[str] = field(default_factory=Counter)
    refused: list[Refused] = field(default_factory=list)


def restore_diary(*, user: User, file: DiaryFile, take_settings: bool, now: dt.datetime) -> Restored:
    """Add what the file has and the diary has not. What is added carries `now` as its `updated_at`.

    Settings replace those of the person only where `take_settings`; goals and the like are taken where there are none.
    Raises ImpossibleDiaryError.
    """
    plan = planned(user=user, file=file)
    with transaction.atomic():
        touch_diary(user=user)
        return _restore(plan, user=user, file=file, take_settings=take_settings, now=now)


def rehearse_restore(*, user: User, file: DiaryFile, now: dt.datetime) -> Restored:
    """What `restore_diary` would do, without doing it. Raises ImpossibleDiaryError.

    Each part is tried by itself and rolled back, so that nobody else waits long: SQLite has one writer at a time.
    """
    plan, restored = planned(user=user, file=file), Restored()
    broken: list[Refused] = []
    for part in plan.parts:
        with transaction.atomic():
            touch_diary(user=user)
            broken += _Storing(user=user, kind=part.kind, now=now, restored=restored).store(part)
            transaction.set_rollback(True)
        raise_if(broken, at_least=MOST_BROKEN)
    raise_if(broken)
    with transaction.atomic():
        _restore_rest(user, file, take_settings=True)
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
    plan = planned(user=diary_import.user, file=file)
    with transaction.atomic():
        touch_diary(user=diary_import.user)
        locked = DiaryImport.objects.select_for_update().get(pk=diary_import.pk)
        if locked.started_at is None and locked.finished_at is None:
            restored = _restore(plan, user=locked.user, file=file, take_settings=take_settings, now=now)
            locked.started_at = locked.finished_at = now
            locked.stored_rows = restored.stored.total()
            locked.known_rows = restored.known.total()
            locked.kept_both_rows = restored.kept_both.total()
            locked.ready_rows = locked.done_rows = locked.stored_rows + locked.known_rows
            locked.problem_rows = len(restored.refused)
            locked.content, locked.leftovers = None, zlib.compress(leftovers_of(restored))
            locked.save()
    diary_import.refresh_from_db()


def _restore(plan: Plan, *, user: User, file: DiaryFile, take_settings: bool, now: dt.datetime) -> Restored:
    """The caller holds the transaction and has touched the diary. Raises ImpossibleDiaryError."""
    restored = Restored()
    # The caller has raised it by one; where it was raised by others, too, what was found no longer holds.
    parts = plan.parts if diary_version(user=user) == plan.diary_version + 1 else parts_of(user=user, file=file)
    broken: list[Refused] = []
    for part in parts:
        broken += _Storing(user=user, kind=part.kind, now=now, restored=restored).store(part)
        raise_if(broken, at_least=MOST_BROKEN)
    raise_if(broken)
    _restore_rest(user, file, take_settings=take_settings)
    return restored


@dataclass(frozen=True, kw_only=True)
class _Storing:
    """Records of one kind on their way into a diary."""

    user: User
    kind: str
    now: dt.datetime
    restored: Restored

    def store(self, part: Part) -> list[Refused]:
        """Store them, and count what became of each; returns those that no diary can hold."""
        self.restored.known[self.kind] += part.known
        broken = self._store_new(part.new)
        return broken + [found for record in part.others for found in self._attempt(record, self._store_beside)]

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
            rule = broken_rule(user=self.user, record=record)
            if rule or not isinstance(error, IntegrityError):
                return [(record, rule or "the database takes none of it")]
            reason = BESIDE_ANOTHER.get(self.kind, "It does not fit beside what is in your diary")
            self.restored.refused.append((record, reason))
        return []

    def _create(self, *records: DiaryRecord) -> None:
        create_records(
            user=self.user, kind=self.kind, records=[new_record(record=record, now=self.now) for record in records]
        )
        self.restored.stored[self.kind] += len(records)

    def _store_beside(self, record: DiaryRecord) -> None:
        """By the rule for a uid that is taken: the same is stored once, anything else beside it."""
        saved = save_record(
            kind=self.kind,
            user=self.user,
            uid=uid_of(record),
            content=record.content,
            moment=record.moment,
            moment_said=True,
            now=self.now,
        )
        is_new = saved.outcome != "already" and saved.record.updated_at == self.now
        (self.restored.stored if is_new else self.restored.known)[self.kind] += 1
        self.restored.kept_both[self.kind] += is_new and saved.outcome == "kept_both"


def _restore_rest(user: User, file: DiaryFile, *, take_settings: bool) -> None:
    try:
        _restore_beside(user, file)
        if take_settings:
            _take_settings(user, file.settings)
    except ValidationError as error:
        raise ImpossibleDiaryError([(None, first_of(error))]) from error


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

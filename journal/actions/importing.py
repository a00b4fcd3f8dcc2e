"""Bringing a diary file in: keep it, say what it means, store its rows by and by, take all of it back.

Storing goes in steps, so that no request takes long; each step is whole, and the next begins where the last one
ended, whoever asks for it. A row has the same uid in every copy of a file, so nothing is ever stored twice.
"""

import datetime as dt
import uuid
import zlib
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from django.db import IntegrityError, transaction
from django.db.models import Exists, F, OuterRef

from journal.actions.bulk import NewRecord, create_records
from journal.actions.diary import touch_diary
from journal.analytics.moments import Moment
from journal.analytics.records import MassageContent, PainContent
from journal.models import RECORD_MODELS, DiaryImport, MassageSession, MyTherapist, User

KEPT_FOR = dt.timedelta(days=1)
_NAME_LENGTH = 120


class RowToStore(Protocol):
    """A row of a file as the record that it becomes."""

    @property
    def uid(self) -> uuid.UUID: ...
    @property
    def moment(self) -> Moment: ...
    @property
    def content(self) -> PainContent | MassageContent: ...


def receive_file(
    *,
    user: User,
    uid: uuid.UUID,
    content: bytes,
    file_name: str,
    now: dt.datetime,
    kind: str = "pain",
    mapping: Mapping[str, Any] | None = None,
) -> DiaryImport:
    """Keep a file until it is imported. The same upload sent twice is kept once. Erases files that are too old."""
    erase_import_files(now=now)
    kept = {"content": zlib.compress(content), "file_name": file_name[-_NAME_LENGTH:], "received_at": now}
    kept |= {"kind": kind, "mapping": mapping or {}}
    received, _ = DiaryImport.objects.get_or_create(user=user, uid=uid, defaults=kept)
    return received


def choose_mapping(*, diary_import: DiaryImport, kind: str, mapping: Mapping[str, Any]) -> None:
    """Keep what the person says of the columns, unless the rows are already being stored."""
    DiaryImport.objects.filter(pk=diary_import.pk, started_at=None).update(kind=kind, mapping=mapping)


def begin_import(
    *,
    diary_import: DiaryImport,
    tz: str,
    day_starts_at: int,
    ready: int,
    merged: int,
    left_out: int,
    problems: int,
    leftovers: bytes,
    now: dt.datetime,
) -> None:
    """Fix what every step must see alike: the zone, the moment it began, and how many rows there are of each sort."""
    DiaryImport.objects.filter(pk=diary_import.pk, started_at=None).update(
        tz=tz,
        day_starts_at=day_starts_at,
        ready_rows=ready,
        merged_rows=merged,
        left_out_rows=left_out,
        problem_rows=problems,
        leftovers=zlib.compress(leftovers),
        started_at=now,
    )
    diary_import.refresh_from_db()


def store_rows(*, diary_import: DiaryImport, first: int, rows: Sequence[RowToStore], now: dt.datetime) -> None:
    """Store the rows from number `first` on; the import is finished with the last one, and its file erased.

    Does nothing where another request has stored them meanwhile.
    """
    with transaction.atomic():
        touch_diary(user=diary_import.user)
        locked = DiaryImport.objects.select_for_update().get(pk=diary_import.pk)
        if locked.done_rows == first and locked.finished_at is None and locked.started_at is not None:
            stored = _store(locked.user, locked.kind, rows, locked.started_at)
            locked.stored_rows += stored
            locked.known_rows += len(rows) - stored
            locked.done_rows += len(rows)
            if locked.done_rows == locked.ready_rows:
                locked.finished_at, locked.content = now, None
            locked.save()
    diary_import.refresh_from_db()


def take_import_back(*, diary_import: DiaryImport, now: dt.datetime) -> int:
    """Take every record of an import out of the diary; returns how many. `put_import_back` brings them back."""
    with transaction.atomic():
        touch_diary(user=diary_import.user)
        locked = DiaryImport.objects.select_for_update().get(pk=diary_import.pk)
        if locked.taken_back_at is not None or locked.started_at is None:
            return 0
        change = {"deleted_at": now, "updated_at": now, "version": F("version") + 1}
        count: int = sum(records.filter(deleted_at=None).update(**change) for records in _records_of(locked))
        # Therapists who came with it go too, unless another session names them or something was kept about them.
        came = MyTherapist.objects.owned_by(locked.user).filter(received_at=locked.started_at, version=1)
        needed = Exists(MassageSession.objects.filter(therapist=OuterRef("pk"), deleted_at=None))
        came.filter(~needed).update(**change)
        # An import that is taken back half way ends there.
        locked.taken_back_at, locked.content = now, None
        locked.finished_at = locked.finished_at or now
        locked.save()
        return count


def put_import_back(*, diary_import: DiaryImport, now: dt.datetime) -> int:
    """Undo `take_import_back` for the records that are not erased yet; returns how many."""
    with transaction.atomic():
        touch_diary(user=diary_import.user)
        locked = DiaryImport.objects.select_for_update().get(pk=diary_import.pk)
        if locked.taken_back_at is None:
            return 0
        # Those of a whole diary get the mark of their import again, so that they can be taken back again.
        updated_at = locked.started_at if locked.kind == DiaryImport.BACKUP else now
        # What was deleted one by one before stays deleted.
        there = {"user_id": locked.user_id, "deleted_at": locked.taken_back_at}
        count = sum(_put_back(model.objects.filter(**there), updated_at) for model in _models_of(locked))
        gone = MyTherapist.objects.filter(user=locked.user, deleted_at=locked.taken_back_at)
        gone.filter(received_at=locked.started_at).update(deleted_at=None, updated_at=now, version=F("version") + 1)
        locked.taken_back_at = None
        locked.save(update_fields=["taken_back_at"])
        return count


def discard_import(*, diary_import: DiaryImport) -> None:
    """Erase a file of which nothing was stored."""
    DiaryImport.objects.filter(pk=diary_import.pk, started_at=None).delete()


def erase_import_files(*, now: dt.datetime) -> int:
    """Erase the files that came a day ago or earlier, and what was left over of them; returns how many files.

    Their counts stay. An import that was not finished by then ends as far as it came.
    """
    old = DiaryImport.objects.filter(received_at__lte=now - KEPT_FOR)
    with transaction.atomic():
        never_begun = old.filter(started_at=None).delete()[0]
        old.filter(finished_at=None).update(finished_at=now)
        erased = old.exclude(content=None, leftovers=None).update(content=None, leftovers=None)
    return never_begun + erased


def _models_of(diary_import: DiaryImport) -> list[Any]:
    is_backup = diary_import.kind == DiaryImport.BACKUP
    return list(RECORD_MODELS.values()) if is_backup else [RECORD_MODELS[diary_import.kind]]


def _records_of(diary_import: DiaryImport) -> list[Any]:
    """What it stored, by model. Of a whole diary those that were changed since are not among it."""
    mark = "updated_at" if diary_import.kind == DiaryImport.BACKUP else "received_at"
    owned = {"user_id": diary_import.user_id, mark: diary_import.started_at}
    return [model.objects.filter(**owned) for model in _models_of(diary_import)]


def _put_back(records: Any, updated_at: Any) -> int:
    """One by one where the diary has something by now that one of them cannot stand beside; that one stays away."""
    try:
        with transaction.atomic():
            count: int = records.update(deleted_at=None, updated_at=updated_at, version=F("version") + 1)
            return count
    except IntegrityError:
        keys = list(records.values_list("pk", flat=True))
        return sum(_put_back(records.filter(pk=key), updated_at) for key in keys) if len(keys) > 1 else 0


def _store(user: User, kind: str, rows: Sequence[RowToStore], received_at: dt.datetime) -> int:
    """Create the rows that are not in the diary yet; returns how many.

    A record that was deleted is wanted again: it comes back as the file has it, as a version of its own.
    """
    records = RECORD_MODELS[kind].objects.filter(user=user, uid__in=[row.uid for row in rows])
    present = set(records.filter(deleted_at=None).values_list("uid", flat=True))
    versions = dict(records.exclude(deleted_at=None).values_list("uid", "version"))
    records.exclude(deleted_at=None).delete()
    new = [row for row in rows if row.uid not in present]
    create_records(
        user=user,
        kind=kind,
        records=[
            NewRecord(
                uid=row.uid,
                moment=row.moment,
                content=row.content,
                received_at=received_at,
                version=versions.get(row.uid, 0) + 1,
            )
            for row in new
        ],
    )
    return len(new)

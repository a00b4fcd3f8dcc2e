"""Saving, changing, deleting and restoring a record: one mechanism for every kind.

Saving is safe to repeat: the same uid with the same content is the same record, however often and however parallel
it arrives. The same uid with other content keeps both. A change names the version it was made from; if somebody
changed the record meanwhile nothing is written. Every earlier version can be brought back.
"""

import datetime as dt
import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.db import IntegrityError, transaction

from journal.actions.diary import touch_diary
from journal.actions.therapist_names import as_known, link_therapists
from journal.analytics.frozen_json import from_plain, to_plain
from journal.analytics.moments import Moment
from journal.analytics.record_kinds import KINDS
from journal.analytics.records import Content, MassageContent
from journal.models import RECORD_MODELS, Revision, User


@dataclass(frozen=True, kw_only=True)
class Saved:
    """The record as it stands now, and how it came to be.

    "created": it is new, or was deleted and is back. "already": it had been saved before, and perhaps changed since.
    "kept_both": the uid was taken by other content, so this one was kept beside it under a uid of its own.
    """

    record: Any
    outcome: Literal["created", "already", "kept_both"]


class StaleChange(Exception):
    """The record is no longer at the version that the change was made from; `current` is what it says now."""

    def __init__(self, current: Any) -> None:
        super().__init__("The record was changed meanwhile.")
        self.current = current


def save_record(
    *, kind: str, user: User, uid: uuid.UUID, content: Content, moment: Moment, moment_said: bool, now: dt.datetime
) -> Saved:
    """Save a record once. `moment_said` is False where the moment is just "now": a repeat then differs only by
    when it arrived, and is still the same record."""
    try:
        with transaction.atomic():
            return Saved(record=_create(kind, user, uid, content, moment, now), outcome="created")
    except IntegrityError:  # most likely sent before, which is rare enough not to look for it first
        found = _find(kind, user, uid)
        if found is None:
            raise
    said = _fingerprint(as_known(user=user, content=content), moment if moment_said else None)
    if said in _said_so_far(found, with_moment=moment_said):
        return _saved_before(found, now)
    twin = save_record(
        kind=kind,
        user=user,
        uid=uuid.uuid5(uid, said),
        content=content,
        moment=moment,
        moment_said=moment_said,
        now=now,
    )
    return Saved(record=twin.record, outcome="kept_both")


def change_record(
    *, kind: str, user: User, uid: uuid.UUID, version: int, content: Content, moment: Moment, now: dt.datetime
) -> Any:
    """Replace what a record says. Sending the same change twice changes it once.

    Raises StaleChange if the record is not at `version` (deleting it is a change too), DoesNotExist if the person
    has no such record. A change made knowingly from a deleted record brings it back.
    """
    with transaction.atomic():
        record = _locked(kind, user, uid)
        content = as_known(user=user, content=content)
        if record.deleted_at is None and _fingerprint(record.content, record.moment) == _fingerprint(content, moment):
            return record
        if record.version != version:
            raise StaleChange(record)
        _keep_revision(record, now)
        _write(record, content, moment, now)
        return record


def delete_record(*, kind: str, user: User, uid: uuid.UUID, now: dt.datetime) -> Any:
    """Take a record out of the diary; `undo_change` brings it back until it is erased for good.

    Raises DoesNotExist if the person never had such a record. Deleting twice deletes once.
    """
    with transaction.atomic():
        record = _locked(kind, user, uid)
        if record.deleted_at is None:
            _set_deleted(record, now, deleted=True)
        return record


def undo_change(*, kind: str, user: User, uid: uuid.UUID, version: int, now: dt.datetime) -> Any:
    """Take back the change that made `version`: a deletion, an edit, or the record's creation (version 1).

    Does nothing where that change is no longer the latest, so that tapping twice undoes once. Raises DoesNotExist
    if the person has no such record.
    """
    with transaction.atomic():
        record = _locked(kind, user, uid)
        if record.version != version:
            return record
        earlier = Revision.objects.filter(user=user, kind=kind, uid=uid, version=version - 1).first()
        if record.deleted_at is not None or version == 1:
            _set_deleted(record, now, deleted=record.deleted_at is None)
        elif earlier is not None:
            _keep_revision(record, now)
            _write(record, *_read(kind, earlier.said), now)
        return record


def undo_changes(*, kind: str, user: User, versions: Sequence[tuple[uuid.UUID, int]], now: dt.datetime) -> Any:
    """Take back several changes made at once; the others only if the first could be. Returns the first record.

    Raises DoesNotExist if the person lacks any of the records.
    """
    with transaction.atomic():
        (uid, version), *others = versions
        record = undo_change(kind=kind, user=user, uid=uid, version=version, now=now)
        if record.version == version + 1:
            for uid, version in others:
                undo_change(kind=kind, user=user, uid=uid, version=version, now=now)
        return record


def erase_deleted(*, before: dt.datetime) -> int:
    """Erase for good what was deleted, and versions replaced, before a moment. Returns the number of records."""
    erased = 0
    with transaction.atomic():
        for model in reversed(RECORD_MODELS.values()):  # what names another record goes before that
            erased += model.objects.erase_deleted(before=before)
        Revision.objects.filter(made_at__lt=before).delete()
    return erased


def _said_so_far(record: Any, *, with_moment: bool) -> set[str]:
    """Fingerprints of what a record says and of what it said before it was changed."""
    user = record.user
    earlier = Revision.objects.filter(user=user, kind=record.KIND, uid=record.uid).values_list("said", flat=True)
    versions = [_read(record.KIND, said) for said in earlier]
    versions.append((record.content, record.moment))
    return {
        _fingerprint(as_known(user=user, content=content), moment if with_moment else None)
        for content, moment in versions
    }


def _saved_before(record: Any, now: dt.datetime) -> Saved:
    """Sent again after it was deleted, it is wanted again."""
    if record.deleted_at is None:
        return Saved(record=record, outcome="already")
    restored = undo_change(kind=record.KIND, user=record.user, uid=record.uid, version=record.version, now=now)
    return Saved(record=restored, outcome="created")


def _locked(kind: str, user: User, uid: uuid.UUID) -> Any:
    """The person's record, deleted or not, in a transaction that holds the diary."""
    touch_diary(user=user)
    return RECORD_MODELS[kind].objects.filter(user=user).select_for_update().get(uid=uid)


def _set_deleted(record: Any, now: dt.datetime, *, deleted: bool) -> None:
    record.deleted_at = now if deleted else None
    record.updated_at = now
    record.version += 1
    record.save(update_fields=["deleted_at", "updated_at", "version"])
    if not deleted:
        _came_back(record, now)


def _find(kind: str, user: User, uid: uuid.UUID) -> Any:
    return RECORD_MODELS[kind].objects.filter(user=user, uid=uid).first()


def _create(kind: str, user: User, uid: uuid.UUID, content: Content, moment: Moment, now: dt.datetime) -> Any:
    touch_diary(user=user)
    record: Any = RECORD_MODELS[kind](user=user, uid=uid, received_at=now, updated_at=now)
    _take(record, content, moment, now)
    record.save(force_insert=True)
    record.save_parts(content)
    return record


def _write(record: Any, content: Content, moment: Moment, now: dt.datetime) -> None:
    was_deleted = record.deleted_at is not None
    _take(record, content, moment, now)
    record.version += 1
    record.updated_at = now
    record.deleted_at = None
    record.save()
    record.save_parts(content)
    if was_deleted:
        _came_back(record, now)


def _came_back(record: Any, now: dt.datetime) -> None:
    if beside := record.came_back():
        other, content = beside
        _keep_revision(other, now)
        _write(other, content, other.moment, now)


def _take(record: Any, content: Content, moment: Moment, now: dt.datetime) -> None:
    record.take(content)
    record.moment = moment
    if isinstance(content, MassageContent):
        link_therapists(user=record.user, named=[(record, content.therapist_name)], now=now)


def _keep_revision(record: Any, now: dt.datetime) -> None:
    Revision.objects.create(
        user=record.user,
        kind=record.KIND,
        uid=record.uid,
        version=record.version,
        said={"content": to_plain(record.content), "moment": to_plain(record.moment)},
        made_at=now,
    )


def _read(kind: str, said: dict[str, Any]) -> tuple[Content, Moment]:
    """What `_keep_revision` kept."""
    content: Content = from_plain(said["content"], kind=KINDS[kind].content, may_lack=True)
    return content, from_plain(said["moment"], kind=Moment)


def _fingerprint(content: Content, moment: Moment | None) -> str:
    return json.dumps({"content": to_plain(content), "moment": moment and to_plain(moment)}, sort_keys=True)

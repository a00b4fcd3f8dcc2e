"""Making one flare-up of several that overlap."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from journal.actions.diary import touch_diary
from journal.actions.records import StaleChange, change_record, delete_record
from journal.analytics.flare_overlap import Told, as_one
from journal.models import FlareUp, User
from journal.queries.flare_overlap import told


@dataclass(frozen=True, kw_only=True)
class Merged:
    """The flare-up that is left, and every record that was changed or deleted for it."""

    flare: Any
    changes: tuple[Any, ...]


def merge_flares(
    *, user: User, typed: Told, changed: tuple[uuid.UUID, int] | None, overlaps: Sequence[uuid.UUID], now: dt.datetime
) -> Merged:
    """Make `typed` and the stored flare-ups it overlaps one; `undo_changes` of all that changed takes it
    back.

    `changed` is the record that `typed` changes and the version it was made from; for a new flare-up the oldest of
    those it overlaps takes it in. Raises StaleChange if that record is no longer at that version, DoesNotExist if any
    of the flare-ups is gone.
    """
    with transaction.atomic():
        touch_diary(user=user)
        stored: list[FlareUp] = [FlareUp.objects.owned_by(user).get(uid=uid) for uid in overlaps]
        if changed:
            uid, version = changed
            record: FlareUp = FlareUp.objects.filter(user=user).get(uid=uid)
            if record.version != version:
                raise StaleChange(record)
            whole = as_one(kept=typed, others=[told(flare) for flare in stored])
        else:
            record, *stored = stored
            uid, version = record.uid, record.version
            whole = as_one(kept=told(record), others=[typed, *(told(flare) for flare in stored)])
        # First, since only one may last.
        gone = [delete_record(kind=FlareUp.KIND, user=user, uid=flare.uid, now=now) for flare in stored]
        kept = change_record(
            kind=FlareUp.KIND,
            user=user,
            uid=uid,
            version=version,
            content=whole.content,
            moment=whole.start,
            now=now,
        )
        # Where it had taken all in before, nothing about it changed that could be taken back.
        return Merged(flare=kept, changes=(*([kept] if kept.updated_at == now else []), *gone))

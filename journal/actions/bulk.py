"""Storing many records of one kind at once, for whoever has made sure that none of them is there yet."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from journal.actions.therapist_names import link_therapists
from journal.analytics.moments import Moment
from journal.analytics.records import Content, MassageContent
from journal.models import RECORD_MODELS, User

_BATCH = 500


@dataclass(frozen=True, kw_only=True)
class NewRecord:
    """A record to be stored as if it had been received at `received_at`, and then changed at `updated_at`, if ever."""

    uid: uuid.UUID
    moment: Moment
    content: Content
    received_at: dt.datetime
    updated_at: dt.datetime | None = None
    version: int = 1


def create_records(*, user: User, kind: str, records: Sequence[NewRecord]) -> None:
    """Store them with all that belongs to them. The caller holds the transaction and has touched the diary."""
    made = [unsaved_record(user=user, kind=kind, record=record) for record in records]
    named = [
        (row, record.content.therapist_name)
        for row, record in zip(made, records, strict=True)
        if isinstance(record.content, MassageContent)
    ]
    if named:
        link_therapists(user=user, named=named, now=records[0].received_at)
    RECORD_MODELS[kind].objects.bulk_create(made, batch_size=_BATCH)
    parts: list[Any] = list(
        chain.from_iterable(row.parts(record.content) for row, record in zip(made, records, strict=True))
    )
    if parts:  # all of them are of one model
        type(parts[0]).objects.bulk_create(parts, batch_size=_BATCH)


def unsaved_record(*, user: User, kind: str, record: NewRecord) -> Any:
    """The row that it becomes."""
    row: Any = RECORD_MODELS[kind](
        user=user,
        uid=record.uid,
        version=record.version,
        received_at=record.received_at,
        updated_at=record.updated_at or record.received_at,
    )
    row.take(record.content)
    row.moment = record.moment
    return row

"""A whole diary outside of the database: one record of it, what stands beside them, a file of it.

The same for what goes out and what comes back in. docs/export.md describes the files.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from journal.analytics.moments import Moment
from journal.analytics.prevention import Goal
from journal.analytics.records import Content

FORMAT = "sciatica-diary"
VERSION = 1
JSON_NAME = "diary.json"


@dataclass(frozen=True, kw_only=True, slots=True)
class DiaryRecord:
    """One record of a diary. `received_at` is when it came in, an aware instant."""

    kind: str
    uid: UUID
    moment: Moment
    received_at: datetime
    content: Content


@dataclass(frozen=True, kw_only=True)
class DiarySettings:
    """How the diary works for its person: fields of the same name of the account."""

    time_zone: str = "UTC"
    day_starts_at: int = 0
    theme: str = "auto"
    usual_side: str = ""
    country: str = ""
    flare_after_days: int = 2


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A pain form that was begun and not saved: its fields as they were typed, unchecked."""

    uid: UUID
    fields: Mapping[str, list[str]]
    began_at: datetime
    kept_at: datetime


@dataclass(frozen=True, kw_only=True)
class Rhythm:
    """How often a questionnaire is asked, and from which day on."""

    instrument: str
    every_weeks: int
    not_before: date


@dataclass(frozen=True, kw_only=True)
class DiaryFile:
    """What a file of a diary holds. `beside` are rows of `BESIDE` by their name."""

    exported_at: datetime
    settings: DiarySettings
    beside: Mapping[str, tuple[Any, ...]]
    records: tuple[DiaryRecord, ...]


BESIDE: dict[str, type[Any]] = {"goals": Goal, "rhythms": Rhythm, "drafts": Draft}
"""What a person keeps that is no record, by its name in the file: values whose fields are those of its table."""


@dataclass(frozen=True, kw_only=True)
class ExportFile:
    """A file to hand out; `body` may be made while it is read."""

    filename: str
    content_type: str
    body: Iterable[bytes]

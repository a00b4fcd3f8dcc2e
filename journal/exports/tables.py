"""One table for each kind of record, as CSV for a spreadsheet: a row for each record, what was not said left empty."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC
from decimal import Decimal
from enum import StrEnum
from typing import Any

from journal.analytics.diary_file import DiaryRecord
from journal.analytics.moments import Moment
from journal.analytics.questionnaires import score_number, score_of
from journal.analytics.record_kinds import KINDS
from journal.analytics.records import Area, Feeling, QuestionnaireContent, Triggered
from journal.analytics.spreadsheet import defused
from journal.analytics.vocabulary import (
    Change,
    DoseUnit,
    Giver,
    Goal,
    Lifting,
    Soreness,
    Technique,
    Trigger,
)
from journal.analytics.wording import describe_place, short_label

_AT_ONCE = 200
_LABELS: dict[str, type[StrEnum]] = {
    "technique": Technique,
    "given_by": Giver,
    "goal": Goal,
    "soreness_next_day": Soreness,
    "lifting": Lifting,
    "unit": DoseUnit,
    "change": Change,
}
"""Fields that hold codes of the vocabulary, for which their words are shown."""


def table(*, kind: str, records: Iterable[DiaryRecord]) -> Iterator[bytes]:
    """The rows of one kind in pieces; begins with the mark by which Excel knows UTF-8."""
    names = [field.name for field in fields(KINDS[kind].content)]
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    text.write("\ufeff")
    writer.writerow(_header(kind, names))
    for number, record in enumerate(records, 1):
        writer.writerow([defused(cell) for cell in _row(record, names)])
        if number % _AT_ONCE == 0:
            yield _taken(text)
    yield _taken(text)


def _taken(text: io.StringIO) -> bytes:
    piece = text.getvalue().encode()
    text.seek(0)
    text.truncate()
    return piece


def _header(kind: str, names: list[str]) -> list[str]:
    said: list[str] = []
    for name in names:
        said += ["end date", "end time"] if name == "end" else [name.replace("_", " ")]
    score = ["score"] if kind == "questionnaire" else []
    return ["date", "time", "time zone", *said, *score, "received", "id"]


def _row(record: DiaryRecord, names: list[str]) -> Iterator[str]:
    yield from (*_day_and_time(record.moment), record.moment.tz)
    for name in names:
        value = getattr(record.content, name)
        if name == "end":
            yield from _day_and_time(value)
        else:
            yield _cell(name, value)
    if isinstance(record.content, QuestionnaireContent):
        score = score_of(record.content)
        yield "" if score is None else score_number(score)
    yield f"{record.received_at.astimezone(UTC):%Y-%m-%d %H:%M}Z"
    yield str(record.uid)


def _day_and_time(moment: Moment | None) -> tuple[str, str]:
    """The date is the diary day, which after midnight may still be the day before."""
    if moment is None:
        return "", ""
    return moment.local_date.isoformat(), f"{moment.wall:%H:%M}" if moment.time_known else ""


def _cell(name: str, value: Any) -> str:
    if value is None or value == "":
        return ""
    if name in _LABELS:
        return next((label for code, label in _LABELS[name].choices() if code == value), str(value))  # type: ignore[attr-defined]
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float | Decimal):
        return f"{Decimal(str(value)).normalize():f}"
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {number}" for key, number in value.items())
    return "; ".join(map(_part, value)) if isinstance(value, tuple) else str(value)


def _part(value: Any) -> str:
    if isinstance(value, Feeling):
        strength = "" if value.intensity is None else _cell("", value.intensity)
        place = describe_place(value.place) if value.place else ""
        return ", ".join(word for word in (value.quality, place, strength) if word)
    if isinstance(value, Area):
        return describe_place(value.place)
    if isinstance(value, Triggered):
        return f"{short_label(Trigger(value.trigger).label)} {value.rating}"
    parts = [_cell("", getattr(value, field.name)) for field in fields(value)] if is_dataclass(value) else [str(value)]
    return ", ".join(part for part in parts if part)

"""The journal: every kind of record in one list by diary day, newest first, read page by page.

A page begins at the position of a row, never at a number of rows, so it stays the same while records arrive and takes
as long in the tenth year as on the first day.
"""

import datetime as dt
import re
import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import groupby
from operator import or_
from typing import Any, Literal, NamedTuple

from django.core import signing
from django.db import connection
from django.db.models import Exists, IntegerField, OuterRef, Q, Value

from journal.analytics.journal_filter import JournalFilter
from journal.analytics.moments import Moment
from journal.analytics.records import Content
from journal.analytics.vocabulary import Quality, Region
from journal.analytics.wording import hours_between
from journal.models import (
    DayLog,
    FlareNote,
    FlareUp,
    MassageArea,
    MassageSession,
    MedicationDose,
    PainEntry,
    Record,
    SafetyCheck,
    Sensation,
    User,
)
from journal.queries.mixed_records import mixed_records
from journal.queries.record_parts import RecordParts, parts_of

PAGE_LENGTH = 40

Part = Literal["", "start", "end"]


@dataclass(frozen=True, kw_only=True)
class JournalRow:
    """A record, or the start or the end of a flare-up, as one line of the journal."""

    kind: str
    part: Part
    uid: uuid.UUID
    moment: Moment
    content: Content
    days: int | None = None
    """How many diary days a flare-up lasted, its first and last included; None while it lasts, and for other kinds."""
    hours: float | None = None
    """How many hours, where that is known and less than a day."""


@dataclass(frozen=True, kw_only=True)
class JournalDay:
    """The rows of one diary day; `continued` where the day began on the page before."""

    day: dt.date
    continued: bool
    rows: tuple[JournalRow, ...]


@dataclass(frozen=True, kw_only=True)
class JournalPage:
    """Some forty rows by day. `older` and `newer` are cursors for `before` and `after`, empty where nothing follows."""

    days: tuple[JournalDay, ...]
    older: str
    newer: str


class _Position(NamedTuple):
    """Where a row stands; the largest comes first. `stream` keeps rows of the same instant apart."""

    day: dt.date
    at: dt.datetime
    stream: int
    pk: int


class _Stream(NamedTuple):
    """Rows of one sort: `day` and `at` are the columns of their position, `texts` those that a search looks at, and
    `kind` what a filter calls them where it is not the record's own KIND."""

    model: type[Record]
    texts: tuple[str, ...] = ("note",)
    part: Part = ""
    day: str = "local_date"
    at: str = "occurred_at"
    kind: str = ""


# An end stands above a start at the same instant, and a massage above the pain that led to it. A new sort of rows is a
# line at the end: cursors name a stream by its place.
_STREAMS = (
    _Stream(FlareUp, ("note", "helped"), "start"),
    _Stream(PainEntry),
    _Stream(MassageSession, ("note", "therapist__name")),
    _Stream(FlareUp, ("note", "helped"), "end", "end_date", "ended_at"),
    _Stream(MedicationDose, ("note", "name")),
    _Stream(DayLog),
    _Stream(SafetyCheck, ()),
    _Stream(FlareNote, kind=FlareUp.KIND),
)
_NONE = Q(pk__in=[])  # costs no query


def journal_page(*, user: User, wanted: JournalFilter, before: str = "", after: str = "") -> JournalPage:
    """The rows just before or just after a cursor, by default the newest. Three queries.

    A cursor that this journal did not write counts as none. Nothing or too little after a cursor means that the newest
    page is reached: `newer` is then empty, and the page shorter than that of the newest rows would be.
    """
    upward = position_of(after)
    downward = None if upward else position_of(before)
    found = _around(user, wanted, upward or downward, up=upward is not None)
    there_is_more = len(found) > PAGE_LENGTH
    shown = found[:PAGE_LENGTH]
    beyond = found[PAGE_LENGTH][0] if there_is_more else None
    if upward:
        shown.reverse()
    begun = beyond if upward else downward
    has_older, has_newer = (True, there_is_more) if upward else (there_is_more, downward is not None)
    return JournalPage(
        days=tuple(_by_day(shown, begun_on=begun.day if begun else None)),
        older=_cursor(shown[-1][0]) if shown and has_older else "",
        newer=_cursor(shown[0][0] if shown else downward) if has_newer else "",
    )


def position_of(cursor: str) -> _Position | None:
    """Read a cursor; None for anything but what this journal wrote."""
    try:
        day, at, stream, pk = _signer().unsign_object(cursor)
    except signing.BadSignature:
        return None
    return _Position(dt.date.fromisoformat(day), dt.datetime.fromisoformat(at), stream, pk)


def _cursor(position: _Position | None) -> str:
    if position is None:
        return ""
    said = [position.day.isoformat(), position.at.isoformat(), position.stream, position.pk]
    return _signer().sign_object(said)


def _signer() -> signing.Signer:
    return signing.Signer(salt="journal.page")


def _around(user: User, wanted: JournalFilter, start: _Position | None, *, up: bool) -> list[tuple[_Position, Any]]:
    """The rows next to a position, nearest first, and one more than a page to tell whether it ends there."""
    minus = "" if up else "-"
    first, *others = (_nearest(user, wanted, number, start, up=up) for number in range(len(_STREAMS)))
    order = [f"{minus}{column}" for column in (_STREAMS[0].day, _STREAMS[0].at, "stream", "id")]
    found = [_Position._make(row) for row in first.union(*others, all=True).order_by(*order)[: PAGE_LENGTH + 1]]
    keys: dict[type[Record], set[int]] = defaultdict(set)
    for position in found:
        keys[_STREAMS[position.stream].model].add(position.pk)
    read = mixed_records(*(model.objects.owned_by(user).filter(pk__in=some) for model, some in keys.items()))
    records = {(type(record), record.pk): record for record in read}
    # One that was deleted in between is left out.
    of = [(position, records.get((_STREAMS[position.stream].model, position.pk))) for position in found]
    return [(position, record) for position, record in of if record is not None]


def _nearest(user: User, wanted: JournalFilter, number: int, start: _Position | None, *, up: bool) -> Any:
    """Where the nearest rows of one sort stand: as many as there may be on the page."""
    stream, minus = _STREAMS[number], "" if up else "-"
    order = (f"{minus}{stream.day}", f"{minus}{stream.at}", f"{minus}id")
    conditions = [*_matching(stream, wanted), *_beside(stream, number, start, up=up)]
    nearest = stream.model.objects.owned_by(user).filter(*conditions).order_by(*order)[: PAGE_LENGTH + 1]
    if not connection.features.supports_slicing_ordering_in_compound:  # SQLite takes a limit in a condition only
        nearest = stream.model.objects.filter(pk__in=nearest.values("pk"))
    numbered = nearest.annotate(stream=Value(number, IntegerField()))
    return numbered.values_list(stream.day, stream.at, "stream", "id")


def _matching(stream: _Stream, wanted: JournalFilter) -> Iterator[Q]:
    """The conditions of a filter for the rows of one sort."""
    if wanted.kind not in ("", stream.kind or stream.model.KIND):
        yield _NONE
    if stream.model is FlareUp:
        yield ~Q(origin="dismissed")
    if stream.part == "end":
        yield Q(ended_at__isnull=False)
    if wanted.first:
        yield Q(**{f"{stream.day}__gte": wanted.first})
    if wanted.last:
        yield Q(**{f"{stream.day}__lte": wanted.last})
    if wanted.text:
        yield _says(wanted.text, stream.texts)
    if wanted.region or wanted.quality:
        yield _felt(stream.model, wanted.region, wanted.quality)


def _says(text: str, columns: tuple[str, ...]) -> Q:
    """A pattern rather than LIKE, whose idea of upper and lower case ends with ASCII on SQLite."""
    literally = re.escape(text)
    return reduce(or_, (Q(**{f"{column}__iregex": literally}) for column in columns), _NONE)


def _felt(model: type[Record], region: Region | None, quality: Quality | None) -> Q:
    there = {"region": region} if region else {}
    if model is PainEntry:
        of_quality = {"quality": quality} if quality else {}
        return Q(Exists(Sensation.objects.filter(entry=OuterRef("pk"), **there, **of_quality)))
    if model is MassageSession and not quality:
        return Q(Exists(MassageArea.objects.filter(session=OuterRef("pk"), **there)))
    return _NONE


def _beside(stream: _Stream, number: int, start: _Position | None, *, up: bool) -> Iterator[Q]:
    """Beyond `start`."""
    if start is None:
        return
    day, at = stream.day, stream.at
    side = "gt" if up else "lt"
    # Implied by what follows; it is what lets the database begin in the middle of the index.
    yield Q(**{f"{day}__{side}e": start.day})
    beyond = Q(**{f"{day}__{side}": start.day}) | Q(**{day: start.day, f"{at}__{side}": start.at})
    if number == start.stream:
        beyond |= Q(**{day: start.day, at: start.at, f"pk__{side}": start.pk})
    elif (number > start.stream) == up:
        beyond |= Q(**{day: start.day, at: start.at})
    yield beyond


def _by_day(shown: Sequence[tuple[_Position, Any]], *, begun_on: dt.date | None) -> Iterator[JournalDay]:
    parts = parts_of(records=[record for _, record in shown])
    for day, rows in groupby(shown, key=lambda row: row[0].day):
        yield JournalDay(day=day, continued=day == begun_on, rows=tuple(_row(*row, parts) for row in rows))


def _row(position: _Position, record: Any, parts: RecordParts) -> JournalRow:
    part = _STREAMS[position.stream].part
    end = record.end if isinstance(record, FlareUp) else None
    return JournalRow(
        kind=record.KIND,
        part=part,
        uid=record.uid,
        moment=end if end and part == "end" else record.moment,
        content=parts.content(record),
        days=(end.local_date - record.local_date).days + 1 if end else None,
        hours=hours_between(start=record.moment, end=end) if end else None,
    )

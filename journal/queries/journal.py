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
from itertools import groupby
from typing import Any, Literal, NamedTuple

from django.core import signing
from django.db.models import CharField, Exists, FloatField, IntegerField, OuterRef, Q, Value

from journal.analytics.journal_filter import JournalFilter
from journal.analytics.moments import Moment
from journal.analytics.records import Area, Content, Feeling
from journal.analytics.vocabulary import Quality, Region
from journal.models import (
    DayLog,
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

    @property
    def edit_url_name(self) -> str:
        return f"{self.kind}_edit"


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
    """Rows of one sort; `day` and `at` are the columns of their position."""

    model: type[Record]
    part: Part
    day: str
    at: str


# An end stands above a start at the same instant, and a massage above the pain that led to it.
_STREAMS = (
    _Stream(FlareUp, "start", "local_date", "occurred_at"),
    _Stream(PainEntry, "", "local_date", "occurred_at"),
    _Stream(MassageSession, "", "local_date", "occurred_at"),
    _Stream(FlareUp, "end", "end_date", "ended_at"),
    _Stream(MedicationDose, "", "local_date", "occurred_at"),
    _Stream(DayLog, "", "local_date", "occurred_at"),
    _Stream(SafetyCheck, "", "local_date", "occurred_at"),
)
_FULLEST_FIRST = (1, 5, 4, 2, 0, 3, 6)
_NAMES = {MassageSession: "therapist__name", MedicationDose: "name"}
_NONE = Q(pk__in=[])  # costs no query


def journal_page(*, user: User, wanted: JournalFilter, before: str = "", after: str = "") -> JournalPage:
    """The rows just before or just after a cursor, by default the newest. Eight queries at most.

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
    found: list[tuple[_Position, Any]] = []
    far: dt.date | None = None
    for number in _FULLEST_FIRST:
        stream = _STREAMS[number]
        minus = "" if up else "-"
        order = (f"{minus}{stream.day}", f"{minus}{stream.at}", f"{minus}id")
        conditions = [*_matching(stream, wanted), *_beside(stream, number, start, far, up=up)]
        records = stream.model.objects.owned_by(user).filter(*conditions)
        if stream.model is MassageSession:
            records = records.select_related("therapist")
        rows = records.order_by(*order)[: PAGE_LENGTH + 1]
        found += [(_Position(getattr(row, stream.day), getattr(row, stream.at), number, row.pk), row) for row in rows]
        found.sort(key=lambda row: row[0], reverse=not up)
        del found[PAGE_LENGTH + 1 :]
        far = found[PAGE_LENGTH][0].day if len(found) > PAGE_LENGTH else None
    return found


def _matching(stream: _Stream, wanted: JournalFilter) -> Iterator[Q]:
    """The conditions of a filter for the rows of one sort."""
    if wanted.kind not in ("", stream.model.KIND):
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
        yield _says(wanted.text, stream.model)
    if wanted.region or wanted.quality:
        yield _felt(stream.model, wanted.region, wanted.quality)


def _says(text: str, model: type[Record]) -> Q:
    """A pattern rather than LIKE, whose idea of upper and lower case ends with ASCII on SQLite."""
    if model is SafetyCheck:
        return _NONE
    literally = re.escape(text)
    said = Q(note__iregex=literally)
    return said | Q(**{f"{_NAMES[model]}__iregex": literally}) if model in _NAMES else said


def _felt(model: type[Record], region: Region | None, quality: Quality | None) -> Q:
    there = {"region": region} if region else {}
    if model is PainEntry:
        of_quality = {"quality": quality} if quality else {}
        return Q(Exists(Sensation.objects.filter(entry=OuterRef("pk"), **there, **of_quality)))
    if model is MassageSession and not quality:
        return Q(Exists(MassageArea.objects.filter(session=OuterRef("pk"), **there)))
    return _NONE


def _beside(stream: _Stream, number: int, start: _Position | None, far: dt.date | None, *, up: bool) -> Iterator[Q]:
    """Beyond `start`, but not beyond the day `far`: what lies there is not on this page, however much it is."""
    day, at = stream.day, stream.at
    if far:
        yield Q(**{f"{day}__{'lte' if up else 'gte'}": far})
    if start is None:
        return
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
    parts = _parts_of([record for _, record in shown])
    for day, rows in groupby(shown, key=lambda row: row[0].day):
        yield JournalDay(day=day, continued=day == begun_on, rows=tuple(_row(*row, parts) for row in rows))


@dataclass(frozen=True)
class _Parts:
    """What was felt in each entry, and what was massaged in each session, by their keys."""

    feelings: dict[int, list[Feeling]]
    areas: dict[int, list[Area]]

    def content(self, record: Any) -> Content:
        if isinstance(record, PainEntry):
            return record.content_with(self.feelings[record.pk])
        if isinstance(record, MassageSession):
            return record.content_with(self.areas[record.pk])
        content: Content = record.content
        return content


def _parts_of(records: Sequence[Any]) -> _Parts:
    """Read them in one query, as plain values: a page has some hundred, and rows would take as long as the rest."""
    parts = _Parts(defaultdict(list), defaultdict(list))
    entries = [record.pk for record in records if isinstance(record, PainEntry)]
    sessions = [record.pk for record in records if isinstance(record, MassageSession)]
    felt = Sensation.objects.filter(entry__in=entries).values_list(
        Value(1, IntegerField()), "entry_id", "quality", "region", "side", "intensity"
    )
    massaged = MassageArea.objects.filter(session__in=sessions).values_list(
        Value(0, IntegerField()), "session_id", Value("", CharField()), "region", "side", Value(None, FloatField())
    )
    for is_felt, of, quality, region, side, intensity in felt.union(massaged, all=True):
        if is_felt:
            parts.feelings[of].append(Feeling(quality=quality, region=region, side=side, intensity=intensity))
        else:
            parts.areas[of].append(Area(region=region, side=side))
    return parts


def _row(position: _Position, record: Any, parts: _Parts) -> JournalRow:
    part = _STREAMS[position.stream].part
    end = record.end if isinstance(record, FlareUp) else None
    return JournalRow(
        kind=record.KIND,
        part=part,
        uid=record.uid,
        moment=end if end and part == "end" else record.moment,
        content=parts.content(record),
        days=(end.local_date - record.local_date).days + 1 if end else None,
    )

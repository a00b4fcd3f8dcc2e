"""What stands in the journal, row by row: of which tables, in which order, and what a filter leaves of it."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from functools import lru_cache, reduce
from operator import or_
from typing import Any, Literal, NamedTuple

from django.db import connection
from django.db.models import CharField, DateField, DateTimeField, Exists, IntegerField, OuterRef, Q, Value

from journal.analytics.journal_filter import JournalFilter
from journal.analytics.records import Content
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
from journal.queries.mixed_records import as_json, record_of
from journal.queries.prepared import Given, Prepared, prepared
from journal.queries.record_parts import content_of, parts_as_json

Part = Literal["", "start", "end"]


class Position(NamedTuple):
    """Where a row stands; the largest comes first. `stream` keeps rows of the same instant apart."""

    day: dt.date
    at: dt.datetime
    stream: int
    pk: int


class FoundRow(NamedTuple):
    """A record at one of the places where it stands."""

    position: Position
    part: Part
    record: Any
    content: Content


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
_FIRST, _LAST, _DAY = (Given(name, DateField()) for name in ("first", "last", "day"))
_AT = Given("at", DateTimeField())
_TEXT, _REGION, _QUALITY = (Given(name, CharField()) for name in ("text", "region", "quality"))
_USER, _PK = (Given(name, IntegerField()) for name in ("user", "pk"))


class _Shape(NamedTuple):
    """What decides the words of the query; everything else is given when it is asked.

    `said` names the fields of the filter that say something; `stream` is that of the row to start beside, if any.
    """

    kind: str
    said: frozenset[str]
    length: int
    up: bool
    stream: int | None


def rows_beside(*, user: User, wanted: JournalFilter, start: Position | None, up: bool, length: int) -> list[FoundRow]:
    """The rows next to a position, nearest first: the older ones, or with `up` the newer ones. One query."""
    of_filter = {
        "text": re.escape(wanted.text),
        "region": wanted.region and wanted.region.value,
        "quality": wanted.quality and wanted.quality.value,
        "first": wanted.first,
        "last": wanted.last,
    }
    shape = _Shape(
        kind=wanted.kind,
        said=frozenset(name for name, value in of_filter.items() if value),
        length=length,
        up=up,
        stream=start.stream if start else None,
    )
    of_start = {"day": start.day, "at": start.at, "pk": start.pk} if start else {}
    rows = _query(shape).rows(user=user.pk, **of_filter, **of_start)
    return sorted((_found(stream, json.loads(said)) for stream, said in rows), reverse=not up)


def _found(number: int, said: dict[str, Any]) -> FoundRow:
    stream = _STREAMS[number]
    record = record_of(stream.model, said=said)
    position = Position(getattr(record, stream.day), getattr(record, stream.at), number, record.pk)
    return FoundRow(position, stream.part, record, content_of(record, said=said))


@lru_cache(maxsize=128)
def _query(shape: _Shape) -> Prepared:
    """Where the nearest rows of each sort stand, cut at the length of a page, and what stands there."""
    minus = "" if shape.up else "-"
    first, *others = (_nearest(number, shape) for number in range(len(_STREAMS)))
    order = [f"{minus}{column}" for column in (_STREAMS[0].day, _STREAMS[0].at, "stream", "id")]
    places = first.union(*others, all=True).order_by(*order)[: shape.length]
    of_each = " ".join(f"WHEN {number} THEN {_row_as_json(stream.model)}" for number, stream in enumerate(_STREAMS))
    return prepared(places, around=f"SELECT stream, CASE stream {of_each} END FROM ({{}}) AS place")  # noqa: S608 -- names of tables


def _row_as_json(model: type[Record]) -> str:
    table = model._meta.db_table
    row = as_json(model, also=parts_as_json(model))
    return f"(SELECT {row} FROM {table} WHERE {table}.id = place.id)"  # noqa: S608 -- names of tables


def _nearest(number: int, shape: _Shape) -> Any:
    """Where the nearest rows of one sort stand: as many as there may be on the page."""
    stream, minus = _STREAMS[number], "" if shape.up else "-"
    order = (f"{minus}{stream.day}", f"{minus}{stream.at}", f"{minus}id")
    conditions = [*_matching(stream, shape), *_beside(stream, number, shape)]
    nearest = stream.model.objects.owned_by(_USER).filter(*conditions).order_by(*order)[: shape.length]
    if not connection.features.supports_slicing_ordering_in_compound:  # SQLite takes a limit in a condition only
        nearest = stream.model.objects.filter(pk__in=nearest.values("pk"))
    numbered = nearest.annotate(stream=Value(number, IntegerField()))
    return numbered.values_list(stream.day, stream.at, "stream", "id")


def _matching(stream: _Stream, shape: _Shape) -> Iterator[Q]:
    """The conditions of a filter for the rows of one sort."""
    if shape.kind not in ("", stream.kind or stream.model.KIND):
        yield _NONE
    if stream.model is FlareUp:
        yield ~Q(origin="dismissed")
    if stream.part == "end":
        yield Q(ended_at__isnull=False)
    if "first" in shape.said:
        yield Q(**{f"{stream.day}__gte": _FIRST})
    if "last" in shape.said:
        yield Q(**{f"{stream.day}__lte": _LAST})
    if "text" in shape.said:
        # A pattern rather than LIKE, whose idea of upper and lower case ends with ASCII on SQLite.
        yield reduce(or_, (Q(**{f"{column}__iregex": _TEXT}) for column in stream.texts), _NONE)
    if shape.said & {"region", "quality"}:
        yield _felt(stream.model, shape.said)


def _felt(model: type[Record], said: frozenset[str]) -> Q:
    there = {"region": _REGION} if "region" in said else {}
    if model is PainEntry:
        of_quality = {"quality": _QUALITY} if "quality" in said else {}
        return Q(Exists(Sensation.objects.filter(entry=OuterRef("pk"), **there, **of_quality)))
    if model is MassageSession and "quality" not in said:
        return Q(Exists(MassageArea.objects.filter(session=OuterRef("pk"), **there)))
    return _NONE


def _beside(stream: _Stream, number: int, shape: _Shape) -> Iterator[Q]:
    """Beyond the position to start at."""
    if shape.stream is None:
        return
    day, at = stream.day, stream.at
    side = "gt" if shape.up else "lt"
    # Implied by what follows; it is what lets the database begin in the middle of the index.
    yield Q(**{f"{day}__{side}e": _DAY})
    beyond = Q(**{f"{day}__{side}": _DAY}) | Q(**{day: _DAY, f"{at}__{side}": _AT})
    if number == shape.stream:
        beyond |= Q(**{day: _DAY, at: _AT, f"pk__{side}": _PK})
    elif (number > shape.stream) == shape.up:
        beyond |= Q(**{day: _DAY, at: _AT})
    yield beyond

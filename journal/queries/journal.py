"""The journal: every kind of record in one list by diary day, newest first, read page by page.

A page begins at the position of a row, never at a number of rows, so it stays the same while records arrive and takes
as long in the tenth year as on the first day.
"""

import datetime as dt
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.core import signing

from journal.analytics.journal_filter import JournalFilter
from journal.analytics.moments import Moment
from journal.analytics.records import Content
from journal.analytics.wording import hours_between
from journal.models import FlareUp, User
from journal.queries.journal_rows import FoundRow, Part, Position, rows_beside

PAGE_LENGTH = 40


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


def journal_page(*, user: User, wanted: JournalFilter, before: str = "", after: str = "") -> JournalPage:
    """The rows just before or just after a cursor, by default the newest. One query.

    A cursor that this journal did not write counts as none. Nothing or too little after a cursor means that the newest
    page is reached: `newer` is then empty, and the page shorter than that of the newest rows would be.
    """
    upward = position_of(after)
    downward = None if upward else position_of(before)
    # One more than a page tells whether it ends there.
    found = rows_beside(
        user=user, wanted=wanted, start=upward or downward, up=upward is not None, length=PAGE_LENGTH + 1
    )
    there_is_more = len(found) > PAGE_LENGTH
    shown = found[:PAGE_LENGTH]
    beyond = found[PAGE_LENGTH].position if there_is_more else None
    if upward:
        shown.reverse()
    begun = beyond if upward else downward
    has_older, has_newer = (True, there_is_more) if upward else (there_is_more, downward is not None)
    return JournalPage(
        days=tuple(_by_day(shown, begun_on=begun.day if begun else None)),
        older=_cursor(shown[-1].position) if shown and has_older else "",
        newer=_cursor(shown[0].position if shown else downward) if has_newer else "",
    )


def position_of(cursor: str) -> Position | None:
    """Read a cursor; None for anything but what this journal wrote."""
    try:
        day, at, stream, pk = _signer().unsign_object(cursor)
    except signing.BadSignature:
        return None
    return Position(dt.date.fromisoformat(day), dt.datetime.fromisoformat(at), stream, pk)


def _cursor(position: Position | None) -> str:
    if position is None:
        return ""
    said = [position.day.isoformat(), position.at.isoformat(), position.stream, position.pk]
    return _signer().sign_object(said)


def _signer() -> signing.Signer:
    return signing.Signer(salt="journal.page")


def _by_day(shown: Sequence[FoundRow], *, begun_on: dt.date | None) -> Iterator[JournalDay]:
    for day, rows in groupby(shown, key=lambda row: row.position.day):
        yield JournalDay(day=day, continued=day == begun_on, rows=tuple(_row(row) for row in rows))


def _row(found: FoundRow) -> JournalRow:
    record = found.record
    end = record.end if isinstance(record, FlareUp) else None
    return JournalRow(
        kind=record.KIND,
        part=found.part,
        uid=record.uid,
        moment=end if end and found.part == "end" else record.moment,
        content=found.content,
        days=(end.local_date - record.local_date).days + 1 if end else None,
        hours=hours_between(start=record.moment, end=end) if end else None,
    )

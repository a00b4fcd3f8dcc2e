"""What an administrator reads of a diary, and what the person sees of that."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from journal.analytics.journal_filter import JournalFilter
from journal.analytics.moderation import AccessReason, Done
from journal.analytics.wording import describe_clock, describe_content
from journal.models import AuditEntry, ContentAccess, User
from journal.queries.journal import journal_page

_MOST = 50


@dataclass(frozen=True, kw_only=True)
class DiaryLine:
    """A record in words."""

    day: dt.date
    clock: str
    words: str
    note: str


@dataclass(frozen=True, kw_only=True)
class DiaryRead:
    """Some forty lines, newest first; `older` is where the next page begins, "" where there is none."""

    lines: tuple[DiaryLine, ...]
    older: str


@dataclass(frozen=True, kw_only=True)
class Opened:
    """One access, as its person sees it: who (a number), why and in which words, from when until when, each look."""

    by: int
    why: str
    words: str
    opened_at: dt.datetime
    until: dt.datetime
    looks: tuple[dt.datetime, ...]


def diary_read(*, person: User, before: str) -> DiaryRead:
    """A page of somebody's journal in words."""
    page = journal_page(user=person, wanted=JournalFilter(), before=before)
    lines = tuple(
        DiaryLine(
            day=day.day,
            clock=describe_clock(row.moment),
            words=describe_content(row.content, moment=row.moment),
            note="" if row.part == "end" else row.content.note,
        )
        for day in page.days
        for row in day.rows
    )
    return DiaryRead(lines=lines, older=page.older)


def looks_at(*, person: User) -> tuple[Opened, ...]:
    """The latest accesses to a diary, newest first, with the looks of each. Two queries."""
    accesses = list(ContentAccess.objects.filter(person=person).order_by("-opened_at", "-id")[:_MOST])
    looks: dict[int, list[dt.datetime]] = defaultdict(list)
    logged = AuditEntry.objects.filter(
        about_kind="contentaccess", about__in=[access.pk for access in accesses], what=Done.LOOKED
    )
    for about, at in logged.order_by("-id").values_list("about", "at")[: _MOST * 20]:
        looks[about].append(at)
    return tuple(
        Opened(
            by=access.opened_by,
            why=AccessReason(access.reason).to_the_person,
            words=access.words,
            opened_at=access.opened_at,
            until=access.until,
            looks=tuple(looks[access.pk]),
        )
        for access in accesses
    )

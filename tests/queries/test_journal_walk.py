"""Walking the journal, whatever was written, changed, deleted and taken back: each row once and in order, whichever way
one goes, whatever is looked for, and whatever happens meanwhile. The rows expected are put together here in plain
Python."""

import datetime as dt
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.actions.records import change_record, delete_record, save_record, undo_change
from journal.analytics.journal_filter import JournalFilter
from journal.analytics.moments import Moment, moment_on_wall
from journal.analytics.records import (
    Area,
    Content,
    Feeling,
    FlareContent,
    FlareNoteContent,
    MassageContent,
    MedicineContent,
    PainContent,
    SafetyContent,
)
from journal.analytics.vocabulary import Quality, Region
from journal.models import User
from journal.queries import journal
from journal.queries.journal import JournalPage, journal_page

NOW = dt.datetime(2026, 3, 9, 12, tzinfo=dt.UTC)
DAYS = [dt.date(2026, 3, day) for day in (2, 3, 4)]
# Where the clock is not known it counts as noon, so there are many rows of the same instant.
CLOCKS = [None, dt.time(12), dt.time(18)]
RANKS = ["flare start", "pain", "massage", "flare end", "medicine", "day", "safety", "flarenote"]
NOTES = ["", "By car.", "100% bus"]

Place = tuple[dt.date, dt.datetime, int, int]
Mark = tuple[uuid.UUID, str]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A record to be made, and what happens to it afterwards."""

    kind: str
    day: dt.date
    clock: dt.time | None
    others: bool
    fate: str
    note: str
    region: str
    quality: str
    lasts: int | None

    @property
    def moment(self) -> Moment:
        return moment_on_wall(day=self.day, at=self.clock, tz="UTC")

    @property
    def end(self) -> Moment | None:
        return (
            None if self.lasts is None else moment_on_wall(day=self.day + dt.timedelta(self.lasts), at=None, tz="UTC")
        )

    @property
    def content(self) -> Content:
        feelings = (Feeling(quality=self.quality, region=self.region),) if self.quality or self.region else ()
        areas = (Area(region=self.region),) if self.region else ()
        said: dict[str, Content] = {
            "pain": PainContent(intensity=5, note=self.note, feelings=feelings),
            "massage": MassageContent(minutes=60, therapist_name=self.note, areas=areas),
            "flare": FlareContent(origin="confirmed", end=self.end, helped=self.note),
            "dismissed": FlareContent(origin="dismissed", end=self.end, note=self.note),
            "medicine": MedicineContent(name=self.note or "Ibuprofen"),
            "safety": SafetyContent(reasons=("weakness",), asked=True),
            "flarenote": FlareNoteContent(flare=str(uuid.UUID(int=7)), change="worse", note=self.note),
        }
        return said[self.kind]


KINDS = ["pain", "massage", "flare", "dismissed", "medicine", "safety", "flarenote"]
PLAN = st.builds(
    Plan,
    kind=st.sampled_from(KINDS),
    day=st.sampled_from(DAYS),
    clock=st.sampled_from(CLOCKS),
    others=st.sampled_from([False, False, False, True]),
    fate=st.sampled_from(["stays", "stays", "goes", "comes back", "moves", "moves back"]),
    note=st.sampled_from(NOTES),
    region=st.sampled_from(["", "calf", "heel"]),
    quality=st.sampled_from(["", "burning", "ache"]),
    lasts=st.sampled_from([None, 1, 2]),
)
PLANS = st.lists(PLAN, max_size=12)
WANTED = st.builds(
    JournalFilter,
    # Mostly one thing at a time: a filter of everything at once finds nothing.
    kind=st.sampled_from([""] * 5 + ["pain", "massage", "flare", "medicine", "safety"]),
    text=st.sampled_from([""] * 4 + ["CAR", "0% B"]),
    region=st.sampled_from([None] * 4 + [Region.CALF, Region.HEEL]),
    quality=st.sampled_from([None] * 4 + [Quality.BURNING]),
    first=st.sampled_from([None] * 3 + DAYS),
    last=st.sampled_from([None] * 3 + DAYS),
)


@dataclass(frozen=True)
class Line:
    """A row that should stand in Ana's journal."""

    place: Place
    mark: Mark
    plan: Plan


def carried_out(plans: list[Plan], *, ana: User, ben: User) -> list[Line]:
    """Write it all; the rows of Ana's that there should be, in their order."""
    lines = [line for plan in plans for line in _carry_out(plan, ben if plan.others else ana) if not plan.others]
    return sorted(lines, key=lambda line: line.place, reverse=True)


def _carry_out(plan: Plan, user: User) -> list[Line]:
    kind = "flare" if plan.kind == "dismissed" else plan.kind
    at_first = moment_on_wall(day=dt.date(2026, 2, 27), at=None, tz="UTC") if plan.fate == "moves" else plan.moment
    saved = save_record(
        kind=kind, user=user, uid=uuid.uuid4(), content=plan.content, moment=at_first, moment_said=True, now=NOW
    )
    uid, of = saved.record.uid, {"kind": kind, "user": user, "uid": saved.record.uid, "now": NOW}
    if plan.fate in ("goes", "comes back"):
        delete_record(**of)
    if plan.fate in ("moves", "moves back"):
        there = plan.moment if plan.fate == "moves" else moment_on_wall(day=dt.date(2026, 2, 28), at=None, tz="UTC")
        change_record(**of, version=1, content=plan.content, moment=there)
    if plan.fate in ("comes back", "moves back"):
        undo_change(**of, version=2)
    if plan.fate == "goes" or plan.kind == "dismissed":
        return []
    starts = ("flare start" if kind == "flare" else kind, plan.moment)
    parts = [starts, *([("flare end", plan.end)] if kind == "flare" and plan.end else [])]
    return [
        Line(
            (moment.local_date, moment.occurred_at, RANKS.index(name), saved.record.pk),
            (uid, name.partition(" ")[2]),
            plan,
        )
        for name, moment in parts
    ]


def finds(wanted: JournalFilter, line: Line) -> bool:
    kind = "flare" if line.plan.kind == "flarenote" else line.plan.kind
    felt = line.plan.kind == "pain" and wanted.quality in (None, line.plan.quality)
    massaged = line.plan.kind == "massage" and not wanted.quality
    placed = (felt or massaged) and wanted.region in (None, line.plan.region)
    return (
        wanted.kind in ("", kind)
        and (not wanted.text or (kind != "safety" and wanted.text.lower() in line.plan.note.lower()))
        and (not (wanted.region or wanted.quality) or placed)
        and (wanted.first or DAYS[0]) <= line.place[0] <= (wanted.last or line.place[0])
    )


def marks(*pages: JournalPage) -> list[Mark]:
    return [(row.uid, row.part) for page in pages for day in page.days for row in day.rows]


def walk_down(user: User, wanted: JournalFilter) -> list[JournalPage]:
    pages = [journal_page(user=user, wanted=wanted)]
    while pages[-1].older:
        pages.append(journal_page(user=user, wanted=wanted, before=pages[-1].older))
    return pages


def walk_up(user: User, wanted: JournalFilter, page: JournalPage) -> list[JournalPage]:
    pages = [page]
    while pages[0].newer:
        pages.insert(0, journal_page(user=user, wanted=wanted, after=pages[0].newer))
    return pages


@contextmanager
def of_pages(length: int) -> Iterator[None]:
    """Pages of so many rows, and nothing of what is written stays."""
    with pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setattr(journal, "PAGE_LENGTH", length)
        yield
        transaction.set_rollback(True)


@given(plans=PLANS, length=st.integers(1, 5))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_row_comes_once_and_in_order_whichever_way(plans: list[Plan], length: int, ana: User, ben: User) -> None:
    with of_pages(length):
        expected = [line.mark for line in carried_out(plans, ana=ana, ben=ben)]
        pages = walk_down(ana, JournalFilter())

        assert marks(*pages) == expected
        assert all(len(marks(page)) == length for page in pages[:-1])
        assert pages[0].newer == pages[-1].older == ""
        assert marks(*walk_up(ana, JournalFilter(), pages[-1])) == expected


@given(plans=PLANS, wanted=st.lists(WANTED, min_size=3, max_size=6), length=st.integers(1, 5))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_filter_finds_what_it_says_and_nothing_else_one_after_the_other(
    plans: list[Plan], wanted: list[JournalFilter], length: int, ana: User, ben: User
) -> None:
    with of_pages(length):
        lines = carried_out(plans, ana=ana, ben=ben)
        for one in wanted:
            expected = [line.mark for line in lines if finds(one, line)]
            pages = walk_down(ana, one)
            assert marks(*pages) == expected
            assert marks(*walk_up(ana, one, pages[-1])) == expected


@given(plans=PLANS, arriving=st.lists(PLAN, max_size=6), gone=st.lists(st.integers(0, 11), max_size=3), data=st.data())
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_comes_and_goes_meanwhile_no_row_is_lost_or_comes_twice(
    plans: list[Plan], arriving: list[Plan], gone: list[int], data: Any, ana: User, ben: User
) -> None:
    with of_pages(2):
        lines = carried_out(plans, ana=ana, ben=ben)
        places = {line.mark: line.place for line in lines}
        leaving = {lines[number].mark[0]: lines[number].plan.kind for number in gone if number < len(lines)}
        stays = [line.mark for line in lines if line.mark[0] not in leaving]
        pages = [journal_page(user=ana, wanted=JournalFilter())]
        while pages[-1].older:
            if arriving and data.draw(st.booleans()):
                places |= {line.mark: line.place for line in carried_out([arriving.pop()], ana=ana, ben=ben)}
            if leaving and data.draw(st.booleans()):
                uid, kind = leaving.popitem()
                delete_record(kind=kind, user=ana, uid=uid, now=NOW)
            pages.append(journal_page(user=ana, wanted=JournalFilter(), before=pages[-1].older))
        seen = marks(*pages)

        assert [mark for mark in seen if mark in stays] == stays
        assert len(seen) == len(set(seen))
        assert [places[mark] for mark in seen] == sorted((places[mark] for mark in seen), reverse=True)

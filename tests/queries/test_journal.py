"""The journal as a list of pages, with and without a filter."""

import datetime as dt
from typing import Any

import pytest
from django.core import signing
from django.db import connection
from django.test.utils import CaptureQueriesContext

from journal.actions.records import delete_record
from journal.analytics.journal_filter import JournalFilter
from journal.analytics.records import Feeling
from journal.models import User
from journal.queries.journal import PAGE_LENGTH, JournalPage, JournalRow, journal_page
from tests.cast import diary, flare, massage, pain

EVERYTHING = JournalFilter()
MONDAY = dt.date(2026, 3, 2)
TUESDAY = dt.date(2026, 3, 3)
NOON = dt.time(12)


def rows(page: JournalPage) -> list[JournalRow]:
    return [row for day in page.days for row in day.rows]


def kinds(user: User, **wanted: Any) -> list[str]:
    """What a filter finds, newest first: `pain`, `flare start` and so on."""
    found = rows(journal_page(user=user, wanted=JournalFilter(**wanted)))
    return [f"{row.kind} {row.part}".strip() for row in found]


def all_pages(user: User, wanted: JournalFilter = EVERYTHING) -> list[JournalPage]:
    pages = [journal_page(user=user, wanted=wanted)]
    while pages[-1].older:
        pages.append(journal_page(user=user, wanted=wanted, before=pages[-1].older))
    return pages


def marks(page: JournalPage) -> list[tuple[Any, str]]:
    return [(row.uid, row.part) for row in rows(page)]


def test_every_kind_stands_in_one_list_by_day_newest_first(ana: User) -> None:
    pain(ana, on=MONDAY, at=dt.time(8))
    massage(ana, on=MONDAY, at=dt.time(18))
    flare(ana, on=MONDAY, until=TUESDAY)
    pain(ana, on=TUESDAY, at=dt.time(8))

    page = journal_page(user=ana, wanted=EVERYTHING)

    assert [(day.day, [f"{row.kind} {row.part}".strip() for row in day.rows]) for day in page.days] == [
        (TUESDAY, ["flare end", "pain"]),
        (MONDAY, ["massage", "flare start", "pain"]),
    ]
    assert (page.older, page.newer) == ("", "")


def test_a_row_says_what_the_record_says(ana: User) -> None:
    burning = Feeling(quality="burning", region="calf", side="left")
    entry = pain(ana, 7, on=MONDAY, note="Long drive.", feelings=[burning])

    (row,) = rows(journal_page(user=ana, wanted=EVERYTHING))

    assert (row.kind, row.uid, row.moment, row.content) == ("pain", entry.uid, entry.moment, entry.content)


def test_a_flare_up_knows_how_many_days_it_lasted(ana: User) -> None:
    flare(ana, on=MONDAY, until=TUESDAY)
    assert [row.days for row in rows(journal_page(user=ana, wanted=EVERYTHING))] == [2, 2]


def test_a_flare_up_that_lasts_has_no_end_row(ana: User) -> None:
    flare(ana, on=MONDAY)
    assert kinds(ana) == ["flare start"]


def test_a_suggestion_that_was_turned_down_is_no_entry(ana: User) -> None:
    flare(ana, on=MONDAY, until=TUESDAY, origin="dismissed")
    assert kinds(ana) == []


def test_deleted_entries_and_other_peoples_are_not_there(ana: User, ben: User) -> None:
    pain(ben, on=MONDAY)
    entry = pain(ana, on=MONDAY)
    delete_record(kind="pain", user=ana, uid=entry.uid, now=entry.updated_at)

    assert kinds(ana) == []


def test_walking_the_pages_shows_each_row_once_also_at_the_same_instant(ana: User) -> None:
    for _ in range(30):
        pain(ana, on=MONDAY, at=NOON)
        massage(ana, on=MONDAY, at=NOON)
        flare(ana, on=MONDAY, until=MONDAY)

    pages = all_pages(ana)
    seen = [mark for page in pages for mark in marks(page)]

    assert [len(rows(page)) for page in pages] == [PAGE_LENGTH, PAGE_LENGTH, PAGE_LENGTH]
    assert len(seen) == len(set(seen)) == 120


def test_the_way_back_shows_the_same_rows_in_the_same_order(ana: User) -> None:
    diary(ana, days=150, until=TUESDAY)
    pages = all_pages(ana)
    assert len(pages) > 3

    back = [pages[-1]]
    while back[0].newer:
        back.insert(0, journal_page(user=ana, wanted=EVERYTHING, after=back[0].newer))
    downward = [mark for page in pages for mark in marks(page)]
    upward = [mark for page in back for mark in marks(page)]

    assert upward == downward


def test_going_newer_says_when_the_newest_page_is_reached(ana: User) -> None:
    diary(ana, days=60, until=TUESDAY)
    second = all_pages(ana)[1]

    assert second.newer
    assert journal_page(user=ana, wanted=EVERYTHING, after=second.newer).newer == ""


def test_an_older_page_stays_the_same_while_records_arrive_and_go(ana: User) -> None:
    diary(ana, days=90, until=MONDAY)
    first = journal_page(user=ana, wanted=EVERYTHING)
    before = journal_page(user=ana, wanted=EVERYTHING, before=first.older)
    pain(ana, on=TUESDAY)
    gone = rows(first)[-1]
    delete_record(kind=gone.kind, user=ana, uid=gone.uid, now=gone.moment.occurred_at)

    assert journal_page(user=ana, wanted=EVERYTHING, before=first.older) == before


def test_a_day_cut_by_the_end_of_a_page_is_continued_on_the_next_whichever_way_one_comes(ana: User) -> None:
    for minute in range(3 * PAGE_LENGTH + 5):
        pain(ana, on=MONDAY, at=dt.time(12, minute % 60))
    pages = all_pages(ana)
    back = journal_page(user=ana, wanted=EVERYTHING, after=pages[3].newer)

    assert [[day.continued for day in page.days] for page in pages] == [[False], [True], [True], [True]]
    assert back == pages[2]


def test_a_day_that_begins_with_the_page_is_not_continued(ana: User) -> None:
    for _ in range(PAGE_LENGTH):
        pain(ana, on=TUESDAY)
    for _ in range(2 * PAGE_LENGTH):
        pain(ana, on=MONDAY)
    pages = all_pages(ana)

    assert [[day.continued for day in page.days] for page in pages] == [[False], [False], [True]]
    assert journal_page(user=ana, wanted=EVERYTHING, after=pages[2].newer) == pages[1]


@pytest.mark.parametrize(
    "cursor",
    ["", "x", "é\x00", "a:b:c", signing.Signer(salt="elsewhere").sign_object(["2026-03-02"]), "9" * 5000],
)
def test_a_cursor_that_the_journal_did_not_write_shows_the_newest_page(ana: User, cursor: str) -> None:
    diary(ana, days=90, until=MONDAY)
    newest = journal_page(user=ana, wanted=EVERYTHING)

    assert journal_page(user=ana, wanted=EVERYTHING, before=cursor) == newest
    assert journal_page(user=ana, wanted=EVERYTHING, after=cursor) == newest


def test_a_changed_cursor_shows_the_newest_page(ana: User) -> None:
    diary(ana, days=90, until=MONDAY)
    newest = journal_page(user=ana, wanted=EVERYTHING)
    changed = ("A" if newest.older[0] != "A" else "B") + newest.older[1:]

    assert journal_page(user=ana, wanted=EVERYTHING, before=changed) == newest


@pytest.mark.parametrize("days", [30, 3653])
def test_a_page_takes_one_query_whatever_the_length_of_the_diary(
    ana: User, days: int, django_assert_num_queries: Any
) -> None:
    diary(ana, days=days, until=TUESDAY)
    with django_assert_num_queries(1):
        journal_page(user=ana, wanted=EVERYTHING)


def test_sessions_say_their_therapists_without_a_query_for_each(ana: User, django_assert_num_queries: Any) -> None:
    names = ["Vera", "Kim", "李", "", "Vera"]
    for name in names:
        massage(ana, therapist_name=name)

    with django_assert_num_queries(1):
        page = journal_page(user=ana, wanted=EVERYTHING)

    assert [row.content.therapist_name for row in rows(page)] == names[::-1]  # type: ignore[union-attr]


@pytest.mark.parametrize("way", ["newest", "before", "after"])
def test_a_page_is_read_off_an_index_without_sorting_the_diary(ana: User, way: str) -> None:
    diary(ana, days=1500, until=TUESDAY)
    middle = all_pages(ana)[20]
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    with CaptureQueriesContext(connection) as asked:
        journal_page(
            user=ana,
            wanted=EVERYTHING,
            before=middle.older if way == "before" else "",
            after=middle.newer if way == "after" else "",
        )
    plan = plan_of(asked.captured_queries[0]["sql"])

    # Where the entries stand comes first, then each that stands there is read by its key.
    if connection.vendor == "sqlite":
        part, by_key = (part for part in plan.split("SEARCH journal_") if part.startswith("painentry "))
        assert "PRIMARY KEY" in by_key
        assert "painentry_by_day" in part
        # The rows of one page are sorted once they are found.
        assert part.count("B-TREE") == 1
    else:
        part, by_key = (part for part in plan.split("Limit  (") if "on journal_painentry" in part)
        assert "journal_painentry_pkey" in by_key
        # An incremental sort puts the entries of one day in order, off an index that ends with the day.
        assert "Index" in part
        assert "Seq Scan" not in part
        assert "Sort  (" not in part.replace("Incremental Sort", "")


def plan_of(sql: str) -> str:
    """How the database would answer a query."""
    with connection.cursor() as cursor:
        cursor.execute(("EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN ") + sql)
        return "\n".join(str(line) for line in cursor.fetchall())

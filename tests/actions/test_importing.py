"""Rows of a file are stored once, step by step, and can be taken back as a whole."""

import datetime as dt
import threading
import uuid
from dataclasses import dataclass
from decimal import Decimal

import pytest
from django.utils import timezone

from journal.actions.importing import (
    begin_import,
    choose_mapping,
    discard_import,
    erase_import_files,
    put_import_back,
    receive_file,
    store_rows,
    take_import_back,
)
from journal.actions.records import change_record, delete_record
from journal.analytics.moments import Moment
from journal.analytics.records import Area, Feeling, MassageContent, PainContent
from journal.models import DiaryImport, MassageSession, MyTherapist, PainEntry, User
from journal.queries.importing import count_known, file_of, leftovers_of
from tests.cast import massage, on_wall
from tests.parallel import at_the_same_time

NOW = dt.datetime(2024, 6, 1, 12, tzinfo=dt.UTC)
DAY = dt.date(2024, 5, 1)


@dataclass(frozen=True)
class Row:
    uid: uuid.UUID
    moment: Moment
    content: PainContent | MassageContent


def rows(user: User, count: int) -> list[Row]:
    return [
        Row(
            uuid.uuid5(uuid.NAMESPACE_OID, f"row {number}"),
            on_wall(user, DAY + dt.timedelta(days=number), None),
            PainContent(intensity=number % 10, note=f"row {number}", feelings=(Feeling(region="calf", side="left"),)),
        )
        for number in range(count)
    ]


def received(user: User, *, now: dt.datetime = NOW, kind: str = "pain") -> DiaryImport:
    diary_import = receive_file(user=user, uid=uuid.uuid4(), content=b"date,pain", file_name="diary.csv", now=now)
    choose_mapping(diary_import=diary_import, kind=kind, mapping={"kind": kind})
    diary_import.refresh_from_db()
    return diary_import


def begun(user: User, ready: int, *, now: dt.datetime = NOW, kind: str = "pain") -> DiaryImport:
    diary_import = received(user, now=now, kind=kind)
    begin_import(
        diary_import=diary_import,
        tz=user.time_zone,
        day_starts_at=0,
        ready=ready,
        merged=1,
        left_out=2,
        problems=3,
        leftovers=b"[]",
        now=now,
    )
    return diary_import


def imported(user: User, count: int, *, now: dt.datetime = NOW) -> DiaryImport:
    diary_import = begun(user, count, now=now)
    store_rows(diary_import=diary_import, first=0, rows=rows(user, count), now=now)
    return diary_import


def test_rows_become_records_with_all_they_say(ana: User) -> None:
    imported(ana, 3)

    entries = PainEntry.objects.owned_by(ana).order_by("local_date")
    assert [entry.content for entry in entries] == [row.content for row in rows(ana, 3)]
    assert [entry.moment for entry in entries] == [row.moment for row in rows(ana, 3)]


def test_massage_sessions_keep_their_areas(ana: User) -> None:
    content = MassageContent(
        minutes=60, cost=Decimal("45.00"), areas=(Area(region="buttock", side="left"),), note="slept well"
    )
    diary_import = begun(ana, 1, kind="massage")
    store_rows(diary_import=diary_import, first=0, rows=[Row(uuid.uuid4(), on_wall(ana, DAY, None), content)], now=NOW)

    assert MassageSession.objects.owned_by(ana).get().content == content


def test_steps_follow_each_other_and_the_last_one_erases_the_file(ana: User) -> None:
    diary_import, all_rows = begun(ana, 5), rows(ana, 5)
    store_rows(diary_import=diary_import, first=0, rows=all_rows[:3], now=NOW)
    assert (diary_import.done_rows, diary_import.finished_at) == (3, None)
    assert file_of(diary_import) == b"date,pain"

    store_rows(diary_import=diary_import, first=3, rows=all_rows[3:], now=NOW)
    assert (diary_import.done_rows, diary_import.stored_rows, diary_import.finished_at) == (5, 5, NOW)
    assert file_of(diary_import) is None
    assert diary_import.all_rows == 5 + 1 + 2 + 3


def test_a_step_asked_for_twice_is_done_once(ana: User) -> None:
    diary_import, all_rows = begun(ana, 4), rows(ana, 4)
    for _ in range(2):
        store_rows(diary_import=diary_import, first=0, rows=all_rows[:2], now=NOW)

    assert diary_import.done_rows == 2
    assert PainEntry.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_step_asked_for_at_the_same_time_is_done_once() -> None:
    ana = User.objects.create_user("ana@example.org", time_zone="Europe/Berlin")
    diary_import, all_rows, together = begun(ana, 40), rows(ana, 40), threading.Barrier(4)

    def step(_: int) -> None:
        mine = DiaryImport.objects.get(pk=diary_import.pk)
        together.wait(timeout=30)  # each with the row as it was before any of them
        store_rows(diary_import=mine, first=0, rows=all_rows[:20], now=NOW)

    at_the_same_time(4, step)

    diary_import.refresh_from_db()
    assert (diary_import.done_rows, diary_import.stored_rows, PainEntry.objects.count()) == (20, 20, 20)


def test_rows_that_are_there_already_are_not_doubled_nor_changed(ana: User) -> None:
    imported(ana, 2)
    first = PainEntry.objects.earliest("local_date")
    changed = PainContent(intensity=9, note="mine")
    change_record(kind="pain", user=ana, uid=first.uid, version=1, content=changed, moment=first.moment, now=NOW)

    again = imported(ana, 3, now=NOW + dt.timedelta(hours=1))

    assert (again.stored_rows, again.known_rows) == (1, 2)
    assert PainEntry.objects.get(uid=first.uid).content == changed
    assert count_known(user=ana, kind="pain", uids=[row.uid for row in rows(ana, 5)]) == 3


def test_a_row_that_was_deleted_comes_back_as_a_version_of_its_own(ana: User) -> None:
    imported(ana, 2)
    uid = rows(ana, 1)[0].uid
    delete_record(kind="pain", user=ana, uid=uid, now=NOW)

    again = imported(ana, 2, now=NOW + dt.timedelta(hours=1))

    assert (again.stored_rows, again.known_rows) == (1, 1)
    entry = PainEntry.objects.owned_by(ana).get(uid=uid)
    assert entry.version == 3
    assert entry.content == rows(ana, 1)[0].content


def test_the_same_file_of_two_people_makes_records_for_both(ana: User, ben: User) -> None:
    imported(ana, 2)

    assert imported(ben, 2).stored_rows == 2
    assert PainEntry.objects.owned_by(ana).count() == 2


def test_storing_tells_kept_results_that_the_diary_changed(ana: User) -> None:
    before = ana.diary_version
    imported(ana, 1)

    ana.refresh_from_db()
    assert ana.diary_version > before


def test_an_import_is_taken_back_and_put_back_as_a_whole(ana: User) -> None:
    imported(ana, 2)
    second = begun(ana, 3, now=NOW + dt.timedelta(hours=1))
    store_rows(diary_import=second, first=0, rows=rows(ana, 5)[2:], now=NOW)
    own_deletion = rows(ana, 5)[4].uid
    delete_record(kind="pain", user=ana, uid=own_deletion, now=NOW)

    assert take_import_back(diary_import=second, now=NOW + dt.timedelta(hours=2)) == 2
    assert PainEntry.objects.owned_by(ana).count() == 2
    assert take_import_back(diary_import=second, now=NOW + dt.timedelta(hours=3)) == 0

    assert put_import_back(diary_import=second, now=NOW + dt.timedelta(hours=4)) == 2
    assert put_import_back(diary_import=second, now=NOW + dt.timedelta(hours=4)) == 0
    assert PainEntry.objects.owned_by(ana).count() == 4
    assert not PainEntry.objects.owned_by(ana).filter(uid=own_deletion).exists()


def test_the_therapists_that_came_with_an_import_go_and_come_back_with_it(ana: User) -> None:
    massage(ana, therapist_name="Vera")
    found = [
        Row(uuid.uuid4(), on_wall(ana, DAY, None), MassageContent(therapist_name=name)) for name in ("VERA", "Kim", "")
    ]
    diary_import = begun(ana, 3, kind="massage")
    store_rows(diary_import=diary_import, first=0, rows=found, now=NOW)
    assert therapists(ana) == ["Kim", "Vera"]

    take_import_back(diary_import=diary_import, now=NOW + dt.timedelta(hours=1))
    assert therapists(ana) == ["Vera"]

    put_import_back(diary_import=diary_import, now=NOW + dt.timedelta(hours=2))
    assert therapists(ana) == ["Kim", "Vera"]


def therapists(user: User) -> list[str]:
    return sorted(MyTherapist.objects.owned_by(user).values_list("name", flat=True))


def test_an_import_taken_back_can_be_imported_again(ana: User) -> None:
    take_import_back(diary_import=imported(ana, 3), now=NOW)

    assert imported(ana, 3, now=NOW + dt.timedelta(hours=1)).stored_rows == 3
    assert PainEntry.objects.owned_by(ana).count() == 3


def test_an_import_taken_back_half_way_stores_no_more(ana: User) -> None:
    diary_import, all_rows = begun(ana, 4), rows(ana, 4)
    store_rows(diary_import=diary_import, first=0, rows=all_rows[:2], now=NOW)
    take_import_back(diary_import=diary_import, now=NOW)

    store_rows(diary_import=diary_import, first=2, rows=all_rows[2:], now=NOW)

    assert PainEntry.objects.owned_by(ana).count() == 0


def test_what_is_begun_keeps_its_mapping_and_is_not_discarded(ana: User) -> None:
    diary_import = begun(ana, 1)

    choose_mapping(diary_import=diary_import, kind="massage", mapping={})
    discard_import(diary_import=diary_import)

    diary_import.refresh_from_db()
    assert (diary_import.kind, diary_import.mapping) == ("pain", {"kind": "pain"})


def test_the_same_upload_sent_twice_is_kept_once(ana: User) -> None:
    uid = uuid.uuid4()
    for _ in range(2):
        receive_file(user=ana, uid=uid, content=b"x", file_name="x.csv", now=timezone.now())

    assert DiaryImport.objects.count() == 1


def test_files_are_erased_after_a_day_and_their_counts_stay(ana: User) -> None:
    waiting, half, young = received(ana), begun(ana, 4), received(ana, now=NOW + dt.timedelta(hours=1))
    store_rows(diary_import=half, first=0, rows=rows(ana, 2), now=NOW)

    assert erase_import_files(now=NOW + dt.timedelta(days=1)) == 2

    half.refresh_from_db()
    assert not DiaryImport.objects.filter(pk=waiting.pk).exists()
    assert (file_of(half), leftovers_of(half)) == (None, None)
    assert (half.stored_rows, half.finished_at) == (2, NOW + dt.timedelta(days=1))
    assert DiaryImport.objects.filter(pk=young.pk).exists()

"""The name in a session and the therapist it means: typed, changed, sent twice, undone, imported."""

import datetime as dt
import uuid
from dataclasses import replace
from typing import Any

from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from journal.actions.bulk import NewRecord, create_records
from journal.actions.records import change_record, delete_record, erase_deleted, save_record, undo_change
from journal.analytics.records import MassageContent
from journal.models import MassageSession, MyTherapist, TherapistName, User
from tests.cast import massage, on_wall, therapist

DAY = dt.date(2026, 5, 4)
UID = uuid.UUID("11111111-2222-4333-8444-555555555555")


def save(user: User, name: str, **said: Any) -> Any:
    return save_record(
        kind="massage",
        user=user,
        uid=UID,
        content=MassageContent(therapist_name=name, **said),
        moment=on_wall(user, DAY),
        moment_said=True,
        now=timezone.now(),
    )


def change(record: Any, **said: Any) -> Any:
    record = type(record).objects.get(pk=record.pk)
    return change_record(
        kind=record.KIND,
        user=record.user,
        uid=record.uid,
        version=record.version,
        content=replace(record.content, **said),
        moment=record.moment,
        now=timezone.now(),
    )


def delete(record: Any) -> Any:
    return delete_record(kind=record.KIND, user=record.user, uid=record.uid, now=timezone.now())


def stored() -> MassageSession:
    found: MassageSession = MassageSession.objects.get()
    return found


def names(user: User) -> list[str]:
    return sorted(MyTherapist.objects.owned_by(user).values_list("name", flat=True))


def test_a_name_that_is_new_makes_a_therapist(ana: User) -> None:
    session = massage(ana, on=DAY, therapist_name="  Vera   Lang ")

    found = MyTherapist.objects.get()
    assert (found.name, found.moment, found.user) == ("Vera Lang", session.moment, ana)
    assert stored().therapist == found


def test_however_it_is_written_it_means_the_same_therapist(ana: User) -> None:
    for name in ("Ольга  Петрова", "ОЛЬГА ПЕТРОВА", "ольга петрова"):
        massage(ana, therapist_name=name)

    assert names(ana) == ["Ольга Петрова"]
    assert {one.content.therapist_name for one in MassageSession.objects.all()} == {"Ольга Петрова"}


def test_nobody_is_made_of_no_name(ana: User) -> None:
    massage(ana, therapist_name="")

    assert names(ana) == []
    assert stored().content.therapist_name == ""


def test_everybody_has_their_own(ana: User, ben: User) -> None:
    massage(ana, therapist_name="Vera")
    massage(ben, therapist_name="Vera")

    assert names(ana) == names(ben) == ["Vera"]
    assert MyTherapist.objects.count() == 2


def test_renaming_shows_everywhere_and_the_old_name_still_means_them(ana: User) -> None:
    massage(ana, on=DAY, therapist_name="Vera")
    change(MyTherapist.objects.get(), name="Vera Lang")
    massage(ana, therapist_name="vera")

    assert names(ana) == ["Vera Lang"]
    assert {one.content.therapist_name for one in MassageSession.objects.all()} == {"Vera Lang"}


def test_a_session_sent_twice_is_one_though_written_otherwise_and_renamed_between(ana: User) -> None:
    assert save(ana, "vera").outcome == "created"
    change(MyTherapist.objects.get(), name="Vera Lang")

    assert save(ana, "vera").outcome == "already"
    assert save(ana, "VERA LANG").outcome == "already"
    assert MassageSession.objects.count() == 1


def test_a_session_sent_twice_after_it_was_changed_is_still_one(ana: User) -> None:
    session = save(ana, "Vera").record
    change(session, therapist_name="Kim")
    change(MyTherapist.objects.get(name="Vera"), name="Vera Lang")

    assert save(ana, "Vera").outcome == "already"
    assert stored().content.therapist_name == "Kim"


def test_a_name_that_nobody_has_any_more_makes_somebody_new(ana: User) -> None:
    massage(ana, therapist_name="Vera")
    change(MyTherapist.objects.get(), name="Vera Lang")
    TherapistName.objects.filter(key="vera").delete()  # as after bringing a diary into another account

    massage(ana, therapist_name="Vera")

    assert names(ana) == ["Vera", "Vera Lang"]


def test_undoing_a_change_names_whom_the_old_name_meant(ana: User) -> None:
    session = massage(ana, therapist_name="Vera", minutes=60)
    changed = change(session, therapist_name="Kim")
    change(MyTherapist.objects.get(name="Vera"), name="Vera Lang")

    undo_change(kind="massage", user=ana, uid=session.uid, version=changed.version, now=timezone.now())

    assert stored().content.therapist_name == "Vera Lang"
    assert names(ana) == ["Kim", "Vera Lang"]


def test_undoing_a_rename_keeps_both_names(ana: User) -> None:
    massage(ana, therapist_name="Vera")
    renamed = change(MyTherapist.objects.get(), name="Vera Lang")

    undo_change(kind="therapist", user=ana, uid=renamed.uid, version=renamed.version, now=timezone.now())
    massage(ana, therapist_name="Vera Lang")

    assert names(ana) == ["Vera"]


def test_a_deleted_therapist_stays_in_their_sessions_and_comes_back_with_a_new_one(ana: User) -> None:
    session = massage(ana, on=DAY, therapist_name="Vera", minutes=60)
    delete(MyTherapist.objects.get())

    change(session, minutes=50)
    assert (stored().content.therapist_name, names(ana)) == ("Vera", [])

    massage(ana, therapist_name="VERA")
    assert names(ana) == ["Vera"]


def test_erasing_leaves_the_name_to_the_sessions_and_nothing_else(ana: User) -> None:
    found = therapist(ana, "Vera", note="A secret.", told=("clots",))
    massage(ana, therapist_name="Vera")
    delete(found)
    delete(therapist(ana, "Kim", note="Another secret."))

    erase_deleted(before=timezone.now())

    assert stored().content.therapist_name == "Vera"
    [left] = MyTherapist.objects.all()
    assert (left.note, left.told, left.deleted_at is None) == ("", [], False)


def test_once_its_sessions_are_erased_the_name_is_too(ana: User) -> None:
    session = massage(ana, therapist_name="Vera")
    delete(MyTherapist.objects.get())
    delete(session)

    erase_deleted(before=timezone.now())

    assert not MyTherapist.objects.exists()


def test_many_sessions_at_once_cost_no_query_each(
    ana: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    therapist(ana, "Vera Lang")
    spellings = ("Vera Lang", "vera  lang", "Kim", "KIM", "", "李")
    records = [
        NewRecord(
            uid=uuid.uuid4(),
            moment=on_wall(ana, DAY + dt.timedelta(days=day)),
            content=MassageContent(therapist_name=spellings[day % 6]),
            received_at=timezone.now(),
        )
        for day in range(120)
    ]

    with django_assert_max_num_queries(12):  # SQLite stores them in several steps
        create_records(user=ana, kind="massage", records=records)

    assert names(ana) == ["Kim", "Vera Lang", "李"]
    assert MassageSession.objects.filter(therapist__name="Kim").count() == 40
    assert MassageSession.objects.filter(therapist=None).count() == 20

"""What the charts are drawn from."""

import datetime as dt
from typing import Any

from pytest_django import DjangoAssertNumQueries

from journal.actions.records import delete_record
from journal.analytics.records import Area, Feeling, MassageContent
from journal.analytics.sensations import Felt
from journal.analytics.timeline import PainDay
from journal.models import User
from journal.queries.charts import PainDays, felt_by_day, pain_by_day, sessions_by_day
from tests.cast import massage, pain

DAY = dt.date(2026, 3, 5)
NEXT = DAY + dt.timedelta(days=1)
CALF = Feeling(quality="burning", region="calf", side="left")


def test_a_day_of_pain_is_mean_worst_least_and_count(ana: User) -> None:
    for intensity in (3, 6.5, 4):
        pain(ana, intensity, on=DAY)
    pain(ana, 0, on=NEXT)
    assert pain_by_day(user=ana) == [
        PainDay(day=DAY, mean=4.5, worst=6.5, least=3, count=3),
        PainDay(day=NEXT, mean=0, worst=0, least=0, count=1),
    ]


def test_days_come_in_order_and_within_their_bounds(ana: User) -> None:
    days = [DAY + dt.timedelta(days=offset) for offset in (4, 0, 2)]
    for day in days:
        pain(ana, on=day)
    assert [day.day for day in pain_by_day(user=ana)] == sorted(days)
    assert [day.day for day in pain_by_day(user=ana, first=NEXT)] == [days[2], days[0]]
    assert [day.day for day in pain_by_day(user=ana, last=NEXT)] == [days[1]]
    assert [day.day for day in pain_by_day(user=ana, first=days[2], last=days[2])] == [days[2]]


def test_a_sensation_without_a_strength_has_that_of_its_entry(ana: User) -> None:
    own = Feeling(quality="tingling", region="toes", intensity=0)
    pain(ana, 7, on=DAY, feelings=[CALF, own])
    assert set(felt_by_day(user=ana)) == {
        Felt(DAY, "burning", "calf", "left", 7),
        Felt(DAY, "tingling", "toes", "", 0),
    }


def test_entries_without_sensations_are_not_felt_anywhere(ana: User) -> None:
    pain(ana, on=DAY)
    assert felt_by_day(user=ana) == []


def test_sensations_keep_to_their_bounds(ana: User) -> None:
    pain(ana, on=DAY, feelings=[CALF])
    pain(ana, on=NEXT, feelings=[CALF])
    assert [felt.day for felt in felt_by_day(user=ana, first=NEXT)] == [NEXT]
    assert [felt.day for felt in felt_by_day(user=ana, last=DAY)] == [DAY]


def test_a_session_comes_back_as_it_was_said(ana: User, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    areas = (Area(region="buttock", side="left"), Area(region="lower_back", side="centre"))
    said: dict[str, Any] = {
        "minutes": 60,
        "technique": "thai",
        "therapist_name": "Ольга",
        "pain_before": 6.0,
        "pain_after": 4.0,
    }
    saved = massage(ana, on=DAY, areas=areas, **said)
    massage(ana, on=NEXT)
    with django_assert_num_queries(1):
        first, second = sessions_by_day(user=ana)
    assert first.content == MassageContent(**said, areas=areas)
    assert first.moment == saved.moment
    assert second.content == MassageContent()
    assert first.rated_twice
    assert not second.rated_twice


def test_sessions_come_in_order_and_within_their_bounds(ana: User) -> None:
    massage(ana, on=NEXT, minutes=3)
    massage(ana, on=DAY, at=dt.time(20), minutes=2)
    massage(ana, on=DAY, at=dt.time(8), minutes=1)
    assert [one.content.minutes for one in sessions_by_day(user=ana)] == [1, 2, 3]
    assert [one.content.minutes for one in sessions_by_day(user=ana, first=NEXT)] == [3]
    assert [one.content.minutes for one in sessions_by_day(user=ana, last=DAY)] == [1, 2]


def test_deleted_records_and_other_people_play_no_part(ana: User, ben: User) -> None:
    entry = pain(ana, on=DAY, feelings=[CALF])
    session = massage(ana, on=DAY)
    pain(ben, on=DAY, feelings=[CALF])
    massage(ben, on=DAY)
    for record in (entry, session):
        delete_record(kind=record.KIND, user=ana, uid=record.uid, now=record.updated_at)
    assert (pain_by_day(user=ana), felt_by_day(user=ana), sessions_by_day(user=ana)) == ([], [], [])


def test_the_days_of_a_diary_are_read_no_more_often_than_needed(
    ana: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    pain(ana, on=DAY)
    pain(ana, on=NEXT)
    days = PainDays(user=ana)
    with django_assert_num_queries(1):
        assert [day.day for day in days.between(first=NEXT, last=None)] == [NEXT]
    with django_assert_num_queries(1):
        assert [day.day for day in days.whole()] == [DAY, NEXT]
        assert [day.day for day in days.between(first=None, last=DAY)] == [DAY]
        assert [day.day for day in days.between(first=NEXT, last=NEXT)] == [NEXT]
        assert [day.day for day in days.between(first=None, last=None)] == [DAY, NEXT]

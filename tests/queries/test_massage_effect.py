"""What the comparison of massages reads."""

import datetime as dt

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from journal.actions.records import delete_record
from journal.analytics.massage_findings import EffectRecords
from journal.analytics.rated_before import Rating
from journal.models import MassageSession, PainEntry, User
from journal.queries.massage_effect import effect_records
from tests.cast import massage, on_wall, pain

DAY = dt.date(2026, 3, 5)
NOTHING = EffectRecords(ratings=[], sessions=[], earlier_massages=[])


def day(number: int) -> dt.date:
    return DAY + dt.timedelta(days=number)


def test_ratings_come_in_order_with_their_instant_where_it_is_known(ana: User) -> None:
    pain(ana, 5, on=day(1), at=None)
    pain(ana, 2.5, on=DAY, at=dt.time(21))
    pain(ana, 4, on=DAY, at=dt.time(7))
    assert effect_records(user=ana).ratings == [
        Rating(DAY, 4, on_wall(ana, DAY, dt.time(7)).occurred_at),
        Rating(DAY, 2.5, on_wall(ana, DAY, dt.time(21)).occurred_at),
        Rating(day(1), 5, None),
    ]


def test_days_are_diary_days(ana: User) -> None:
    User.objects.filter(pk=ana.pk).update(day_starts_at=4)
    ana.refresh_from_db()
    pain(ana, on=DAY, at=dt.time(2, 30))
    massage(ana, on=DAY, at=dt.time(3))
    records = effect_records(user=ana)
    assert [rating.day for rating in records.ratings] == [day(-1)]
    assert [session.moment.local_date for session in records.sessions] == [day(-1)]


def test_a_stranger_and_what_was_deleted_do_not_count(ana: User, ben: User) -> None:
    pain(ben, on=DAY)
    massage(ben, on=DAY)
    for record in (pain(ana, on=DAY), massage(ana, on=DAY)):
        delete_record(user=ana, kind=record.KIND, uid=record.uid, now=timezone.now())
    assert effect_records(user=ana) == NOTHING
    assert PainEntry.objects.count() == MassageSession.objects.count() == 2


def test_a_period_keeps_its_bounds_and_the_massages_of_the_two_weeks_before(ana: User) -> None:
    for number in (-1, 0, 5, 6):
        pain(ana, on=day(number))
    for number in (-15, -14, -1, 0, 5, 6):
        massage(ana, on=day(number))
    records = effect_records(user=ana, first=DAY, last=day(5))
    assert [rating.day for rating in records.ratings] == [DAY, day(5)]
    assert [session.moment.local_date for session in records.sessions] == [DAY, day(5)]
    assert records.earlier_massages == [day(-14), day(-1)]


@pytest.mark.parametrize("first", [dt.date.min, dt.date(1, 1, 5), dt.date.max])
def test_a_period_may_begin_anywhere(ana: User, first: dt.date) -> None:
    massage(ana, on=DAY)
    assert len(effect_records(user=ana, first=first).sessions) == (first < DAY)


def test_it_takes_two_queries(ana: User, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(3):
        pain(ana, on=day(number))
        massage(ana, on=day(number))
    with django_assert_num_queries(2):
        effect_records(user=ana)

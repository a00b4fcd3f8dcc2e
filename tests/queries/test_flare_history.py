"""Decisions about flare-ups and the days with a massage."""

import datetime as dt
import uuid

import pytest
from pytest_django import DjangoAssertNumQueries

from journal.actions.records import delete_record, save_record
from journal.analytics.records import FlareContent
from journal.models import User
from journal.queries.flare_history import Decision, flares_and_massages
from tests.cast import flare, massage, on_wall

DAY = dt.date(2026, 3, 5)
NEXT = DAY + dt.timedelta(days=1)


def test_both_are_read_at_once_and_by_day(ana: User, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    no = flare(ana, on=NEXT, origin="dismissed", rule="plus_2_on_2_days")
    yes = flare(ana, on=DAY, until=NEXT)
    massage(ana, on=NEXT)
    massage(ana, on=DAY)
    massage(ana, on=DAY)
    with django_assert_num_queries(1):
        found = flares_and_massages(user=ana)
    assert found.decisions == [
        Decision(origin="declared", start=DAY, end=NEXT, rule="", hours=None, uid=str(yes.uid)),
        Decision(origin="dismissed", start=NEXT, end=None, rule="plus_2_on_2_days", hours=None, uid=str(no.uid)),
    ]
    assert found.massages == [DAY, DAY, NEXT]


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        (dt.time(8), (DAY, dt.time(17, 30)), 9.5),
        (dt.time(22), (NEXT, dt.time(21)), 23),
        (dt.time(8), (NEXT, dt.time(8)), None),
        (dt.time(8), (DAY, None), None),
        (None, (DAY, dt.time(17)), None),
    ],
)
def test_hours_are_known_where_both_times_are_and_it_was_over_within_a_day(
    ana: User, start: dt.time | None, end: tuple[dt.date, dt.time | None], hours: float | None
) -> None:
    begun = on_wall(ana, DAY, start)
    save_record(
        kind="flare",
        user=ana,
        uid=uuid.uuid4(),
        content=FlareContent(end=on_wall(ana, *end)),
        moment=begun,
        moment_said=True,
        now=begun.occurred_at,
    )
    assert flares_and_massages(user=ana).decisions[0].hours == hours


def test_deleted_ones_and_other_people_play_no_part(ana: User, ben: User) -> None:
    for record in (flare(ana, on=DAY), massage(ana, on=DAY)):
        delete_record(kind=record.KIND, user=ana, uid=record.uid, now=record.updated_at)
    flare(ben, on=DAY)
    massage(ben, on=DAY)
    found = flares_and_massages(user=ana)
    assert (found.decisions, found.massages) == ([], [])

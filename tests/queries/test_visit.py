"""The last visit, the next one and the questions for it."""

import datetime as dt

from django.utils import timezone

from journal.actions.records import delete_record
from journal.models import User
from journal.queries.visit import coming_visits, last_visit_day, open_questions
from tests import cast

TODAY = dt.date(2026, 5, 4)


def days(count: int) -> dt.timedelta:
    return dt.timedelta(days=count)


def test_the_last_visit_is_the_latest_before_today(ana: User) -> None:
    for back in (90, 7, 30):
        cast.visit(ana, on=TODAY - days(back))
    cast.visit(ana, on=TODAY)
    cast.visit(ana, on=TODAY + days(3))

    assert last_visit_day(user=ana, today=TODAY) == TODAY - days(7)


def test_todays_visit_is_the_next_one_all_day_long(ana: User) -> None:
    later = cast.visit(ana, on=TODAY, at=dt.time(15))
    first = cast.visit(ana, on=TODAY, at=dt.time(8))
    cast.visit(ana, on=TODAY + days(1))
    cast.visit(ana, on=TODAY - days(1))

    assert coming_visits(user=ana, today=TODAY).first() == first
    delete_record(kind="visit", user=ana, uid=first.uid, now=timezone.now())
    assert coming_visits(user=ana, today=TODAY).first() == later


def test_without_visits_there_is_neither(ana: User, ben: User) -> None:
    cast.visit(ben, on=TODAY)
    cast.visit(ben, on=TODAY - days(1))

    assert last_visit_day(user=ana, today=TODAY) is None
    assert coming_visits(user=ana, today=TODAY).first() is None


def test_questions_are_open_until_they_were_asked(ana: User, ben: User) -> None:
    cast.question(ana, "First?")
    cast.question(ana, "Asked?", asked=True)
    gone = cast.question(ana, "Deleted?")
    cast.question(ana, "Second?")
    cast.question(ben, "Somebody else's?")
    delete_record(kind="question", user=ana, uid=gone.uid, now=timezone.now())

    assert open_questions(user=ana) == ("First?", "Second?")

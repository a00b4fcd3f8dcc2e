"""Every flare-up of the diary with what there is to know about it."""

import datetime as dt

from pytest_django import DjangoAssertNumQueries

from journal.actions.flare_history import flare_history
from journal.analytics.flare_facts import FlareFacts
from journal.models import User
from tests.cast import flare, flared, massage, pain, pains

DAY = dt.timedelta(days=1)
START = dt.date(2026, 3, 10)
RULE = "plus_2_on_2_days"


def facts(user: User, today: dt.date = START + 60 * DAY) -> tuple[FlareFacts, ...]:
    return flare_history(user=user, today=today).facts


def test_an_empty_diary_has_none(ana: User) -> None:
    history = flare_history(user=ana, today=START)
    assert (history.first_day, history.facts, history.suggested) == (None, (), ())


def test_the_diary_begins_with_the_first_record_of_any_kind(ana: User) -> None:
    pain(ana, on=START)
    assert flare_history(user=ana, today=START).first_day == START
    flare(ana, on=START - DAY, until=START)
    assert flare_history(user=ana, today=START).first_day == START - DAY
    massage(ana, on=START - 2 * DAY)
    assert flare_history(user=ana, today=START).first_day == START - 2 * DAY


def test_declared_and_suggested_ones_stand_side_by_side_by_day(ana: User) -> None:
    flared(ana, start=START)
    pains(ana, {START + offset * DAY: 2 for offset in range(4, 8)})
    flare(ana, on=START + 20 * DAY, until=START + 21 * DAY)
    flare(ana, on=START - 20 * DAY, until=START - 19 * DAY, origin="confirmed", rule=RULE)
    flare(ana, on=START - 10 * DAY, until=START - 9 * DAY, origin="dismissed")
    assert [(one.span.start, one.span.last, one.span.found) for one in facts(ana)] == [
        (START - 20 * DAY, START - 19 * DAY, "confirmed"),
        (START, START + 3 * DAY, "suggested"),
        (START + 20 * DAY, START + 21 * DAY, "declared"),
    ]


def test_peak_and_massages_are_looked_up(ana: User) -> None:
    pain(ana, 4, on=START)
    pain(ana, 9, on=START)
    massage(ana, on=START - 5 * DAY)
    massage(ana, on=START + DAY)
    flare(ana, on=START, until=START + DAY)
    (one,) = facts(ana)
    assert (one.peak, one.sessions, one.days_since_massage) == (9, 1, 5)


def test_a_declared_one_lasts_until_the_person_ends_it(ana: User) -> None:
    pain(ana, on=START)
    flare(ana, on=START)
    (one,) = facts(ana, START + 300 * DAY)
    assert (one.span.last, one.span.state) == (None, "ongoing")


def test_a_confirmed_one_without_an_end_is_followed_by_the_rule(ana: User) -> None:
    flared(ana, start=START)
    flare(ana, on=START, origin="confirmed", rule=RULE)
    last = START + 3 * DAY
    (one,) = facts(ana, last + DAY)
    assert (one.span.last, one.span.state) == (None, "ongoing")
    (one,) = facts(ana, last + 5 * DAY)
    assert (one.span.last, one.span.state) == (last, "end_unknown")
    pains(ana, {last + offset * DAY: 2 for offset in (1, 2)})
    (one,) = facts(ana, last + 2 * DAY)
    assert (one.span.last, one.span.state) == (last, "ended")


def test_a_confirmed_one_that_the_rule_finds_no_more_keeps_its_first_day(ana: User) -> None:
    pain(ana, on=START)
    flare(ana, on=START, origin="confirmed", rule=RULE)
    (one,) = facts(ana)
    assert (one.span.last, one.span.state) == (START, "end_unknown")


def test_asked_again_it_costs_one_query(ana: User, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    flared(ana, start=START)
    before = facts(ana)
    with django_assert_num_queries(1):
        assert facts(ana) == before


def test_a_page_that_reads_the_days_anyway_passes_its_own_reader(ana: User) -> None:
    pain(ana, on=START)
    flare_history(user=ana, today=START, pain_days=list)
    assert flare_history(user=ana, today=START).first_day is None

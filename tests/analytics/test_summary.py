"""What a diary says about a period, in numbers."""

import datetime as dt
import json
from decimal import Decimal

import pytest

from journal.analytics.period_records import Period
from journal.analytics.sensations import places_in_halves
from journal.analytics.signs import Sign, signs_over_time
from journal.analytics.summary import Summary
from journal.analytics.summary_parts import Counted
from tests.analytics.period_values import (
    PERIOD,
    answers,
    day_log,
    dose,
    entry,
    felt,
    flare,
    june,
    may,
    pain_day,
    pain_days,
    session,
    summary_of,
)

WEEK = range(1, 8)


def at(day: int, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime(2026, 6, day, hour, minute, tzinfo=dt.UTC)


def test_the_period_before_is_as_long_and_ends_the_day_before() -> None:
    assert PERIOD.before == Period(first=dt.date(2026, 5, 2), last=dt.date(2026, 5, 31))


def test_the_calendar_begins_somewhere() -> None:
    early = Period(first=dt.date(1, 1, 11), last=dt.date(1, 3, 1))

    assert early.before == Period(first=dt.date.min, last=dt.date(1, 1, 10))


def test_each_logged_day_counts_once_in_the_average() -> None:
    pain = summary_of(days=[pain_day(june(1), 2, worst=3, least=1), pain_day(june(2), 6, worst=9)]).pain

    assert pain.now is not None
    assert (pain.now.days, pain.now.mean, pain.now.worst, pain.now.least) == (2, 4, 9, 1)
    assert pain.before is None


@pytest.mark.parametrize(("now", "direction"), [(4.0, "fell"), (4.1, "same"), (5.9, "same"), (6.0, "rose")])
def test_a_change_of_a_point_is_one(now: float, direction: str) -> None:
    pain = summary_of(days=pain_days({may(20 + n): 5 for n in WEEK} | {june(n): now for n in WEEK})).pain

    assert pain.direction == direction
    assert pain.change == pytest.approx(now - 5)


@pytest.mark.parametrize("short", ["now", "before"])
def test_six_days_are_compared_with_nothing(short: str) -> None:
    days = {may(20 + n): 9 for n in WEEK} | {june(n): 1 for n in WEEK}
    days.pop(june(3) if short == "now" else may(23))

    pain = summary_of(days=pain_days(days)).pain

    assert (pain.comparable, pain.change, pain.direction) == (False, None, None)
    assert pain.now is not None


def test_a_day_is_later_where_nothing_of_it_came_in_on_the_day() -> None:
    said = summary_of(
        pain=[
            entry(june(1), received=at(1, 21)),
            entry(june(2), received=at(3, 9)),
            entry(june(3), received=at(3, 10)),
            entry(june(3), received=at(8, 10)),
            entry(june(4), received=at(4, 22, 30)),  # half past midnight in Berlin
            entry(june(5), received=at(4, 9)),  # ahead of the day, from a zone further east
        ]
    ).completeness

    assert (said.days, said.days_logged, said.days_later, said.entries) == (30, 5, 2, 6)


def test_a_night_belongs_to_the_day_before_where_the_person_says_so() -> None:
    late = entry(june(4), received=at(5, 0, 30))  # half past two in Berlin

    assert summary_of(pain=[late]).completeness.days_later == 1
    assert summary_of(pain=[late], day_starts_at=4).completeness.days_later == 0


def test_medicines_are_taken_not_taken_or_unknown() -> None:
    found = summary_of(
        doses=[
            dose(may(10)),
            dose(june(1), dose=Decimal(400), unit="mg"),
            dose(june(1), dose=Decimal(400), unit="mg"),
            dose(june(2), "ibuprofen", dose=Decimal(600), unit="mg"),
            dose(june(3), taken=False),
            dose(june(4), "Paracetamol", taken=False),
            dose(may(11), "Aspirin"),
        ]
    ).medicines

    assert [one.name for one in found] == ["Ibuprofen", "Paracetamol"]
    first, second = found
    assert (first.taken, first.not_taken, first.days_taken, first.days_unknown) == (3, 1, 2, 27)
    assert (first.doses, first.days_taken_before) == (("400 mg", "600 mg"), 1)
    assert (second.taken, second.not_taken, second.days_unknown) == (0, 1, 29)


def test_days_in_flare_ups_count_once_and_within_the_period() -> None:
    flares = summary_of(
        flares=[
            flare(may(3), may(5)),
            flare(may(29), june(2)),
            flare(june(2), june(4)),
            flare(june(10), june(12), "suggested"),
            flare(june(29), None),
        ]
    ).flares

    assert [one.span.start for one in flares.listed] == [may(29), june(2), june(10), june(29)]
    assert (flares.days, flares.began, flares.began_before) == (6, 2, 2)
    assert len(flares.said) == 3


def test_what_was_felt_counts_on_the_days_that_name_it() -> None:
    summary = summary_of(
        felt=[
            *felt([may(20)], strength=9),
            *felt([june(1), june(2), june(20)], strength=4),
            *felt([june(2)], "numbness", "big_toe.left", strength=8),
            *felt([june(21)], "ache", "lower_back.centre", strength=3),
            *felt([june(22)], "ache", "hip.right", strength=0),
        ]
    )

    assert [(one.code, one.now.days, one.before.days) for one in summary.kinds] == [("ache", 4, 1), ("numbness", 1, 0)]
    leg = next(one for one in summary.signs if one.code == Sign.LEG)
    assert leg.now == Counted(days=3, of=5, strength=4)
    assert leg.before == Counted(days=1, of=1, strength=9)
    back, calf, toe = summary.places
    assert (back.region, back.side, back.start.days, back.end.days) == ("lower_back", "centre", 0, 1)
    assert (calf.start, calf.end) == (Counted(days=2, of=2, strength=4), Counted(days=1, of=3, strength=4))
    assert toe.now.share == pytest.approx(1 / 5)
    assert summary.reach is not None
    assert (summary.reach.station, summary.reach.left, summary.reach.right) == (7, 7, 1)
    assert (summary.reach.now.reached, summary.reach.now.days) == (1, 5)


def test_the_charts_count_the_same() -> None:
    june_felt = [
        *felt((june(n) for n in range(1, 29, 2)), "ache", "buttock.left", 6),
        *felt((june(n) for n in range(3, 29, 5)), "tingling", "sole.left", 3),
        *felt((june(n) for n in range(2, 29, 4)), "burning", "lower_back.left", 7),
    ]
    summary = summary_of(felt=june_felt)
    bounds = {"first": PERIOD.first, "last": PERIOD.last}

    halves = {row.what: row for row in places_in_halves(felt=june_felt, **bounds).rows}
    assert {(one.region, one.side): one.start.days for one in summary.places} == {
        (str(place.region), str(place.side)): row.shares[0].days for place, row in halves.items()
    }
    over_time = signs_over_time(felt=june_felt, **bounds)
    assert {one.code: one.now.days for one in summary.signs} == {str(row.what): row.days for row in over_time.rows}


def test_the_days_around_are_means_of_the_days_that_say_it() -> None:
    logs = [day_log(may(9), sleep_minutes=300), day_log(june(1), sleep_minutes=420, interference=6)]
    logs += [day_log(june(2), sleep_minutes=480), day_log(june(3), stress=4)]

    found = {one.code: one for one in summary_of(logs=logs).around}

    assert list(found) == ["2", "3", "10"]
    assert (found["2"].days, found["2"].mean, found["2"].days_before, found["2"].mean_before) == (2, 450, 1, 300)
    assert found["2"].beside.low is None, "two days say nothing about what goes with what"


def test_massages_are_counted_with_what_was_felt_at_once() -> None:
    sessions = [session(may(9)), session(june(1), minutes=60, pain_before=6, pain_after=4)]
    sessions += [session(june(1), minutes=30), session(june(9), pain_before=5, pain_after=5)]

    found = summary_of(sessions=sessions).massages

    assert (found.sessions, found.before, found.days) == (3, 1, (june(1), june(9)))
    assert (found.minutes, found.timed, found.rated, found.immediate) == (90, 2, 2, -1)


def test_questionnaires_stand_with_the_last_one_before() -> None:
    answered = [
        answers(may(3), pain=9, enjoyment=9, activity=9),
        answers(may(20), pain=6, enjoyment=6, activity=6),
        answers(june(3), pain=4, enjoyment=4, activity=4),
        answers(june(20), pain=2, enjoyment=3, activity=4),
        answers(may(4), "ratings", leg=5),
    ]

    (peg,) = summary_of(answered=answered).questionnaires

    assert (peg.code, [one.score for one in peg.scored]) == ("peg", [4, 3])
    assert peg.before is not None
    assert peg.before.score == 6


def test_json_gives_an_equal_summary_back() -> None:
    summary = summary_of(
        days=pain_days({june(n): n / 3 for n in WEEK}),
        felt=felt([june(1)]),
        flares=[flare(june(2), None, peak=None, days_since_massage=None)],
        doses=[dose(june(3))],
        logs=[day_log(june(4), stress=3)],
        answered=[answers(june(5), "ratings", leg=0)],
        sessions=[session(june(6))],
    )

    assert Summary.from_json(json.loads(json.dumps(summary.to_json()))) == summary


def test_nothing_logged_is_a_summary_too() -> None:
    summary = summary_of()

    assert (summary.pain.now, summary.reach, summary.course) == (None, None, None)
    assert (summary.completeness.days, summary.completeness.days_logged) == (30, 0)
    assert Summary.from_json(summary.to_json()) == summary

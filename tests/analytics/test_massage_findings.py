"""Everything the diary says about massages, from its records."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from journal.analytics.flare_facts import FlareSpan
from journal.analytics.flares import FlareState
from journal.analytics.massage_findings import EffectRecords, MassageFindings, flares_between, massage_findings
from journal.analytics.moments import moment_on_wall
from journal.analytics.rated_before import Rating
from journal.analytics.records import MassageContent
from journal.analytics.sessions import LoggedSession
from tests.verdicts import COURSES, DAY, FIRST, Course


def on_wall(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), UTC)


def session(day: date, **said: Any) -> LoggedSession:
    moment = moment_on_wall(day=day, at=time(18), tz="UTC")
    return LoggedSession(moment=moment, content=MassageContent(**said))


def records_of(course: Course, said: Callable[[int], dict[str, Any]] = lambda _: {}) -> EffectRecords:
    return EffectRecords(
        ratings=[Rating(day, pain, on_wall(day, 9)) for day, pain in course.pain()],
        sessions=[session(day, **said(number)) for number, day in enumerate(course.massage_days())],
    )


def findings(records: EffectRecords, flares: list[FlareSpan] | None = None) -> MassageFindings:
    return massage_findings(records=records, flares=flares or [])


def flare(start: int, last: int | None, state: FlareState = "ended") -> FlareSpan:
    return FlareSpan(
        start=FIRST + start * DAY, last=None if last is None else FIRST + last * DAY, state=state, found="declared"
    )


NOTHING = EffectRecords(ratings=[], sessions=[])


def test_each_course_has_its_verdict() -> None:
    assert {findings(records_of(course)).effect.verdict for course in COURSES.values()} == set(COURSES)
    for verdict, course in COURSES.items():
        assert findings(records_of(course)).effect.verdict == verdict


def test_the_same_records_give_the_same_findings() -> None:
    records = records_of(COURSES["cannot_tell_yet"])
    assert findings(records) == findings(records)


def test_an_empty_diary_finds_nothing() -> None:
    found = findings(NOTHING, [flare(3, None, "ongoing")])
    assert (found.effect.sessions, found.around.points, found.immediate.sessions, found.flares.flares) == (0, (), 0, 0)
    assert NOTHING.ends is None


def test_sessions_alone_are_counted() -> None:
    found = findings(EffectRecords(ratings=[], sessions=[session(FIRST, pain_before=5, pain_after=3)]))
    assert (found.effect.sessions, found.effect.verdict, found.immediate.mean) == (1, "not_enough_data", -2)


def test_the_records_begin_and_end_with_any_of_them() -> None:
    rated = [Rating(FIRST + number * DAY, 3, None) for number in (2, 3)]
    assert EffectRecords(ratings=rated, sessions=[session(FIRST)]).ends == (FIRST, FIRST + 3 * DAY)
    assert EffectRecords(ratings=rated, sessions=[session(FIRST + 9 * DAY)]).ends == (FIRST + 2 * DAY, FIRST + 9 * DAY)


def test_a_kind_is_compared_where_it_has_enough_days() -> None:
    records = records_of(COURSES["lower"], lambda number: {"technique": "thai" if number % 5 else "deep_tissue"})
    thai, deep = findings(records).groups["technique"]
    assert (thai.label, thai.sessions, thai.is_all) == ("Thai", 12, False)
    assert thai.effect is not None
    assert thai.effect.verdict == "lower"
    assert thai.effect.redeal_p is None
    assert (deep.label, deep.sessions, deep.effect) == ("Deep tissue", 3, None)


def test_a_kind_on_every_massage_day_has_no_answer_of_its_own() -> None:
    (kind,) = findings(records_of(COURSES["lower"], lambda _: {"minutes": 60})).groups["minutes"]
    assert (kind.is_all, kind.effect) == (True, None)


def test_below_the_gate_no_kind_is_compared() -> None:
    records = records_of(
        Course(days=50, every=7, change=0), lambda number: {"technique": "thai" if number else "deep_tissue"}
    )
    found = findings(records)
    assert found.effect.verdict == "not_enough_data"
    assert [(kind.sessions, kind.effect) for kind in found.groups["technique"]] == [(6, None), (1, None)]


def test_what_was_felt_at_once_belongs_to_its_kind() -> None:
    records = records_of(
        COURSES["lower"],
        lambda number: {"technique": "thai" if number % 2 else "swedish", "pain_before": 6, "pain_after": number % 2},
    )
    swedish, thai = findings(records).groups["technique"]
    assert (swedish.immediate.mean, thai.immediate.mean) == (-6, -5)


def test_massages_shortly_before_the_period_make_its_first_days_recent() -> None:
    records = records_of(COURSES["lower"])
    earlier = replace(records, earlier_massages=[FIRST - DAY])
    without, with_one = findings(records).effect, findings(earlier).effect
    assert with_one.sessions == without.sessions
    assert with_one.change != without.change


def test_flare_ups_are_cut_at_the_days_looked_at() -> None:
    found = flares_between(
        flares=[flare(0, 4), flare(1, 12), flare(20, 35), flare(22, None, "ongoing"), flare(31, 32)],
        first=FIRST + 10 * DAY,
        last=FIRST + 30 * DAY,
    )
    assert found == [
        flare(10, 12),
        flare(20, None, "ongoing"),
        flare(22, None, "ongoing"),
    ]


def test_flare_ups_are_counted_up_to_the_last_rating() -> None:
    records = records_of(COURSES["lower"])
    last = records.ratings[-1].day
    inside = findings(records, [flare(60, 62), flare(90, 93)]).flares
    assert inside.flares == 2
    assert (
        findings(records, [FlareSpan(start=last + DAY, last=None, state="ongoing", found="declared")]).flares.flares
        == 0
    )

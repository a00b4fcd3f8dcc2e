"""Weeks of prevention beside one's own goals."""

import datetime as dt

from journal.analytics.prevention import Goal, prevention_weeks
from journal.analytics.prevention_wording import subjects, summary, week_row
from journal.analytics.records import DayContent

TODAY = dt.date(2026, 5, 7)  # a Thursday
MONDAY = dt.date(2026, 5, 4)
SUNDAY = dt.date(2026, 5, 3)
LOGS = [
    (dt.date(2026, 4, 20), DayContent(exercise_minutes=60)),
    (SUNDAY, DayContent(exercise_minutes=30, core=True)),
    (MONDAY, DayContent(exercise_minutes=0, core=True, sitting_minutes=300, lifting="light")),
    (dt.date(2026, 5, 5), DayContent(exercise_minutes=10, core=False, sitting_minutes=500, lifting="overstrained")),
    (TODAY, DayContent(stress=2)),
]


def test_weeks_begin_on_monday_the_latest_first() -> None:
    weeks = prevention_weeks(logs=LOGS, goal=Goal(), today=TODAY, count=2)

    assert [(week.monday, week.logged) for week in weeks] == [(MONDAY, 3), (dt.date(2026, 4, 27), 1)]


def test_a_day_that_does_not_say_it_is_unknown() -> None:
    week = prevention_weeks(logs=LOGS, goal=Goal(), today=TODAY, count=1)[0]

    assert (week.exercise_days, week.exercise_known, week.core_days, week.core_known) == (1, 2, 1, 2)
    assert (week.sitting_mean, week.sitting_within, week.lifting_within) == (400, None, None)


def test_days_within_the_goals_are_counted() -> None:
    goal = Goal(sitting_minutes=300, lifting="light")

    week = prevention_weeks(logs=LOGS, goal=goal, today=TODAY, count=1)[0]

    assert (week.sitting_within, week.sitting_known, week.lifting_within, week.lifting_known) == (1, 2, 1, 2)
    assert [said.this_week for said in subjects(week=week, goal=goal)] == [
        "on 1 of 2 days logged",
        "on 1 of 2 days logged",
        "6 h 40 min a day on average, within your goal on 1 of 2 days",
        "within your goal on 1 of 2 days",
    ]


def test_without_goals_only_what_was_logged_is_said() -> None:
    week = prevention_weeks(logs=LOGS, goal=Goal(), today=TODAY, count=1)[0]

    said = subjects(week=week, goal=Goal())

    assert {one.goal for one in said} == {""}
    assert [one.this_week for one in said][2:] == [
        "6 h 40 min a day on average",
        "heavy things, or more, on 1 of 2 days",
    ]


def test_a_week_without_a_log_says_nothing() -> None:
    week = prevention_weeks(logs=[], goal=Goal(core_days=1), today=TODAY, count=1)[0]

    assert {one.this_week for one in subjects(week=week, goal=Goal(core_days=1))} == {"not said"}
    assert tuple(week_row(week)) == ("–", "–", "–", "–")
    assert summary(weeks=[week]) == ""


def test_the_summary_adds_up_the_weeks() -> None:
    weeks = prevention_weeks(logs=LOGS, goal=Goal(), today=TODAY, count=2)

    assert summary(weeks=weeks).startswith(
        "In these 2 weeks you logged 4 days: exercise on 2 days, core exercises on 2 days."
    )

"""What a person does to prevent pain, and their goals."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from journal.analytics.prevention import Goal
from journal.models import PreventionGoal, User
from journal.queries.day import prevention_goal
from tests.cast import day_log, today
from tests.views.page_form import PageForm, error_at

PAGE = "/prevention/"
GOAL = {"exercise_days": "3", "core_days": "", "sitting_minutes": "6.5", "lifting": "light"}


def send(client: Client, changed: dict[str, Any]) -> Any:
    return client.post(PAGE, PageForm(client.get(PAGE).content.decode()).sent(changed))


def test_before_anything_is_logged_it_says_what_will_be_here(ana_client: Client) -> None:
    page = ana_client.get(PAGE).content.decode()

    assert "Your weeks will be here" in page
    assert "<table>" not in page


def test_goals_are_kept_and_come_back(ana: User, ana_client: Client) -> None:
    send(ana_client, GOAL)

    assert prevention_goal(user=ana) == Goal(exercise_days=3, sitting_minutes=390, lifting="light")
    form = PageForm(ana_client.get(PAGE).content.decode())
    assert {name: form.value(name) for name in GOAL} == GOAL


def test_goals_can_be_taken_back(ana: User, ana_client: Client) -> None:
    send(ana_client, GOAL)
    send(ana_client, dict.fromkeys(GOAL, ""))

    assert prevention_goal(user=ana) == Goal()
    assert PreventionGoal.objects.count() == 1


def test_this_week_stands_beside_the_goals(ana: User, ana_client: Client) -> None:
    send(ana_client, GOAL)
    day_log(ana, exercise_minutes=20, core=False, sitting_minutes=450, lifting="heavy")

    page = ana_client.get(PAGE).content.decode()

    for words in (
        "on 1 of 1 day logged",
        "Goal: 3 days a week",
        "on 0 of 1 day logged",
        "7 h 30 min a day on average, within your goal on 0 of 1 day",
        "Goal: at most 6 h 30 min a day",
        "Goal: at most light things",
    ):
        assert words in page, words


def test_days_of_others_and_of_long_ago_do_not_count(ana: User, ben: User, ana_client: Client) -> None:
    day_log(ben, exercise_minutes=20)
    day_log(ana, on=today(ana) - dt.timedelta(weeks=9), exercise_minutes=20)

    assert "Your weeks will be here" in ana_client.get(PAGE).content.decode()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("exercise_days", "8"),
        ("exercise_days", "0"),
        ("core_days", "x"),
        ("sitting_minutes", "25"),
        ("sitting_minutes", "x"),
        ("lifting", "overstrained"),
    ],
)
def test_a_goal_that_cannot_be_is_refused(ana: User, ana_client: Client, field: str, value: str) -> None:
    send(ana_client, GOAL)
    response = send(ana_client, {field: value})

    assert error_at(response.content.decode(), field)
    assert prevention_goal(user=ana) == Goal(exercise_days=3, sitting_minutes=390, lifting="light")

"""Being asked on the start page, and putting it off."""

import datetime as dt

import pytest
from django.test import Client

from journal.models import QuestionRhythm, User
from tests.cast import questionnaire, today

WEEK = dt.timedelta(weeks=1)


def ask(user: User, instrument: str = "peg", *, weeks: int = 1, days_ago: int = 0) -> None:
    since = today(user) - dt.timedelta(days=days_ago)
    QuestionRhythm.objects.create(user=user, instrument=instrument, every_weeks=weeks, not_before=since)


def asked(client: Client) -> str | None:
    questions = client.get("/").context["page"].questions
    return questions.code if questions else None


def test_nothing_is_asked_unless_the_person_wants_it(ana: User, ana_client: Client) -> None:
    questionnaire(ana, on=today(ana) - 60 * WEEK)

    assert asked(ana_client) is None


def test_it_is_asked_at_once_and_then_each_time_the_weeks_are_over(ana: User, ana_client: Client) -> None:
    ask(ana, weeks=2, days_ago=30)
    assert asked(ana_client) == "peg"

    response = questionnaire(ana, on=today(ana) - 2 * WEEK + dt.timedelta(days=1))
    assert asked(ana_client) is None

    ana_client.post(f"/records/questionnaire/{response.uid}/delete/")
    assert asked(ana_client) == "peg"
    questionnaire(ana, on=today(ana) - 2 * WEEK)
    assert asked(ana_client) == "peg"


def test_another_questionnaire_is_no_answer(ana: User, ana_client: Client) -> None:
    ask(ana)
    questionnaire(ana, "rmdq", q1=1)

    assert asked(ana_client) == "peg"


def test_one_is_asked_at_a_time_the_one_that_is_due_longest(ana: User, ana_client: Client) -> None:
    ask(ana, "peg", days_ago=1)
    ask(ana, "ratings", days_ago=5)
    assert asked(ana_client) == "ratings"
    assert ana_client.get("/").content.decode().count("Not now") == 1

    questionnaire(ana, "ratings")
    assert asked(ana_client) == "peg"


def test_not_now_puts_it_off_for_a_week(ana: User, ana_client: Client) -> None:
    ask(ana)
    assert asked(ana_client) == "peg"

    assert ana_client.post("/questions/peg/later/")["Location"] == "/"

    assert asked(ana_client) is None
    assert QuestionRhythm.objects.get().not_before == today(ana) + WEEK


def test_another_one_that_is_due_stays(ana: User, ana_client: Client) -> None:
    ask(ana, "peg")
    ask(ana, "rmdq")
    ana_client.post("/questions/peg/later/")

    assert asked(ana_client) == "rmdq"


@pytest.mark.parametrize("code", ["peg", "oswestry"])
def test_what_is_not_asked_cannot_be_put_off(ana: User, ana_client: Client, ben: User, code: str) -> None:
    ask(ben)

    ana_client.post(f"/questions/{code}/later/")

    assert QuestionRhythm.objects.get().not_before == today(ben)
    assert ana_client.get("/questions/peg/later/").status_code == 405

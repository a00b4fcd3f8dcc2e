"""Changing a question, and saying that it was asked."""

from typing import Any

import pytest
from django.test import Client

from journal.models import User, VisitQuestion
from tests.cast import question, visit
from tests.views.page_form import PageForm, error_at


@pytest.fixture
def waiting(ana: User) -> VisitQuestion:
    return question(ana, "May I swim?")


def form(client: Client, question: VisitQuestion) -> PageForm:
    return PageForm(client.get(f"/visits/questions/{question.uid}/").content.decode())


def send(client: Client, question: VisitQuestion, changed: dict[str, Any]) -> Any:
    response = client.post(f"/visits/questions/{question.uid}/", form(client, question).sent(changed))
    question.refresh_from_db()
    return response


def test_its_words_can_be_changed(ana_client: Client, waiting: VisitQuestion) -> None:
    response = send(ana_client, waiting, {"text": "May I swim in cold water?"})

    assert response["Location"] == "/visits/"
    assert (waiting.text, waiting.asked) == ("May I swim in cold water?", False)


def test_it_was_asked_without_a_visit_on_the_telephone_say(ana_client: Client, waiting: VisitQuestion) -> None:
    send(ana_client, waiting, {"asked": "on"})

    assert (waiting.asked, waiting.visit_uid) == (True, None)


def test_other_words_leave_it_with_its_visit_and_no_tick_takes_it_from_there(ana: User, ana_client: Client) -> None:
    seen = visit(ana)
    asked = question(ana, "May I swim?", asked=True, visit=str(seen.uid))
    send(ana_client, asked, {"text": "May I dive?"})
    assert (asked.asked, asked.visit_uid) == (True, seen.uid)

    send(ana_client, asked, {"asked": None})
    assert (asked.asked, asked.visit_uid) == (False, None)


def test_an_empty_question_is_refused(ana_client: Client, waiting: VisitQuestion) -> None:
    response = send(ana_client, waiting, {"text": " "})

    assert "Write the question" in error_at(response.content.decode(), "text")
    assert waiting.text == "May I swim?"


def test_a_stale_change_shows_both(ana_client: Client, waiting: VisitQuestion) -> None:
    mine = form(ana_client, waiting).sent({"text": "Mine?"})
    send(ana_client, waiting, {"asked": "on"})

    response = ana_client.post(f"/visits/questions/{waiting.uid}/", mine)
    waiting.refresh_from_db()

    assert response.status_code == 409
    assert "Mine?" in response.content.decode()
    assert (waiting.text, waiting.asked) == ("May I swim?", True)


def test_a_stranger_finds_nothing(ben_client: Client, waiting: VisitQuestion) -> None:
    assert ben_client.get(f"/visits/questions/{waiting.uid}/").status_code == 404

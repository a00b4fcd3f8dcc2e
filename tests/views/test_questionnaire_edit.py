"""Changing answers."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from journal.models import QuestionnaireResponse, Revision, User
from tests.cast import questionnaire
from tests.views.page_form import PageForm

DAY = dt.date(2026, 5, 4)


@pytest.fixture
def ticked(ana: User) -> QuestionnaireResponse:
    return questionnaire(ana, "rmdq", on=DAY, q2=1, q5=1)


def page_form(client: Client, response: QuestionnaireResponse) -> PageForm:
    return PageForm(client.get(f"/questions/{response.uid}/").content.decode())


def send(client: Client, response: QuestionnaireResponse, changed: dict[str, Any]) -> Any:
    return client.post(f"/questions/{response.uid}/", page_form(client, response).sent(changed))


def now(response: QuestionnaireResponse) -> QuestionnaireResponse:
    found: QuestionnaireResponse = QuestionnaireResponse.objects.get(pk=response.pk)
    return found


def test_without_a_change_everything_stays(ana_client: Client, ticked: QuestionnaireResponse) -> None:
    response = send(ana_client, ticked, {})

    assert response["Location"] == "/questions/"
    assert (now(ticked).content, now(ticked).moment, now(ticked).version) == (ticked.content, ticked.moment, 1)


def test_another_tick_is_another_score_and_can_be_undone(ana_client: Client, ticked: QuestionnaireResponse) -> None:
    send(ana_client, ticked, {"ticked": ["q2", "q5", "q6"]})
    assert now(ticked).score == 3
    assert Revision.objects.get().kind == "questionnaire"

    ana_client.post(f"/records/questionnaire/{ticked.uid}/2/undo/")
    assert (now(ticked).score, now(ticked).content) == (2, ticked.content)


def test_all_ticks_are_taken_back_only_on_purpose(ana_client: Client, ticked: QuestionnaireResponse) -> None:
    send(ana_client, ticked, {"ticked": []})
    assert now(ticked).score == 2

    send(ana_client, ticked, {"ticked": [], "none": "on"})
    assert now(ticked).score == 0
    assert page_form(ana_client, ticked).fields["none"]


def test_a_rating_can_be_taken_back(ana: User, ana_client: Client) -> None:
    ratings = questionnaire(ana, "ratings", on=DAY, leg=4, sitting=6)

    send(ana_client, ratings, {"leg": ""})

    assert now(ratings).answers == {"sitting": 6}


def test_deleting_leads_back_to_the_questions(ana_client: Client, ticked: QuestionnaireResponse) -> None:
    delete = f"/records/questionnaire/{ticked.uid}/delete/"
    form = PageForm(ana_client.get(f"/questions/{ticked.uid}/").content.decode(), action=delete)

    response = ana_client.post(delete, form.sent(), follow=True)

    assert response.resolver_match.url_name == "questions"
    assert "Deleted. It said: 4 May 2026, 18:00 – Roland-Morris questionnaire: 2 of 24" in response.content.decode()
    assert not QuestionnaireResponse.objects.owned_by(ticked.user).exists()


def test_a_stale_change_shows_both(ana_client: Client, ticked: QuestionnaireResponse) -> None:
    mine = page_form(ana_client, ticked).sent({"ticked": ["q24"]})
    send(ana_client, ticked, {"ticked": ["q1"]})

    response = ana_client.post(f"/questions/{ticked.uid}/", mine)

    assert response.status_code == 409
    assert 'href="/questions/">Keep this one' in response.content.decode()
    assert now(ticked).answers["q1"] == 1
    assert PageForm(response.content.decode()).sent({})["ticked"] in ("q24", ["q24"])


def test_a_stranger_finds_nothing(ben_client: Client, ticked: QuestionnaireResponse) -> None:
    assert ben_client.get(f"/questions/{ticked.uid}/").status_code == 404
    assert ben_client.post(f"/questions/{ticked.uid}/", {"ticked": ["q1"]}).status_code == 404

"""Answering a questionnaire."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from journal.analytics.questionnaires import INSTRUMENTS
from journal.models import QuestionnaireResponse, User
from tests.cast import today
from tests.views.bad_input import MOMENTS, UIDS
from tests.views.page_form import PageForm, error_at

PEG, RMDQ, RATINGS = "/questions/peg/", "/questions/rmdq/", "/questions/ratings/"
ALL_THREE = {"pain": "7", "enjoyment": "5", "activity": "2"}


def form(client: Client, page: str) -> PageForm:
    return PageForm(client.get(page).content.decode())


def send(client: Client, page: str, changed: dict[str, Any]) -> Any:
    return client.post(page, form(client, page).sent(changed))


def stored() -> QuestionnaireResponse:
    found: QuestionnaireResponse = QuestionnaireResponse.objects.get()
    return found


def nothing_stored() -> bool:
    return not QuestionnaireResponse.objects.exists()


def test_three_answers_make_a_score(ana: User, ana_client: Client) -> None:
    response = send(ana_client, PEG, ALL_THREE)

    assert response["Location"] == "/questions/"
    assert (stored().answers, stored().score) == ({"pain": 7, "enjoyment": 5, "activity": 2}, 14 / 3)
    assert (stored().local_date, stored().time_known) == (today(ana), True)


def test_it_says_what_was_saved_and_offers_undo(ana_client: Client) -> None:
    page = ana_client.post(PEG, form(ana_client, PEG).sent(ALL_THREE), follow=True).content.decode()

    assert "Pain, enjoyment and activity (PEG): 4.7 of 10" in page
    assert "Undo</button>" in page


def test_a_score_of_three_needs_all_three_and_keeps_those_that_were_given(ana_client: Client) -> None:
    response = send(ana_client, PEG, {"pain": "7", "activity": "0"})

    again = PageForm(response.content.decode())
    assert "Choose a number" in error_at(response.content.decode(), "enjoyment")
    assert (again.value("pain"), again.value("activity")) == ("7", "0")
    assert nothing_stored()


def test_ticks_are_counted_and_everything_else_is_a_no(ana_client: Client) -> None:
    send(ana_client, RMDQ, {"ticked": ["q1", "q24"]})

    assert stored().score == 2
    assert stored().answers == {f"q{number}": int(number in (1, 24)) for number in range(1, 25)}


def test_no_tick_has_to_be_said(ana_client: Client) -> None:
    response = send(ana_client, RMDQ, {})

    assert "If nothing does, tick the last box." in error_at(response.content.decode(), "ticked")
    assert nothing_stored()

    send(ana_client, RMDQ, {"none": "on"})
    assert stored().score == 0


def test_ticks_and_none_together_are_asked_about_and_kept(ana_client: Client) -> None:
    response = send(ana_client, RMDQ, {"ticked": ["q3"], "none": "on"})

    html = response.content.decode()
    assert "Take one of the two back" in error_at(html, "ticked")
    assert html.count(" checked") == 2
    assert nothing_stored()


def test_the_24_sentences_stand_there_as_they_are(ana_client: Client) -> None:
    page = ana_client.get(RMDQ).content.decode()

    at = [page.index(f"{item.words}</label>") for item in INSTRUMENTS["rmdq"].items]
    assert at == sorted(at)
    assert "think of yourself today" in page


def test_ratings_may_be_left_out_but_not_all_of_them(ana_client: Client) -> None:
    response = send(ana_client, RATINGS, {})
    assert "Rate at least one" in error_at(response.content.decode(), "leg")

    send(ana_client, RATINGS, {"sitting": "0"})
    assert (stored().answers, stored().score) == ({"sitting": 0}, None)


def test_it_can_be_about_an_earlier_day(ana_client: Client) -> None:
    send(ana_client, PEG, ALL_THREE | {"day": "2026-05-04"})

    assert (stored().local_date, stored().time_known) == (dt.date(2026, 5, 4), False)


def test_sent_twice_it_is_saved_once(ana_client: Client) -> None:
    sent = form(ana_client, PEG).sent(ALL_THREE)

    ana_client.post(PEG, sent)
    ana_client.post(PEG, sent)

    assert QuestionnaireResponse.objects.count() == 1


def test_other_answers_under_the_same_uid_are_both_kept_and_shown(ana_client: Client) -> None:
    sent = form(ana_client, PEG).sent(ALL_THREE)
    ana_client.post(PEG, sent)

    page = ana_client.post(PEG, sent | {"pain": "1"}, follow=True)

    assert QuestionnaireResponse.objects.count() == 2
    assert page.resolver_match.url_name == "questions"
    assert "Both are in your diary" in page.content.decode()


@pytest.mark.parametrize(
    ("page", "field", "value", "words"),
    [
        *((PEG, *moment) for moment in MOMENTS),
        *((PEG, "pain", value, "from 0 to 10") for value in ("", "11", "-1", "4.5", "x", "\x00", "1e3")),
        *((RATINGS, "leg", value, "from 0 to 10") for value in ("11", "-1", "x")),
        *((RMDQ, "ticked", [value], "does not have that sentence") for value in ("q0", "q25", "x", "<script>")),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    ana_client: Client, page: str, field: str, value: Any, words: str
) -> None:
    said = {PEG: ALL_THREE, RATINGS: {"sitting": "3"}, RMDQ: {}}[page]

    response = send(ana_client, page, {**said, field: value})

    assert words in error_at(response.content.decode(), field)
    assert nothing_stored()


@pytest.mark.parametrize("uid", UIDS)
def test_a_form_without_its_uid_is_shown_again_with_its_answers(ana_client: Client, uid: str | None) -> None:
    response = send(ana_client, PEG, ALL_THREE | {"uid": uid})

    assert "Save it once more" in response.content.decode()
    assert PageForm(response.content.decode()).value("pain") == "7"
    assert nothing_stored()


@pytest.mark.parametrize("code", ["oswestry", "PEG", "later"])
def test_a_questionnaire_that_is_none_is_not_found(ana_client: Client, code: str) -> None:
    assert ana_client.get(f"/questions/{code}/").status_code == 404
    assert ana_client.post(f"/questions/{code}/", {}).status_code == 404

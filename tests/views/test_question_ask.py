"""One tap that puts a question about the page on the list."""

import datetime as dt
import uuid
from typing import Any

import pytest
from django.test import Client

from journal.actions.records import change_record
from journal.analytics.records import QuestionContent
from journal.analytics.visit_wording import READY_QUESTIONS
from journal.models import User, VisitQuestion
from journal.queries.visit import open_questions
from tests.cast import diary, flare, pain
from tests.views.bad_input import ZONES
from tests.views.page_form import PageForm

PAGE = "/visits/questions/ask/"
OFFERED_ON = {"course": "/charts/?range=30d", "flares": "/flares/", "effect": "/massage/effect/"}


def tap(client: Client, about: str) -> dict[str, Any]:
    return PageForm(client.get(OFFERED_ON[about]).content.decode(), action=PAGE).sent({"about": about})


def ask(client: Client, **sent: Any) -> Any:
    return client.post(PAGE, {"uid": str(uuid.uuid4()), "about": "course"} | sent, follow=True)


def test_every_ready_question_is_offered_somewhere() -> None:
    assert set(OFFERED_ON) == set(READY_QUESTIONS)


@pytest.mark.parametrize("about", OFFERED_ON)
def test_one_tap_puts_it_on_the_list_and_stays_on_the_page(ana: User, ana_client: Client, about: str) -> None:
    diary(ana, days=120)
    response = ana_client.post(PAGE, tap(ana_client, about), follow=True)

    assert response.redirect_chain == [(OFFERED_ON[about], 302)]
    assert open_questions(user=ana) == (READY_QUESTIONS[about],)
    (message,) = response.context["messages"]
    assert str(message) == f"On your list for the next visit: {READY_QUESTIONS[about]}"
    assert message.extra_tags.startswith("undo question ")


@pytest.mark.parametrize("address", ["/charts/", "/flares/", "/massage/effect/"])
def test_an_empty_page_has_nothing_to_ask_about(ana_client: Client, address: str) -> None:
    assert PAGE not in ana_client.get(address).content.decode()


def test_tapped_twice_it_stands_once_and_so_with_another_tap_later(ana: User, ana_client: Client) -> None:
    pain(ana)
    sent = tap(ana_client, "course")
    ana_client.post(PAGE, sent)
    ana_client.post(PAGE, sent)
    page = ana_client.post(PAGE, tap(ana_client, "course"), follow=True)

    assert len(open_questions(user=ana)) == 1
    assert "On your list of questions already" in page.content.decode()


def test_once_asked_it_can_be_asked_again_at_another_visit(ana: User, ana_client: Client) -> None:
    flare(ana, on=dt.date(2026, 5, 4), until=dt.date(2026, 5, 5))
    ana_client.post(PAGE, tap(ana_client, "flares"))
    asked = VisitQuestion.objects.get()
    change_record(
        kind="question",
        user=ana,
        uid=asked.uid,
        version=1,
        content=QuestionContent(text=asked.text, asked=True),
        moment=asked.moment,
        now=asked.received_at,
    )
    ana_client.post(PAGE, tap(ana_client, "flares"))

    assert VisitQuestion.objects.count() == 2
    assert len(open_questions(user=ana)) == 1


def test_undo_takes_it_off_the_list(ana: User, ana_client: Client) -> None:
    ask(ana_client)
    listed = VisitQuestion.objects.get()
    ana_client.post(f"/records/question/{listed.uid}/{listed.version}/undo/")

    assert open_questions(user=ana) == ()


@pytest.mark.parametrize("about", ["", "unknown", "\x00", None])
def test_a_code_that_is_none_leads_to_the_form(ana_client: Client, about: str | None) -> None:
    sent = {} if about is None else {"about": about}
    response = ana_client.post(PAGE, {"uid": str(uuid.uuid4())} | sent)

    assert response["Location"] == "/visits/questions/new/"
    assert not VisitQuestion.objects.exists()


def test_nothing_else_that_is_sent_can_be_wrong(ana: User, ana_client: Client) -> None:
    for sent in ({"uid": "gibberish"}, {"tz": ZONES[3]}, {"next": "https://elsewhere.example/"}):
        VisitQuestion.objects.all().delete()
        assert ask(ana_client, **sent).redirect_chain == [("/visits/", 302)]
        assert len(open_questions(user=ana)) == 1


def test_looking_at_the_address_does_nothing(ana_client: Client) -> None:
    assert ana_client.get(PAGE).status_code == 405

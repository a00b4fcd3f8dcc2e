"""Writing a question down from anywhere, and being back there."""

import pytest
from django.test import Client

from journal.models import User, VisitQuestion
from journal.queries.visit import open_questions
from tests.views.bad_input import SCRIPTS, UIDS
from tests.views.page_form import PageForm, error_at

PAGE = "/visits/questions/new/"


def test_every_page_offers_it_and_names_the_way_back(ana_client: Client) -> None:
    for path, back in (("/charts/?range=30d", "/charts/%3Frange%3D30d"), ("/journal/", "/journal/")):
        menu = ana_client.get(path).content.decode().partition('<details class="menu')[2].partition("</details>")[0]
        assert f'{PAGE}?next={back.replace("/", "%2F")}"' in menu


@pytest.mark.parametrize(
    ("next_page", "back"),
    [
        ("/charts/?range=30d", "/charts/?range=30d"),
        ("", "/visits/"),
        ("https://elsewhere.example/", "/visits/"),
        ("//elsewhere.example/", "/visits/"),
        ("javascript:alert(1)", "/visits/"),
    ],
)
def test_saving_returns_to_where_the_person_was(ana: User, ana_client: Client, next_page: str, back: str) -> None:
    asked = ana_client.get(PAGE, {"next": next_page})
    sent = PageForm(asked.content.decode()).sent({"text": "May I swim?"})

    response = ana_client.post(asked.request["PATH_INFO"] + "?" + asked.request["QUERY_STRING"], sent)

    assert response["Location"] == back
    assert open_questions(user=ana) == ("May I swim?",)


def test_sent_twice_it_is_saved_once(ana_client: Client) -> None:
    sent = PageForm(ana_client.get(PAGE).content.decode()).sent({"text": "May I swim?"})
    ana_client.post(PAGE, sent)
    page = ana_client.post(PAGE, sent, follow=True)

    assert VisitQuestion.objects.count() == 1
    assert "Saved question for your doctor: May I swim?" in page.content.decode()


@pytest.mark.parametrize("text", SCRIPTS)
def test_it_reads_back_in_every_script(ana: User, ana_client: Client, text: str) -> None:
    ana_client.post(PAGE, PageForm(ana_client.get(PAGE).content.decode()).sent({"text": text}))

    assert open_questions(user=ana) == (text,)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Write the question"),
        ("  ", "Write the question"),
        ("x" * 501, "up to 500 fit"),
        ("a\x00b", "invisible character"),
    ],
)
def test_what_cannot_be_is_refused(ana_client: Client, text: str, words: str) -> None:
    sent = PageForm(ana_client.get(PAGE).content.decode()).sent({"text": text})

    assert words in error_at(ana_client.post(PAGE, sent).content.decode(), "text")
    assert not VisitQuestion.objects.exists()


@pytest.mark.parametrize("uid", UIDS)
def test_a_form_without_its_uid_is_shown_again(ana_client: Client, uid: str | None) -> None:
    sent = PageForm(ana_client.get(PAGE).content.decode()).sent({"text": "May I swim?", "uid": uid})

    assert "Save it once more" in ana_client.post(PAGE, sent).content.decode()
    assert not VisitQuestion.objects.exists()

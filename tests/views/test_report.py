"""The report as a page: what it shows, what a person may choose, and what is kept out of addresses."""

import datetime as dt
import html
import re

import pytest
from django.test import Client

from journal.models import User
from tests import cast

SECTIONS = ["help", "questionnaires", "places", "days", "massages", "medicines", "questions", "entries"]


@pytest.fixture
def logged(ana: User) -> User:
    """Four months of a diary."""
    cast.diary(ana, days=120)
    cast.days_around(ana, days=120)
    return ana


def choose(client: Client, **said: object) -> None:
    answer = client.post("/report/", {"span": "90d", "sections": SECTIONS} | said)
    assert (answer.status_code, answer["Location"]) == (302, "/report/")


def shown(client: Client) -> str:
    """The text of the report, without the form above it and without markup."""
    answer = client.get("/report/")
    assert answer.status_code == 200
    article = answer.content.decode().partition('<article class="report">')[2]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", article)).replace("\xa0", " ").split())


def test_it_shows_ninety_days_and_nobody_s_name_to_begin_with(logged: User, ana_client: Client) -> None:
    text = shown(ana_client)

    assert re.search(r"90 days Pain is logged on 8[12] of 90 days", text)
    assert "ana@example.org" not in text
    assert "Left out by choice: notes." in text


def test_since_the_last_visit_is_where_it_begins(logged: User, ana_client: Client) -> None:
    cast.visit(logged, on=cast.today(logged) - dt.timedelta(days=20))

    assert "21 days" in shown(ana_client)


def test_it_keeps_what_was_chosen(logged: User, ana_client: Client) -> None:
    choose(ana_client, span="30d", name="Ana Lopez", birth_year="1975", sections=["places"], notes="on")

    text = shown(ana_client)

    assert text.startswith("Ana Lopez, born 1975")
    assert "30 days" in text
    assert "Where" in text
    assert "Medicines" not in text.partition("Left out by choice")[0]
    assert "Left out by choice: signs to watch, questionnaires," in text


def test_notes_are_shown_only_by_choice_and_as_they_are(ana: User, ana_client: Client) -> None:
    cast.pain(ana, note="<script>alert(1)</script> & worse")

    assert "alert" not in shown(ana_client)

    choose(ana_client, notes="on")

    assert "<script>alert(1)</script> & worse" in shown(ana_client)
    assert b"<script>alert" not in ana_client.get("/report/").content


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"span": "own"}, "Choose a first day, a last day or both."),
        ({"span": "own", "first": "2026-05-09", "last": "2026-05-01"}, "This is after the last day."),
        ({"span": "own", "first": "soon"}, "Write the date as year-month-day"),
        ({"span": "2d"}, "Choose one of these periods."),
        ({"birth_year": "75"}, "Write the year in four figures"),
        ({"birth_year": "last"}, "Write the year in four figures"),
        ({"sections": ["teeth"]}, "Choose from what is shown here."),
        ({"name": "A" * 121}, "up to 120 fit"),
    ],
)
def test_what_cannot_be_shown_is_said_beside_the_field(
    said: dict[str, object], message: str, ana_client: Client
) -> None:
    answer = ana_client.post("/report/", {"span": "90d", "sections": SECTIONS, "name": "Ana"} | said)

    assert answer.status_code == 200
    assert message in html.unescape(answer.content.decode())
    assert "report_choices" not in ana_client.session


def test_no_choice_stands_in_an_address(logged: User, ana_client: Client) -> None:
    choose(ana_client, name="Ana Lopez", sections=["medicines"])

    page = ana_client.get("/report/?sections=medicines&name=Somebody").content.decode()

    assert "Somebody" not in page
    assert not re.search(r'href="[^"]*\?', page.partition("<main")[2])


def test_choices_of_an_earlier_release_count_as_none(logged: User, ana_client: Client) -> None:
    session = ana_client.session
    session["report_choices"] = {"span": "fortnight"}
    session.save()

    assert "90 days" in shown(ana_client)


def test_an_empty_diary_says_so(ana_client: Client) -> None:
    text = shown(ana_client)

    assert "No pain is logged in this period." in text
    assert "There is no pain to compare." in text


def test_what_is_too_little_to_compare_is_called_that(ana: User, ana_client: Client) -> None:
    cast.pain(ana, 5)

    text = shown(ana_client)

    assert "Nothing is logged in the 90 days before to compare that with." in text
    assert "too little logged to compare" in text


def test_another_person_sees_their_own(logged: User, ben_client: Client) -> None:
    assert "No pain is logged in this period." in shown(ben_client)

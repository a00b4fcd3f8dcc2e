"""The questionnaires there are, their scores over time, the answers, and how often to be asked."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from journal.models import QuestionnaireResponse, QuestionRhythm, User
from journal.queries.questionnaire import PAGE_LENGTH
from tests.cast import questionnaire, today
from tests.views.page_form import PageForm, error_at

PAGE = "/questions/"
DAY = dt.date(2026, 5, 4)


def html(client: Client, query: str = "") -> str:
    return client.get(PAGE + query).content.decode()


def set_rhythm(client: Client, **weeks: str) -> Any:
    return client.post(PAGE, PageForm(html(client)).sent(weeks))


def rhythms(user: User) -> dict[str, tuple[int, dt.date]]:
    rows = QuestionRhythm.objects.filter(user=user).values_list("instrument", "every_weeks", "not_before")
    return {code: (weeks, day) for code, weeks, day in rows}


def test_an_empty_diary_offers_every_questionnaire(ana_client: Client) -> None:
    page = html(ana_client)

    assert all(f"/questions/{code}/" in page for code in ("peg", "rmdq", "ratings"))
    assert "Spine 1983;8:141–144" in page
    assert "J Gen Intern Med 2009;24:733–738" in page
    assert "chart-data" not in page
    assert "Your answers" not in page


def test_a_score_stands_in_the_sentence_the_table_and_the_list(ana: User, ana_client: Client) -> None:
    questionnaire(ana, on=DAY, pain=7, enjoyment=5, activity=2)

    page = html(ana_client)

    assert "4.7 of 10 on 4 May 2026" in page
    assert '<th scope="row">4 May 2026</th><td>4.7<td>7<td>5<td>2' in page
    assert "Pain, enjoyment and activity (PEG): 4.7 of 10" in page


def test_those_of_others_are_not_there(ana: User, ben_client: Client) -> None:
    response = questionnaire(ana, on=DAY)

    assert "4 May 2026" not in html(ben_client)
    assert "4 May 2026" not in html(ben_client, f"?before={response.uid}")


def test_the_list_is_read_page_by_page(ana: User, ana_client: Client) -> None:
    made = [questionnaire(ana, on=DAY + dt.timedelta(days=day // 2)) for day in range(2 * PAGE_LENGTH + 1)]
    seen, query = [], ""
    for _ in range(3):
        page = ana_client.get(PAGE + query).context["page"]
        seen += [row.uid for row in page.rows]
        query = f"?before={page.older}"

    assert seen == [response.uid for response in reversed(made)]
    assert page.older is None


@pytest.mark.parametrize("cursor", ["x", "11111111-2222-4333-8444-555555555555", "%00", ""])
def test_a_cursor_that_is_none_shows_the_newest(ana: User, ana_client: Client, cursor: str) -> None:
    questionnaire(ana, on=DAY)

    assert "4 May 2026" in html(ana_client, f"?before={cursor}")


def test_a_rhythm_is_set_changed_and_taken_back(ana: User, ana_client: Client) -> None:
    assert set_rhythm(ana_client, peg="1", ratings="4")["Location"] == PAGE
    assert rhythms(ana) == {"peg": (1, today(ana)), "ratings": (4, today(ana))}

    set_rhythm(ana_client, peg="", ratings="2")
    assert rhythms(ana) == {"ratings": (2, today(ana))}


def test_a_rhythm_that_stays_also_stays_put_off(ana: User, ana_client: Client) -> None:
    later = today(ana) + dt.timedelta(days=5)
    QuestionRhythm.objects.create(user=ana, instrument="peg", every_weeks=2, not_before=later)

    set_rhythm(ana_client, rmdq="1")

    assert rhythms(ana) == {"peg": (2, later), "rmdq": (1, today(ana))}


@pytest.mark.parametrize("weeks", ["3", "-1", "often", "\x00"])
def test_a_rhythm_that_is_none_is_refused_beside_its_field(ana: User, ana_client: Client, weeks: str) -> None:
    response = set_rhythm(ana_client, peg="1", rmdq=weeks)

    assert "Choose from the list." in error_at(response.content.decode(), "rmdq")
    assert rhythms(ana) == {}


def test_a_rhythm_is_ones_own(ana: User, ana_client: Client, ben: User) -> None:
    QuestionRhythm.objects.create(user=ben, instrument="peg", every_weeks=1, not_before=DAY)

    set_rhythm(ana_client, peg="")

    assert rhythms(ben) == {"peg": (1, DAY)}


def test_nothing_is_answered_by_looking(ana_client: Client) -> None:
    html(ana_client)

    assert not QuestionnaireResponse.objects.exists()

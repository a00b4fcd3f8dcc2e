"""The page of visits: the coming one with its questions first, past ones with what was said."""

import datetime as dt
import re

from django.test import Client

from journal.models import User
from journal.queries.visit import PAGE_LENGTH
from tests.cast import question, today, visit
from tests.views.bad_input import MARKUP, UIDS

PAGE = "/visits/"
DAY = dt.timedelta(days=1)


def text(client: Client, address: str = PAGE) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]*>", " ", answer.content.decode().partition("<main")[2]).split())


def test_an_empty_page_offers_the_first_visit(ana_client: Client) -> None:
    said = text(ana_client)

    assert "What you want to ask will stand here." in said
    assert "What was said will stand here" in said
    assert 'class="btn btn-primary" href="/visits/new/"' in ana_client.get(PAGE).content.decode()


def test_the_coming_one_stands_first_then_its_questions_then_the_past(ana: User, ana_client: Client) -> None:
    now = today(ana)
    visit(ana, on=now + 40 * DAY, clinician="Later")
    visit(ana, on=now + 3 * DAY, at=dt.time(9, 30), clinician="Dr Weber", reason="The foot")
    old = visit(ana, on=now - 30 * DAY, clinician="Dr Old", said="Go on walking.")
    question(ana, "May I swim?")
    question(ana, "How long?", asked=True, visit=str(old.uid))
    said = text(ana_client)

    assert "In 3 days: Dr Weber" in said
    assert ", 09:30 The foot" in said
    order = ["Dr Weber", "Questions for it", "May I swim?", "Later", "Dr Old", "Go on walking.", "You asked: How long?"]
    assert sorted(order, key=said.index) == order


def test_todays_visit_asks_what_was_said(ana: User, ana_client: Client) -> None:
    visit(ana, on=today(ana), clinician="Dr Weber")

    assert "Today: Dr Weber" in text(ana_client)
    assert "Note what was said" in text(ana_client)


def test_past_visits_come_page_by_page_each_once(ana: User, ana_client: Client) -> None:
    now = today(ana)
    for number in range(2 * PAGE_LENGTH + 5):
        # Three on each day, at the same time.
        visit(ana, on=now - (1 + number // 3) * DAY, at=dt.time(9), clinician=f"Doctor no. {number};")
    found: list[str] = []
    address = PAGE
    for _ in range(3):
        page = ana_client.get(address)
        found += re.findall(r"Doctor no\. \d+;", page.content.decode())
        address = f"{PAGE}?before={page.context['page'].older}"

    assert len(found) == len(set(found)) == 2 * PAGE_LENGTH + 5
    assert page.context["page"].older == ""


def test_a_page_further_back_shows_neither_questions_nor_what_is_to_come(ana: User, ana_client: Client) -> None:
    first = visit(ana, on=today(ana) - DAY)
    visit(ana, on=today(ana) + DAY, clinician="To come")
    question(ana, "Open?")
    said = text(ana_client, f"{PAGE}?before={first.uid}")

    assert "To come" not in said
    assert "Open?" not in said


def test_an_address_that_names_no_visit_shows_the_first_page(ana: User, ben: User, ana_client: Client) -> None:
    visit(ana, on=today(ana) - DAY, clinician="Mine")
    strange = visit(ben, on=today(ben) - 9 * DAY, clinician="Not mine")

    for uid in [*filter(None, UIDS[:3]), str(strange.uid)]:
        said = ana_client.get(PAGE, {"before": uid}).content.decode()
        assert "Mine" in said
        assert "Not mine" not in said


def test_what_was_typed_is_text(ana: User, ana_client: Client) -> None:
    visit(ana, on=today(ana) - DAY, clinician=MARKUP, reason=MARKUP, said=MARKUP)
    visit(ana, on=today(ana) + DAY, clinician=MARKUP)
    question(ana, MARKUP)

    assert "<script>alert" not in ana_client.get(PAGE).content.decode()

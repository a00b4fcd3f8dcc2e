"""The list of one's own therapists."""

import datetime as dt

import pytest
from django.test import Client

from journal.actions.records import delete_record
from journal.models import MyTherapist, User
from journal.queries import my_therapist as queries
from tests.cast import massage, therapist
from tests.views.bad_input import MARKUP

PAGE = "/my-therapists/"
DAY = dt.date(2026, 5, 4)


def words(client: Client, address: str = PAGE) -> str:
    return " ".join(client.get(address).content.decode().split())


def test_an_empty_list_offers_the_next_step(ana_client: Client) -> None:
    assert "Nobody here yet" in words(ana_client)


def test_whoever_a_session_names_is_there_with_counts(ana: User, ana_client: Client) -> None:
    therapist(ana, "Kim", goal="Sleep on my left side.")
    for day in (0, 7):
        massage(ana, on=DAY + dt.timedelta(days=day), therapist_name="Vera Lang")
    gone = massage(ana, on=DAY + dt.timedelta(days=9), therapist_name="Vera Lang")
    delete_record(kind="massage", user=ana, uid=gone.uid, now=gone.updated_at)

    page = words(ana_client)

    assert 'Vera Lang</a></p> <p class="entry-time">2 sessions, the last on 11 May 2026' in page
    assert 'No session yet</p> <p class="entry-note">Sleep on my left side.' in page


def test_it_is_private(ana: User, ben_client: Client) -> None:
    therapist(ana, "Kim")

    assert "Kim" not in words(ben_client)


def test_a_name_is_text(ana: User, ana_client: Client) -> None:
    therapist(ana, MARKUP)

    assert "<script>alert" not in words(ana_client)


def test_a_long_list_is_read_page_by_page(ana: User, ana_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "PAGE_LENGTH", 2)
    for number in range(5):
        therapist(ana, f"Name {number}")
    seen, address = [], PAGE
    while address:
        page = ana_client.get(address).context["page"]
        seen += [one.name for one in page.rows]
        address = f"{PAGE}?after={page.next}" if page.next else ""

    assert seen == [f"Name {number}" for number in (4, 3, 2, 1, 0)]
    assert MyTherapist.objects.count() == 5


@pytest.mark.parametrize("query", ["?after=", "?after=1", "?before=%00", "?after=a:b"])
def test_no_address_breaks_it(ana: User, ana_client: Client, query: str) -> None:
    therapist(ana, "Kim")

    assert "Kim" in words(ana_client, PAGE + query)

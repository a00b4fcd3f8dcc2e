"""What helped, said when a flare-up is over."""

import datetime as dt

import pytest
from django.test import Client

from journal.models import FlareUp, User
from tests.cast import flare
from tests.views.page_form import PageForm

FIRST = dt.date(2026, 5, 4)


@pytest.fixture
def over(ana: User) -> FlareUp:
    return flare(ana, on=FIRST, until=FIRST, note="After lifting.")


def test_it_is_kept_and_stands_on_the_page_and_in_the_journal(ana_client: Client, over: FlareUp) -> None:
    address = f"/flares/{over.uid}/helped/"
    form = PageForm(ana_client.get(f"/flares/{over.uid}/").content.decode(), action=address)
    for _ in range(2):
        page = ana_client.post(address, form.sent({"helped": "Lying on the side."}), follow=True)

    over.refresh_from_db()
    assert (over.helped, over.note, over.version) == ("Lying on the side.", "After lifting.", 2)
    assert "Lying on the side." in page.content.decode()
    assert "What helped: Lying on the side." in ana_client.get("/journal/").content.decode()


def test_something_else_said_on_another_device_is_kept_too(ana_client: Client, over: FlareUp) -> None:
    for said in ("Warmth.", "Walking.", "Warmth."):
        ana_client.post(f"/flares/{over.uid}/helped/", {"helped": said})

    over.refresh_from_db()
    assert over.helped == "Warmth.\n\nWalking."


def test_undo_takes_it_back(ana_client: Client, over: FlareUp) -> None:
    page = ana_client.post(f"/flares/{over.uid}/helped/", {"helped": "Warmth."}, follow=True)
    (message,) = page.context["messages"]
    assert message.extra_tags == f"undo flare {over.uid} 2"
    ana_client.post(f"/records/flare/{over.uid}/2/undo/")

    over.refresh_from_db()
    assert over.helped == ""


def test_what_cannot_be_saved_stays_typed(ana_client: Client, over: FlareUp) -> None:
    html = ana_client.post(f"/flares/{over.uid}/helped/", {"helped": "Warmth.\0"}).content.decode()

    assert "invisible character" in html
    assert "Warmth." in html


def test_strangers_find_no_such_flare_up(ben_client: Client, over: FlareUp) -> None:
    assert ben_client.post(f"/flares/{over.uid}/helped/", {"helped": "Mine."}).status_code == 404

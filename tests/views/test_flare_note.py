"""One tap while a flare-up lasts: better, the same or worse."""

import datetime as dt

import pytest
from django.test import Client

from journal.models import FlareNote, User
from tests.cast import flare
from tests.views.page_form import PageForm

FIRST = dt.date(2026, 5, 4)


@pytest.mark.parametrize("page", ["/", "/flares/", "/flares/{uid}/"])
def test_one_tap_notes_it_and_stays_on_the_page(ana: User, ana_client: Client, page: str) -> None:
    lasting = flare(ana, on=FIRST)
    page = page.format(uid=lasting.uid)
    form = PageForm(ana_client.get(page).content.decode(), action=f"/flares/{lasting.uid}/note/")

    answer = ana_client.post(f"/flares/{lasting.uid}/note/", form.sent({"change": "worse", "note": "At night."}))

    assert answer["Location"] == page
    note = FlareNote.objects.get()
    assert (note.flare_uid, note.change, note.note) == (lasting.uid, "worse", "At night.")
    journal = ana_client.get("/journal/").content.decode()
    assert "Flare-up worse" in journal
    assert "At night." in journal
    assert f"/flares/notes/{note.uid}/" in journal


def test_two_taps_note_it_once(ana: User, ana_client: Client) -> None:
    lasting = flare(ana, on=FIRST)
    form = PageForm(ana_client.get("/").content.decode(), action=f"/flares/{lasting.uid}/note/")
    for _ in range(2):
        ana_client.post(f"/flares/{lasting.uid}/note/", form.sent({"change": "same"}))

    assert FlareNote.objects.count() == 1


def test_it_can_be_undone(ana: User, ana_client: Client) -> None:
    lasting = flare(ana, on=FIRST)
    answer = ana_client.post(f"/flares/{lasting.uid}/note/", {"change": "better"}, follow=True)
    (message,) = answer.context["messages"]
    _, kind, uid, version = message.extra_tags.split()
    ana_client.post(f"/records/{kind}/{uid}/{version}/undo/")

    assert not FlareNote.objects.owned_by(ana).exists()


@pytest.mark.parametrize(
    ("sent", "words"),
    [({"note": "Typed."}, "Tap better, the same or worse."), ({"change": "worse", "note": "Typed.\0"}, "invisible")],
)
def test_what_cannot_be_saved_stays_typed(ana: User, ana_client: Client, sent: dict[str, str], words: str) -> None:
    lasting = flare(ana, on=FIRST)
    html = ana_client.post(f"/flares/{lasting.uid}/note/", sent).content.decode()

    assert words in html
    assert "Typed." in html
    assert not FlareNote.objects.exists()


def test_the_journal_shows_notes_with_flare_ups_only(ana: User, ana_client: Client) -> None:
    ana_client.post(f"/flares/{flare(ana, on=FIRST).uid}/note/", {"change": "better"})
    shown = {}
    for kind in ("flare", "pain"):
        ana_client.post("/journal/", {"kind": kind})
        shown[kind] = "Flare-up better" in ana_client.get("/journal/").content.decode()

    assert shown == {"flare": True, "pain": False}


def test_strangers_find_no_such_flare_up(ana: User, ben_client: Client) -> None:
    assert ben_client.post(f"/flares/{flare(ana).uid}/note/", {"change": "better"}).status_code == 404
    assert not FlareNote.objects.exists()

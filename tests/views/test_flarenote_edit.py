"""Changing a note on how a flare-up went."""

import datetime as dt

from django.test import Client

from journal.models import User
from tests.cast import flare, flare_note
from tests.views.page_form import PageForm, error_at

FIRST = dt.date(2026, 5, 4)


def test_a_change_replaces_what_it_says(ana: User, ana_client: Client) -> None:
    note = flare_note(flare(ana, on=FIRST), "worse", on=FIRST, note="At night.")
    address = f"/flares/notes/{note.uid}/"
    form = PageForm(ana_client.get(address).content.decode())
    assert (form.value("change"), form.value("note")) == ("worse", "At night.")

    ana_client.post(address, form.sent({"change": "same", "note": ""}))

    flare_uid = note.flare_uid
    note.refresh_from_db()
    assert (note.change, note.note, note.version, note.flare_uid) == ("same", "", 2, flare_uid)


def test_a_stale_change_shows_both(ana: User, ana_client: Client) -> None:
    note = flare_note(flare(ana, on=FIRST), "worse", on=FIRST)
    address = f"/flares/notes/{note.uid}/"
    form = PageForm(ana_client.get(address).content.decode())
    ana_client.post(address, form.sent({"change": "same"}))

    answer = ana_client.post(address, form.sent({"change": "better"}))

    assert answer.status_code == 409
    assert "How it went" in answer.content.decode()


def test_it_has_to_be_one_of_the_three(ana: User, ana_client: Client) -> None:
    note = flare_note(flare(ana, on=FIRST), "worse", on=FIRST)
    address = f"/flares/notes/{note.uid}/"
    form = PageForm(ana_client.get(address).content.decode())

    html = ana_client.post(address, form.sent({"change": "cured", "note": "Typed."})).content.decode()

    assert error_at(html, "change") == "Choose better, the same or worse."
    assert "Typed." in html


def test_strangers_find_no_such_note(ana: User, ben_client: Client) -> None:
    assert ben_client.get(f"/flares/notes/{flare_note(flare(ana)).uid}/").status_code == 404

"""Filling in what was felt where as it was the last time, in one tap."""

import datetime as dt
from typing import Any

from django.test import Client
from django.utils import timezone

from journal.actions.records import delete_record
from journal.analytics.records import Feeling
from journal.models import PainEntry, User
from tests.cast import pain
from tests.views.page_form import PageForm

PAGE = "/pain/new/"


def empty_form(client: Client) -> PageForm:
    return PageForm(client.get(PAGE).content.decode())


LAST = (
    Feeling(quality="burning", region="thigh_back", side="left", intensity=6),
    Feeling(quality="tingling", region="big_toe", side="left", intensity=3),
    Feeling(quality="ache", region="calf"),
)


def filled_in(client: Client, changed: dict[str, Any]) -> PageForm:
    form = empty_form(client)
    assert ("same_as_last", "1") in form.buttons
    return PageForm(client.post(PAGE, form.sent(changed | {"same_as_last": "1"})).content.decode())


def test_kinds_places_and_strengths_are_filled_in_and_nothing_is_saved(ana: User, ana_client: Client) -> None:
    pain(ana, feelings=LAST, note="Private.")
    pain(ana, 2)

    form = filled_in(ana_client, {"intensity": "4", "note": "Typed.", "at": "08:00", "day": "2026-05-04"})

    typed = ("intensity", "note", "at", "day")
    assert [form.value(name) for name in typed] == ["4", "Typed.", "08:00", "2026-05-04"]
    assert PainEntry.objects.owned_by(ana).count() == 2
    ana_client.post(PAGE, form.sent())
    assert set(PainEntry.objects.owned_by(ana).get(intensity=4).content.feelings) == set(LAST)


def test_pressed_twice_it_fills_in_once(ana: User, ana_client: Client) -> None:
    pain(ana, feelings=LAST)
    form = filled_in(ana_client, {})
    again = PageForm(ana_client.post(PAGE, form.sent({"same_as_last": "1"})).content.decode())

    wanted = {name: values for name, values in form.fields.items() if name != "csrfmiddlewaretoken"}
    assert {name: again.fields[name] for name in wanted} == wanted


def test_what_was_chosen_already_stays(ana: User, ana_client: Client) -> None:
    pain(ana, feelings=LAST[:1])
    form = filled_in(ana_client, {"feelings-0-qualities": ["numbness"], "feelings-0-places": ["sole.right"]})

    assert form.fields["feelings-0-qualities"] == ["numbness"]
    assert form.fields["feelings-1-places"] == ["thigh_back.left"]
    assert form.value("feelings-1-strength") == "6"


def test_it_is_the_latest_that_happened_and_was_not_deleted(ana: User, ana_client: Client) -> None:
    pain(ana, at=dt.time(10), feelings=LAST[:1])
    pain(ana, at=dt.time(8), feelings=LAST[1:2])
    gone = pain(ana, at=dt.time(11), feelings=LAST[2:])
    delete_record(kind="pain", user=ana, uid=gone.uid, now=timezone.now())

    assert filled_in(ana_client, {}).fields["feelings-0-places"] == ["thigh_back.left"]


def test_it_is_not_offered_before_there_is_one_nor_for_a_change(ana: User, ben: User, ana_client: Client) -> None:
    pain(ben, feelings=LAST)
    assert ("same_as_last", "1") not in empty_form(ana_client).buttons

    entry = pain(ana, feelings=LAST)
    assert b"same_as_last" not in ana_client.get(f"/pain/{entry.uid}/").content

"""One tap: a flare-up starts."""

import datetime as dt
import uuid
from typing import Any

import pytest
import time_machine
from django.test import Client

from journal.models import FlareUp, User
from tests.cast import flare, signed_in
from tests.views.bad_input import UIDS, ZONES
from tests.views.page_form import PageForm

TAP = "/flares/start/"


def tap(client: Client, **changed: Any) -> Any:
    form = PageForm(client.get("/").content.decode(), action=TAP)
    return client.post(TAP, form.sent(changed), follow=True)


def test_one_tap_on_the_start_page_starts_it_now(ana: User) -> None:
    with time_machine.travel("2026-05-04T20:40:30Z", tick=False):
        page = tap(signed_in(ana))

    started = FlareUp.objects.lasting(ana).get()
    assert page.redirect_chain == [("/", 302)]
    assert started.moment.wall == dt.datetime.fromisoformat("2026-05-04 22:40:30")
    assert (started.origin, started.rule, started.note) == ("declared", "", "")


def test_it_says_so_offers_undo_and_how_to_end_it(ana: User, ana_client: Client) -> None:
    page = tap(ana_client)

    (message,) = page.context["messages"]
    started = FlareUp.objects.get()
    assert message.extra_tags == f"undo flare {started.uid} 1"
    assert PageForm(page.content.decode(), action=f"/flares/{started.uid}/end/").buttons == [("", "")]
    assert f'action="{TAP}"' not in page.content.decode()


def test_two_taps_start_one(ana: User, ana_client: Client) -> None:
    sent = PageForm(ana_client.get("/").content.decode(), action=TAP).sent()
    pages = [ana_client.post(TAP, sent, follow=True) for _ in range(2)]

    started = FlareUp.objects.get()
    tags = [message.extra_tags for page in pages for message in page.context["messages"]]
    assert tags == [f"undo flare {started.uid} 1"] * 2


def test_while_one_lasts_an_old_page_starts_no_other_and_offers_no_undo_of_it(ana: User, ana_client: Client) -> None:
    old_page = PageForm(ana_client.get("/").content.decode(), action=TAP).sent()
    flare(ana, on=dt.date(2026, 5, 1))

    page = ana_client.post(TAP, old_page, follow=True)

    (message,) = page.context["messages"]
    assert str(message) == "Your flare-up since 1 May 2026 still lasts. No other was started."
    assert message.extra_tags == ""
    assert FlareUp.objects.count() == 1


def test_after_one_is_over_the_next_can_start(ana: User, ana_client: Client) -> None:
    flare(ana, on=dt.date(2026, 5, 1), until=dt.date(2026, 5, 2))
    tap(ana_client)

    assert FlareUp.objects.owned_by(ana).count() == 2


@pytest.mark.parametrize("uid", UIDS)
def test_a_broken_uid_becomes_a_new_one(ana: User, ana_client: Client, uid: str | None) -> None:
    ana_client.post(TAP, {} if uid is None else {"uid": uid})

    assert FlareUp.objects.lasting(ana).get().uid.version == 4


@pytest.mark.parametrize("zone", ZONES)
def test_a_broken_device_zone_falls_back_on_the_profiles(ana: User, ana_client: Client, zone: str | None) -> None:
    tap(ana_client, tz=zone)

    assert FlareUp.objects.get().tz == "Europe/Berlin"


def test_the_uid_of_another_person_is_simply_a_new_flare_up(ana: User, ben: User, ana_client: Client) -> None:
    theirs = flare(ben, on=dt.date(2026, 5, 1))
    tap(ana_client, uid=str(theirs.uid))

    assert FlareUp.objects.lasting(ana).get().uid == theirs.uid
    assert FlareUp.objects.lasting(ben).get() == theirs


def test_a_link_cannot_start_one(ana_client: Client) -> None:
    assert ana_client.get(TAP, {"uid": str(uuid.uuid4())}).status_code == 405

"""One tap: the flare-up is over."""

import datetime as dt
import uuid
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from journal.actions.records import delete_record
from journal.models import FlareUp, User
from tests.cast import flare, signed_in, today
from tests.views.bad_input import ZONES
from tests.views.page_form import PageForm

FIRST = dt.date(2026, 5, 4)


def address(found: FlareUp) -> str:
    return f"/flares/{found.uid}/end/"


def tap(client: Client, found: FlareUp, **changed: Any) -> Any:
    return client.post(address(found), changed, follow=True)


def stored(found: FlareUp) -> FlareUp:
    fresh: FlareUp = FlareUp.objects.get(pk=found.pk)
    return fresh


@pytest.mark.parametrize("page", ["/", "/flares/"])
def test_one_tap_ends_it_now(ana: User, page: str) -> None:
    lasting = flare(ana, on=FIRST, note="After lifting.")
    with time_machine.travel("2026-05-09T20:40:30Z", tick=False):
        client = signed_in(ana)
        form = PageForm(client.get(page).content.decode(), action=address(lasting))
        answer = client.post(address(lasting), form.sent(), follow=True)

    now = stored(lasting)
    assert now.end is not None
    assert now.end.wall == dt.datetime.fromisoformat("2026-05-09 22:40:30")
    assert (now.moment, now.note) == (lasting.moment, "After lifting.")
    (message,) = answer.context["messages"]
    assert message.extra_tags == f"undo flare {lasting.uid} 2"
    assert answer.redirect_chain == [(f"/flares/{lasting.uid}/", 302)]
    assert "What helped?" in answer.content.decode()


def test_two_taps_end_it_once(ana: User, ana_client: Client) -> None:
    lasting = flare(ana, on=FIRST)
    tap(ana_client, lasting)
    end = stored(lasting).end

    again = tap(ana_client, lasting)

    assert (stored(lasting).end, stored(lasting).version) == (end, 2)
    (message,) = again.context["messages"]
    assert str(message).startswith("Nothing was changed: flare-up from 4 May")
    assert message.extra_tags == ""


def test_one_that_starts_tomorrow_ends_when_it_starts(ana: User, ana_client: Client) -> None:
    lasting = flare(ana, on=today(ana) + dt.timedelta(days=1))
    tap(ana_client, lasting)

    assert stored(lasting).end == lasting.moment


@pytest.mark.parametrize("origin", ["confirmed", "dismissed"])
def test_one_that_the_person_never_started_stays_open_ended(ana: User, ana_client: Client, origin: str) -> None:
    found = flare(ana, on=FIRST, origin=origin)
    tap(ana_client, found)

    assert (stored(found).end, stored(found).version) == (None, 1)


@pytest.mark.parametrize("zone", ZONES)
def test_a_broken_device_zone_falls_back_on_the_profiles(ana: User, ana_client: Client, zone: str | None) -> None:
    lasting = flare(ana, on=FIRST)
    tap(ana_client, lasting, **({} if zone is None else {"tz": zone}))

    assert stored(lasting).end_tz == "Europe/Berlin"


def test_one_that_was_deleted_is_not_found(ana: User, ana_client: Client) -> None:
    lasting = flare(ana, on=FIRST)
    delete_record(kind="flare", user=ana, uid=lasting.uid, now=timezone.now())

    assert tap(ana_client, lasting).status_code == 404
    assert stored(lasting).end is None


def test_strangers_find_no_such_flare_up(ana: User, ben_client: Client) -> None:
    lasting = flare(ana, on=FIRST)

    assert tap(ben_client, lasting).status_code == 404
    assert stored(lasting).end is None


def test_one_that_never_was_is_not_found(ana_client: Client) -> None:
    assert ana_client.post(f"/flares/{uuid.uuid4()}/end/").status_code == 404


def test_a_link_cannot_end_it(ana: User, ana_client: Client) -> None:
    lasting = flare(ana, on=FIRST)

    assert ana_client.get(address(lasting)).status_code == 405

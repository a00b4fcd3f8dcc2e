"""Yes, a flare-up, but on other days."""

import datetime as dt
from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from journal.models import FlareUp, User
from tests.cast import pain, signed_in
from tests.views.page_form import PageForm, error_at
from tests.views.suggestions import (
    DAY,
    LAST_RAISED,
    NOON_AFTER,
    NOON_OF_LAST_RAISED,
    RAISED,
    address,
    diary_with_a_flare,
)

PAGE = address()


@pytest.fixture
def now() -> Iterator[None]:
    with time_machine.travel(NOON_AFTER, tick=False):
        yield


@pytest.fixture
def client(ana: User, now: None) -> Client:
    """Ana's browser, some days after a flare-up of her diary."""
    diary_with_a_flare(ana)
    return signed_in(ana)


def shown_form(client: Client) -> PageForm:
    return PageForm(client.get(PAGE).content.decode())


def only_flare(user: User) -> FlareUp:
    found: FlareUp = FlareUp.objects.owned_by(user).get()
    return found


def test_the_days_found_are_filled_in(client: Client) -> None:
    form = shown_form(client)

    shown = [form.value(name) for name in ("day", "at", "end_day", "end_at")]
    assert shown == [RAISED.isoformat(), "", LAST_RAISED.isoformat(), ""]


def test_it_is_kept_on_the_days_that_the_person_says(ana: User, client: Client) -> None:
    changed = {"day": (RAISED - DAY).isoformat(), "note": "It began at night."}
    response = client.post(PAGE, shown_form(client).sent(changed))

    kept = only_flare(ana)
    assert response["Location"] == "/"
    assert (kept.local_date, kept.end_date, kept.note) == (RAISED - DAY, LAST_RAISED, "It began at night.")
    assert (kept.origin, kept.rule) == ("confirmed", "plus_2_on_2_days")
    assert "Was this a flare-up?" not in client.get("/flares/").content.decode()


def test_sent_twice_it_is_kept_once(ana: User, client: Client) -> None:
    sent = shown_form(client).sent({"note": "It began at night."})
    client.post(PAGE, sent)

    again = client.post(PAGE, sent, follow=True)

    assert "no longer open" in again.content.decode()
    assert only_flare(ana).version == 1


def test_what_was_typed_stays_after_an_error(client: Client) -> None:
    changed = {"day": (LAST_RAISED + DAY).isoformat(), "note": "Typed."}
    html = client.post(PAGE, shown_form(client).sent(changed)).content.decode()

    assert "over before it started" in error_at(html, "end_day")
    assert PageForm(html).value("note") == "Typed."
    assert not FlareUp.objects.exists()


def test_what_was_typed_is_kept_where_the_suggestion_went_away_meanwhile(ana: User, client: Client) -> None:
    sent = shown_form(client).sent({"note": "Typed."})
    pain(ana, 0, on=RAISED, at=dt.time(10))
    pain(ana, 0, on=RAISED + DAY, at=dt.time(10))

    response = client.post(PAGE, sent)

    assert response["Location"] == "/"
    assert (only_flare(ana).note, only_flare(ana).origin) == ("Typed.", "declared")


def test_an_old_link_says_that_it_is_no_longer_open(ana: User, ana_client: Client) -> None:
    page = ana_client.get(PAGE, follow=True)

    assert page.redirect_chain == [("/flares/", 302)]
    assert "no longer open" in page.content.decode()


class TestOneThatGoesOn:
    @pytest.fixture
    def client(self, ana: User) -> Iterator[Client]:
        diary_with_a_flare(ana, settled_days=0)
        with time_machine.travel(NOON_OF_LAST_RAISED, tick=False):
            yield signed_in(ana)

    def test_without_an_end_it_lasts(self, ana: User, client: Client) -> None:
        assert "Leave the end empty while it lasts." in client.get(PAGE).content.decode()

        client.post(PAGE, shown_form(client).sent({"day": (RAISED - DAY).isoformat()}))

        lasting = FlareUp.objects.lasting(ana).get()
        assert (lasting.local_date, lasting.rule) == (RAISED - DAY, "plus_2_on_2_days")

    def test_with_an_end_it_is_over(self, ana: User, client: Client) -> None:
        client.post(PAGE, shown_form(client).sent({"end_day": LAST_RAISED.isoformat()}))

        assert (only_flare(ana).origin, only_flare(ana).end_date) == ("confirmed", LAST_RAISED)


def test_one_whose_end_is_not_known_may_stay_so(ana: User) -> None:
    diary_with_a_flare(ana, settled_days=0)
    with time_machine.travel(f"{LAST_RAISED + 20 * DAY}T12:00:00Z", tick=False):
        client = signed_in(ana)
        assert "Leave the end empty if you do not know it." in client.get(PAGE).content.decode()
        client.post(PAGE, shown_form(client).sent())

    assert (only_flare(ana).origin, only_flare(ana).end) == ("confirmed", None)


def test_another_persons_suggestion_is_none_of_ones_own(client: Client, ben_client: Client) -> None:
    assert ben_client.get(PAGE).status_code == 302

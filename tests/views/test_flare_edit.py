"""Changing a flare-up."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from journal.actions.records import change_record, delete_record
from journal.models import FlareUp, User
from tests.cast import flare, on_wall
from tests.views.bad_input import VERSIONS
from tests.views.page_form import PageForm, error_at

FIRST, LAST = dt.date(2026, 5, 4), dt.date(2026, 5, 9)


@pytest.fixture
def past(ana: User) -> FlareUp:
    return flare(ana, on=FIRST, until=LAST, note="After lifting.")


def address(found: FlareUp) -> str:
    return f"/flares/{found.uid}/edit/"


def shown_form(client: Client, found: FlareUp) -> PageForm:
    return PageForm(client.get(address(found)).content.decode())


def send(client: Client, found: FlareUp, changed: dict[str, Any]) -> Any:
    return client.post(address(found), shown_form(client, found).sent(changed))


def stored(found: FlareUp) -> FlareUp:
    fresh: FlareUp = FlareUp.objects.get(pk=found.pk)
    return fresh


def given(found: FlareUp, **said: Any) -> FlareUp:
    """The flare-up after a change that the forms cannot make, such as an end to the second."""
    moment = said.pop("moment", found.moment)
    changed: FlareUp = change_record(
        kind="flare",
        user=found.user,
        uid=found.uid,
        version=found.version,
        content=replace(found.content, **said),
        moment=moment,
        now=timezone.now(),
    )
    return changed


def test_a_change_replaces_what_it_says(ana: User, ana_client: Client, past: FlareUp) -> None:
    send(ana_client, past, {"day": "2026-05-03", "at": "07:00", "end_day": "2026-05-10", "note": "More."})

    now = stored(past)
    assert now.moment == on_wall(ana, dt.date(2026, 5, 3), dt.time(7))
    assert (now.end, now.note) == (on_wall(ana, dt.date(2026, 5, 10), None), "More.")


class TestWithoutAChange:
    def test_everything_stays_to_the_second(self, ana: User, ana_client: Client, past: FlareUp) -> None:
        precise = given(
            past,
            moment=on_wall(ana, FIRST, dt.time(6, 30, 59)),
            end=on_wall(ana, LAST, dt.time(23, 59, 59, 999999)),
            origin="confirmed",
            rule="plus_2_on_2_days",
        )

        send(ana_client, precise, {})

        now = stored(past)
        assert (now.content, now.moment, now.version) == (precise.content, precise.moment, precise.version)

    def test_an_end_on_the_first_evening_with_no_time_stays(self, ana: User, ana_client: Client) -> None:
        new = PageForm(ana_client.get("/flares/new/").content.decode())
        ana_client.post("/flares/new/", new.sent({"day": "2026-05-04", "at": "18:00", "end_day": "2026-05-04"}))
        found = FlareUp.objects.get()
        form = shown_form(ana_client, found)
        assert (form.value("end_day"), form.value("end_at")) == ("2026-05-04", "")

        send(ana_client, found, {})

        assert stored(found).version == 1

    def test_the_same_in_the_small_hours_of_a_day_that_starts_late(self, ana: User, ana_client: Client) -> None:
        User.objects.filter(pk=ana.pk).update(day_starts_at=4)
        new = PageForm(ana_client.get("/flares/new/").content.decode())
        ana_client.post("/flares/new/", new.sent({"day": "2026-05-05", "at": "02:00", "end_day": "2026-05-04"}))
        found = FlareUp.objects.get()
        form = shown_form(ana_client, found)
        assert (form.value("end_day"), form.value("end_at")) == ("2026-05-04", "")

        send(ana_client, found, {"note": "More."})

        assert (stored(found).end_date, stored(found).note) == (dt.date(2026, 5, 4), "More.")


class TestItsEnd:
    def test_an_emptied_end_makes_it_last(self, ana: User, ana_client: Client, past: FlareUp) -> None:
        assert "Leave the end empty while it lasts." in ana_client.get(address(past)).content.decode()

        send(ana_client, past, {"end_day": ""})

        assert FlareUp.objects.lasting(ana).get() == past

    def test_but_not_while_another_lasts(self, ana: User, ana_client: Client, past: FlareUp) -> None:
        flare(ana, on=dt.date(2026, 6, 1))

        html = send(ana_client, past, {"end_day": ""}).content.decode()

        assert "Your flare-up since 1 June 2026 still lasts." in error_at(html, "end_day")
        assert stored(past).end_date == LAST

    def test_a_lasting_one_can_be_changed_and_goes_on(self, ana: User, ana_client: Client) -> None:
        lasting = flare(ana, on=FIRST)

        send(ana_client, lasting, {"note": "Worse at night."})

        assert FlareUp.objects.lasting(ana).get().note == "Worse at night."

    def test_of_a_confirmed_one_an_empty_end_is_not_known(self, ana: User, ana_client: Client) -> None:
        confirmed = flare(ana, on=FIRST, until=LAST, origin="confirmed", rule="plus_2_on_2_days")
        assert "Leave the end empty if you do not know it." in ana_client.get(address(confirmed)).content.decode()

        send(ana_client, confirmed, {"end_day": ""})

        assert (stored(confirmed).origin, stored(confirmed).end) == ("confirmed", None)
        assert not FlareUp.objects.lasting(ana).exists()

    def test_it_may_not_come_before_a_start_that_was_moved(self, ana_client: Client, past: FlareUp) -> None:
        html = send(ana_client, past, {"day": "2026-05-10"}).content.decode()

        assert "over before it started" in error_at(html, "end_day")
        assert stored(past).version == 1


def test_who_drew_its_bounds_and_by_which_rule_is_kept(ana: User, ana_client: Client) -> None:
    confirmed = flare(ana, on=FIRST, until=LAST, origin="confirmed", rule="plus_2_on_2_days")

    send(ana_client, confirmed, {"note": "More."})

    assert (stored(confirmed).origin, stored(confirmed).rule) == ("confirmed", "plus_2_on_2_days")


def test_a_dismissed_one_that_is_changed_is_one_after_all(ana: User, ana_client: Client) -> None:
    dismissed = flare(ana, on=FIRST, until=LAST, origin="dismissed", rule="plus_2_on_2_days")

    send(ana_client, dismissed, {"note": "It was."})

    assert stored(dismissed).origin == "confirmed"


class TestStale:
    def test_an_end_tapped_meanwhile_is_shown_and_saved_over(self, ana: User, ana_client: Client) -> None:
        lasting = flare(ana, on=FIRST)
        form = shown_form(ana_client, lasting)
        given(lasting, end=on_wall(ana, LAST))

        response = ana_client.post(address(lasting), form.sent({"note": "Mine."}))
        html = response.content.decode()
        assert response.status_code == 409
        assert "This entry was changed meanwhile" in html
        assert stored(lasting).end_date == LAST

        ana_client.post(address(lasting), PageForm(html).sent({"end_day": "2026-05-08", "end_at": "12:00"}))

        assert (stored(lasting).note, stored(lasting).end_date) == ("Mine.", dt.date(2026, 5, 8))

    def test_what_was_typed_for_a_deleted_one_is_kept(self, ana: User, ana_client: Client, past: FlareUp) -> None:
        form = shown_form(ana_client, past)
        delete_record(kind="flare", user=ana, uid=past.uid, now=timezone.now())

        html = ana_client.post(address(past), form.sent({"note": "Mine."})).content.decode()
        assert "This entry was deleted meanwhile" in html
        ana_client.post(address(past), PageForm(html).sent())

        assert (stored(past).note, stored(past).deleted_at) == ("Mine.", None)

    @pytest.mark.parametrize("version", VERSIONS)
    def test_a_broken_version_overwrites_nothing(self, ana_client: Client, past: FlareUp, version: str | None) -> None:
        assert send(ana_client, past, {"note": "Mine.", "version": version}).status_code == 409
        assert stored(past).note == "After lifting."


@pytest.mark.parametrize("method", ["get", "post"])
def test_strangers_find_no_such_flare_up(ben_client: Client, past: FlareUp, method: str) -> None:
    assert getattr(ben_client, method)(address(past)).status_code == 404
    assert stored(past).version == 1

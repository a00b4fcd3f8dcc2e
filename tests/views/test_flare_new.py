"""Logging a flare-up of the past, or one that began earlier."""

import datetime as dt
from typing import Any
from unittest.mock import patch

import pytest
from django.test import Client

from journal.analytics.records import FlareContent
from journal.analytics.wording import describe_flare
from journal.forms.flare import FlareForm
from journal.models import FlareUp, User
from tests.cast import flare, on_wall
from tests.views.bad_input import MARKUP, MOMENTS, NOTES, SCRIPTS, UIDS
from tests.views.page_form import PageForm, error_at

PAGE = "/flares/new/"
WELL_FILLED = {
    "day": "2026-05-04",
    "at": "21:40",
    "end_day": "2026-05-09",
    "end_at": "08:00",
    "note": "After lifting the crate.",
}
DAY = dt.date(2026, 5, 4)


def empty_form(client: Client) -> PageForm:
    return PageForm(client.get(PAGE).content.decode())


def send(client: Client, changed: dict[str, Any]) -> Any:
    return client.post(PAGE, empty_form(client).sent(changed))


def only_flare(user: User) -> FlareUp:
    found: FlareUp = FlareUp.objects.owned_by(user).get()
    return found


def test_its_days_and_times_are_saved(ana: User, ana_client: Client) -> None:
    response = send(ana_client, WELL_FILLED)

    found = only_flare(ana)
    assert (response.status_code, response["Location"]) == (302, "/")
    assert found.moment == on_wall(ana, DAY, dt.time(21, 40))
    end = on_wall(ana, dt.date(2026, 5, 9), dt.time(8))
    assert found.content == FlareContent(end=end, note="After lifting the crate.")


def test_days_alone_are_enough(ana: User, ana_client: Client) -> None:
    send(ana_client, WELL_FILLED | {"at": "", "end_at": ""})

    assert only_flare(ana).moment == on_wall(ana, DAY, None)
    assert only_flare(ana).end == on_wall(ana, dt.date(2026, 5, 9), None)


def test_without_an_end_it_lasts(ana: User, ana_client: Client) -> None:
    send(ana_client, {"day": "2026-05-04"})

    assert FlareUp.objects.lasting(ana).get().local_date == DAY


@pytest.mark.parametrize(("at", "end_at"), [("", ""), ("18:00", ""), ("08:00", "08:00"), ("", "12:00")])
def test_it_may_be_over_on_the_day_it_started(ana: User, ana_client: Client, at: str, end_at: str) -> None:
    response = send(ana_client, {"day": "2026-05-04", "at": at, "end_day": "2026-05-04", "end_at": end_at})

    assert response.status_code == 302
    end = only_flare(ana).end
    assert end is not None
    assert (end.local_date, end.time_known) == (DAY, bool(end_at))


@pytest.mark.parametrize(
    ("day", "at", "end_at", "length"),
    [
        ("2026-10-25", "00:30", "05:30", "6 hours"),
        ("2026-10-25", "02:50", "02:10", "less than an hour"),  # 2 o'clock comes twice
        ("2026-10-25", "01:50", "02:10", "less than an hour"),
        ("2026-03-29", "00:30", "05:30", "4 hours"),
        ("2026-03-29", "02:30", "03:10", "less than an hour"),  # 2 o'clock never comes
    ],
)
def test_in_a_night_that_changes_the_clock_it_reads_back_and_has_its_hours(
    ana: User, ana_client: Client, day: str, at: str, end_at: str, length: str
) -> None:
    send(ana_client, {"day": day, "at": at, "end_day": day, "end_at": end_at})

    found = only_flare(ana)
    assert found.end is not None
    assert (f"{found.moment.wall:%H:%M}", f"{found.end.wall:%H:%M}") == (at, end_at)
    assert length in describe_flare(found.content, started=found.moment)


def test_sent_twice_it_is_saved_once(ana: User, ana_client: Client) -> None:
    sent = empty_form(ana_client).sent({"day": "2026-05-04"})

    assert [ana_client.post(PAGE, sent)["Location"] for _ in range(2)] == ["/", "/"]
    assert only_flare(ana).version == 1


@pytest.mark.parametrize("uid", UIDS)
def test_a_lost_uid_is_asked_for_once_more(ana: User, ana_client: Client, uid: str | None) -> None:
    html = send(ana_client, WELL_FILLED | {"uid": uid}).content.decode()
    assert "Save it once more." in html

    ana_client.post(PAGE, PageForm(html).sent())

    assert only_flare(ana).note == "After lifting the crate."


class TestWhileAnotherLasts:
    def test_one_without_an_end_is_refused_at_its_end(self, ana: User, ana_client: Client) -> None:
        flare(ana, on=dt.date(2026, 5, 1))

        html = send(ana_client, {"day": "2026-05-04", "note": "Typed."}).content.decode()

        assert "Your flare-up since 1 May 2026 still lasts." in error_at(html, "end_day")
        assert PageForm(html).value("note") == "Typed."
        assert only_flare(ana).local_date == dt.date(2026, 5, 1)

    def test_one_that_is_over_is_saved(self, ana: User, ana_client: Client) -> None:
        flare(ana, on=dt.date(2026, 6, 1))

        assert send(ana_client, WELL_FILLED).status_code == 302
        assert FlareUp.objects.owned_by(ana).count() == 2

    def test_another_persons_is_no_hindrance(self, ana: User, ben: User, ana_client: Client) -> None:
        flare(ben)

        assert send(ana_client, {"day": "2026-05-04"}).status_code == 302

    def test_one_that_began_in_the_same_second_gets_the_same_answer(self, ana: User, ana_client: Client) -> None:
        flare(ana)
        sent = empty_form(ana_client).sent({"day": "2026-05-04", "note": "Typed."})

        # It was not there yet when the form looked.
        with patch.object(FlareForm, "_refuse_second"), patch.object(FlareForm, "_refuse_overlap"):
            response = ana_client.post(PAGE, sent)

        html = response.content.decode()
        assert response.status_code == 200
        assert "Another flare-up still lasts." in error_at(html, "end_day")
        assert PageForm(html).value("note") == "Typed."
        assert FlareUp.objects.count() == 1

    def test_the_same_form_with_other_words_while_the_first_lasts(self, ana: User, ana_client: Client) -> None:
        form = empty_form(ana_client)
        ana_client.post(PAGE, form.sent({"day": "2026-05-04"}))

        html = ana_client.post(PAGE, form.sent({"day": "2026-05-04", "note": "Typed."})).content.decode()

        assert "Another flare-up still lasts." in error_at(html, "end_day")
        assert only_flare(ana).note == ""


BAD = [
    *NOTES,
    *MOMENTS,
    *((f"end_{field}", value, words) for field, value, words in MOMENTS),
    ("end_day", "2026-05-03", "over before it started"),
    ("end_day", "", "Write the day it was over too"),
]


class TestBadInput:
    @pytest.mark.parametrize(("field", "value", "words"), BAD)
    def test_it_gets_a_message_at_its_place_and_saves_nothing(
        self, ana_client: Client, field: str, value: str, words: str
    ) -> None:
        html = send(ana_client, WELL_FILLED | {field: value}).content.decode()
        form = PageForm(html)

        assert words in error_at(html, field)
        assert not FlareUp.objects.exists()
        for name in {*WELL_FILLED} - {field}:
            assert form.value(name) == WELL_FILLED[name]
        if value != "\x07":
            assert form.value(field) == value

    def test_an_end_before_the_start_on_the_same_day_is_refused(self, ana_client: Client) -> None:
        html = send(ana_client, WELL_FILLED | {"end_day": "2026-05-04", "end_at": "21:39"}).content.decode()

        assert "over before it started" in error_at(html, "end_day")

    def test_an_end_on_a_day_whose_start_has_no_time_asks_for_both(self, ana_client: Client) -> None:
        html = send(ana_client, {"day": "2026-05-04", "end_day": "2026-05-04", "end_at": "09:00"}).content.decode()

        assert "Write both times, or none." in error_at(html, "end_day")


@pytest.mark.parametrize("note", [*SCRIPTS, MARKUP])
def test_a_note_reads_back_in_every_script(ana: User, ana_client: Client, note: str) -> None:
    send(ana_client, WELL_FILLED | {"note": note})

    assert only_flare(ana).note == note
    assert "<script>alert" not in ana_client.get("/flares/").content.decode()

"""Logging pain."""

import datetime as dt
import uuid

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from journal.analytics.records import Feeling
from journal.models import PainEntry, User
from tests.cast import diary, pain, signed_in
from tests.views.bad_input import MARKUP, SCRIPTS
from tests.views.page_form import PageForm, error_at
from tests.views.pain_steps import PAGE, WELL_FILLED, empty_form, only_entry, send


def test_the_page_offers_eleven_numbers_and_nothing_is_chosen(ana_client: Client) -> None:
    form = empty_form(ana_client)

    assert form.offered["intensity"] == [str(number) for number in range(11)]
    assert not form.value("intensity")
    assert not form.value("note")
    assert "feelings-0-qualities" not in form.fields
    assert "feelings-0-places" not in form.fields


def test_a_number_alone_is_saved_as_it_is_now(ana: User, ana_client: Client) -> None:
    with time_machine.travel("2026-05-04T20:40:30Z", tick=False):
        response = send(ana_client, {"intensity": "6"})

    entry = only_entry(ana)
    assert (response.status_code, response["Location"]) == (302, "/")
    assert (entry.intensity, entry.note, entry.content.feelings) == (6, "", ())
    assert entry.moment.wall == dt.datetime.fromisoformat("2026-05-04 22:40:30")
    assert entry.time_known
    assert [str(message) for message in get_messages(response.wsgi_request)] == ["Saved 22:40 – 6"]


def test_all_that_can_be_said_is_saved(ana: User, ana_client: Client) -> None:
    send(ana_client, WELL_FILLED)

    entry = only_entry(ana)
    assert (entry.intensity, entry.note) == (6, "After the drive.")
    assert entry.moment.wall == dt.datetime.fromisoformat("2026-05-04 21:40")
    assert entry.content.feelings == tuple(
        Feeling(quality=quality, region=region, side=side, intensity=8)
        for quality in ("ache", "burning")
        for region, side in (("calf", "left"), ("lower_back", "centre"), ("saddle", ""))
    )


def test_it_says_what_was_saved_and_offers_undo(ana: User, ana_client: Client) -> None:
    page = ana_client.post(PAGE, empty_form(ana_client).sent(WELL_FILLED), follow=True)

    (message,) = page.context["messages"]
    assert str(message).startswith("Saved 21:40 – 6, ")
    assert message.extra_tags == f"undo pain {only_entry(ana).uid} 1"


def test_the_enter_key_saves(ana_client: Client) -> None:
    """It presses the first button."""
    assert empty_form(ana_client).buttons[0] == ("", "")


def test_there_may_be_several_entries_a_day(ana: User, ana_client: Client) -> None:
    for at in ("08:00", "08:00", "12:00"):
        send(ana_client, WELL_FILLED | {"at": at})

    assert PainEntry.objects.owned_by(ana).count() == 3


def test_no_pain_is_one_field_sent(ana: User, ana_client: Client) -> None:
    ana_client.post(PAGE, {"uid": str(uuid.uuid4()), "tz": "", "intensity": "0"})

    assert only_entry(ana).intensity == 0


class TestSentTwice:
    def test_it_saves_once_and_says_so_each_time(self, ana: User, ana_client: Client) -> None:
        sent = empty_form(ana_client).sent({"intensity": "6"})

        first, again = ana_client.post(PAGE, sent), ana_client.post(PAGE, sent)

        assert first["Location"] == again["Location"] == "/"
        assert only_entry(ana).version == 1

    def test_with_other_content_it_keeps_both_and_says_so(self, ana: User, ana_client: Client) -> None:
        form = empty_form(ana_client)
        ana_client.post(PAGE, form.sent({"intensity": "6"}))

        page = ana_client.post(PAGE, form.sent({"intensity": "7", "note": "Worse."}), follow=True)

        assert page.redirect_chain == [("/journal/", 302)]
        assert "Both are in your diary" in page.content.decode()
        assert sorted(entry.intensity for entry in PainEntry.objects.owned_by(ana)) == [6, 7]

    def test_a_late_copy_of_an_entry_changed_since_offers_no_undo_of_that_change(
        self, ana: User, ana_client: Client
    ) -> None:
        sent = empty_form(ana_client).sent({"intensity": "6"})
        ana_client.post(PAGE, sent)
        edit = f"/pain/{only_entry(ana).uid}/"
        ana_client.post(edit, PageForm(ana_client.get(edit).content.decode()).sent({"intensity": "2"}), follow=True)

        page = ana_client.post(PAGE, sent, follow=True)

        (message,) = page.context["messages"]
        assert "saved before and changed since" in str(message)
        assert "undo" not in message.extra_tags
        assert only_entry(ana).intensity == 2

    def test_the_uid_of_another_person_is_simply_a_new_entry(self, ana: User, ben: User, ana_client: Client) -> None:
        theirs = pain(ben, 9, note="Private.")

        response = send(ana_client, {"intensity": "6", "uid": str(theirs.uid)})

        assert response["Location"] == "/"
        assert (only_entry(ana).intensity, only_entry(ana).uid) == (6, theirs.uid)
        assert (only_entry(ben).intensity, only_entry(ben).note) == (9, "Private.")


@pytest.mark.parametrize("note", SCRIPTS)
def test_a_note_reads_back_in_every_script(ana: User, ana_client: Client, note: str) -> None:
    send(ana_client, {"intensity": "6", "note": note.replace("\n", "\r\n")})

    assert only_entry(ana).note == note


def test_markup_in_a_note_is_text(ana: User, ana_client: Client) -> None:
    page = ana_client.post(PAGE, empty_form(ana_client).sent({"intensity": "6", "note": MARKUP}), follow=True)
    refused = send(ana_client, {"note": MARKUP})

    assert only_entry(ana).note == MARKUP
    for html in (page.content.decode(), refused.content.decode(), ana_client.get("/journal/").content.decode()):
        assert "<script>alert" not in html
    assert PageForm(refused.content.decode()).value("note") == MARKUP


class TestGroups:
    def test_another_group_is_added_without_saving_or_complaining(self, ana_client: Client) -> None:
        html = send(ana_client, WELL_FILLED | {"intensity": None, "day": "junk", "add_group": "1"}).content.decode()
        form = PageForm(html)

        assert 'class="field-error"' not in html
        assert "Not saved yet." not in html
        assert "feelings-1-qualities" in form.offered
        assert form.fields["feelings-0-qualities"] == ["ache", "burning"]
        assert form.value("note") == "After the drive."
        assert not PainEntry.objects.exists()

    def test_groups_say_different_things_about_different_places(self, ana: User, ana_client: Client) -> None:
        grown = PageForm(send(ana_client, WELL_FILLED | {"add_group": "1"}).content.decode())
        ana_client.post(PAGE, grown.sent({"feelings-1-qualities": ["numbness"], "feelings-1-places": ["toes.left"]}))

        assert Feeling(quality="numbness", region="toes", side="left") in only_entry(ana).content.feelings
        assert len(only_entry(ana).content.feelings) == 7

    def test_an_empty_group_says_nothing(self, ana: User, ana_client: Client) -> None:
        grown = PageForm(send(ana_client, {"intensity": "6", "add_group": "1"}).content.decode())
        ana_client.post(PAGE, grown.sent())

        assert only_entry(ana).content.feelings == ()

    def test_there_is_room_for_nine(self, ana_client: Client) -> None:
        form = empty_form(ana_client)
        for _ in range(8):
            assert ("add_group", "1") in form.buttons
            form = PageForm(ana_client.post(PAGE, form.sent({"add_group": "1"})).content.decode())

        assert ("add_group", "1") not in form.buttons
        beyond = PageForm(ana_client.post(PAGE, form.sent({"add_group": "1"})).content.decode())
        assert "feelings-8-qualities" in beyond.offered
        assert "feelings-9-qualities" not in beyond.offered

    def test_the_same_feeling_with_two_strengths_is_refused_where_it_is_said_again(self, ana_client: Client) -> None:
        again = {"feelings-1-qualities": ["ache"], "feelings-1-places": ["calf.left"], "feelings-1-strength": "3"}
        html = send(ana_client, WELL_FILLED | again).content.decode()

        assert "with another strength" in error_at(html, "feelings-1-strength")
        assert not PainEntry.objects.exists()

    def test_the_same_feeling_said_twice_alike_is_saved_once(self, ana: User, ana_client: Client) -> None:
        again = {"feelings-1-qualities": ["ache"], "feelings-1-places": ["calf.left"], "feelings-1-strength": "8"}
        send(ana_client, WELL_FILLED | again)

        assert len(only_entry(ana).content.feelings) == 6

    def test_a_strength_of_nothing_is_refused(self, ana_client: Client) -> None:
        html = send(ana_client, {"intensity": "6", "feelings-0-strength": "3"}).content.decode()

        assert "Choose a kind or a place" in error_at(html, "feelings-0-strength")

    def test_messages_of_the_entry_and_of_its_groups_show_at_once(self, ana_client: Client) -> None:
        html = send(ana_client, {"feelings-0-strength": "3", "feelings-1-qualities": ["love"]}).content.decode()

        assert error_at(html, "intensity")
        assert error_at(html, "feelings-0-strength")
        assert error_at(html, "feelings-1-qualities")


class TestFromTheStartPage:
    def test_the_number_is_taken_over_to_add_more(self, ana: User, ana_client: Client) -> None:
        sent = PageForm(ana_client.get("/").content.decode()).sent({"intensity": "6", "more": "1"})
        html = ana_client.post(PAGE, sent).content.decode()
        form = PageForm(html)
        assert (form.value("intensity"), form.value("uid")) == ("6", sent["uid"][0])
        assert "Not saved yet." not in html
        assert not PainEntry.objects.exists()

        ana_client.post(PAGE, form.sent({"feelings-0-qualities": ["ache"]}))

        assert only_entry(ana).content.feelings == (Feeling(quality="ache"),)

    def test_without_a_number_it_asks_for_one_only_when_saving(self, ana_client: Client) -> None:
        start = PageForm(ana_client.get("/").content.decode())

        assert 'class="field-error"' not in ana_client.post(PAGE, start.sent({"more": "1"})).content.decode()
        assert error_at(ana_client.post(PAGE, start.sent()).content.decode(), "intensity")


class TestWhen:
    @pytest.mark.parametrize(
        ("now", "day", "at", "wall", "local_date"),
        [
            ("2026-05-04T20:40:00Z", "2026-05-03", "09:15", "2026-05-03 09:15", "2026-05-03"),
            ("2026-05-04T20:40:00Z", "2026-05-03", "", "2026-05-03 12:00", "2026-05-03"),
            ("2026-05-04T20:40:00Z", "", "09:15", "2026-05-04 09:15", "2026-05-04"),
            ("2026-05-04T22:10:00Z", "", "23:50", "2026-05-04 23:50", "2026-05-04"),
            ("2026-05-04T21:58:00Z", "", "00:01", "2026-05-05 00:01", "2026-05-05"),
            ("2026-05-04T06:00:00Z", "2026-05-05", "", "2026-05-05 12:00", "2026-05-05"),
            ("2026-05-04T06:00:00Z", "2026-05-05", "08:00", "2026-05-05 08:00", "2026-05-05"),
            ("2026-10-25T09:00:00Z", "2026-10-25", "02:30", "2026-10-25 02:30", "2026-10-25"),
            ("2026-03-29T09:00:00Z", "2026-03-29", "02:30", "2026-03-29 02:30", "2026-03-29"),
        ],
        ids=[
            "earlier", "day only", "time only", "before midnight, said after it", "a clock that is slow",
            "tomorrow's date", "a day ahead", "an hour that comes twice", "an hour that is skipped",
        ],
    )  # fmt: skip
    def test_it_is_read_on_the_persons_wall(
        self, ana: User, now: str, day: str, at: str, wall: str, local_date: str
    ) -> None:
        with time_machine.travel(now, tick=False):
            client = signed_in(ana)
            send(client, {"intensity": "6", "day": day, "at": at})

        entry = only_entry(ana)
        assert entry.moment.wall == dt.datetime.fromisoformat(wall)
        assert entry.local_date == dt.date.fromisoformat(local_date)
        assert entry.time_known == bool(at)

    @pytest.mark.parametrize(("day", "at"), [("2026-05-06", ""), ("2026-05-05", "08:01")])
    def test_more_than_a_day_ahead_is_refused(self, ana: User, day: str, at: str) -> None:
        with time_machine.travel("2026-05-04T06:00:00Z", tick=False):
            client = signed_in(ana)
            html = send(client, {"intensity": "6", "day": day, "at": at}).content.decode()

        assert "in the future" in error_at(html, "day")

    def test_the_device_may_be_in_another_zone_than_the_profile(self, ana: User, ana_client: Client) -> None:
        send(ana_client, {"intensity": "6", "day": "2026-05-04", "at": "08:00", "tz": "Asia/Kathmandu"})

        entry = only_entry(ana)
        assert (entry.tz, entry.utc_offset_minutes) == ("Asia/Kathmandu", 345)
        assert entry.moment.wall == dt.datetime.fromisoformat("2026-05-04 08:00")

    def test_the_small_hours_belong_to_the_day_before_where_the_person_says_so(
        self, ana: User, ana_client: Client
    ) -> None:
        User.objects.filter(pk=ana.pk).update(day_starts_at=4)
        send(ana_client, {"intensity": "6", "day": "2026-05-04", "at": "03:59"})

        assert only_entry(ana).local_date == dt.date(2026, 5, 3)


class TestUsedLast:
    def test_kinds_used_last_come_first(self, ana: User, ana_client: Client) -> None:
        pain(ana, feelings=[Feeling(quality="cramp", region="groin", side="left")])
        pain(ana, feelings=[Feeling(quality="weakness", region="heel", side="left")])

        assert empty_form(ana_client).offered["feelings-0-qualities"][:3] == ["weakness", "cramp", "ache"]

    def test_places_used_last_come_first(self, ana: User, ana_client: Client) -> None:
        pain(ana, feelings=[Feeling(quality="cramp", region="groin", side="left")])

        places = empty_form(ana_client).offered["feelings-0-places"]
        assert places[:3] == ["groin.left", "groin.right", "lower_back.left"]

    def test_every_kind_and_place_is_offered_once(self, ana: User, ana_client: Client) -> None:
        pain(ana, feelings=[Feeling(quality="cramp", region="groin", side="left")])
        form = empty_form(ana_client)

        assert len(form.offered["feelings-0-qualities"]) == len(set(form.offered["feelings-0-qualities"])) == 9
        assert len(form.offered["feelings-0-places"]) == len(set(form.offered["feelings-0-places"])) == 39

    def test_what_others_use_is_not_seen(self, ben: User, ana_client: Client) -> None:
        pain(ben, feelings=[Feeling(quality="weakness", region="groin", side="left")])

        assert empty_form(ana_client).offered["feelings-0-qualities"][0] == "ache"


def test_the_number_of_queries_does_not_depend_on_the_history(ana: User, ben: User) -> None:
    diary(ana, days=30)
    diary(ben, days=3650)

    counts = []
    for client in (signed_in(ana), signed_in(ben)):
        with CaptureQueriesContext(connection) as showing:
            form = empty_form(client)
        with CaptureQueriesContext(connection) as saving:
            client.post(PAGE, form.sent(WELL_FILLED))
        counts.append((len(showing), len(saving)))

    assert counts[0] == counts[1]
    assert counts[0][0] <= 4
    assert counts[0][1] <= 14

"""Changing a pain entry."""

import datetime as dt
import uuid
from dataclasses import replace
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from journal.actions.records import change_record, delete_record
from journal.analytics.records import Feeling, PainContent
from journal.models import PainEntry, Revision, User
from tests.cast import diary, on_wall, pain
from tests.views.bad_input import MARKUP, MOMENTS, NOTES, RATINGS, SCRIPTS, UIDS, VERSIONS, ZONES
from tests.views.page_form import PageForm, error_at

DAY = dt.date(2026, 5, 4)
FELT = (
    Feeling(quality="ache", region="lower_back", side="centre"),
    Feeling(quality="ache", region="calf", side="left"),
    Feeling(quality="numbness", region="toes", side="left", intensity=2.5),
    Feeling(quality="", region="groin"),
    Feeling(quality="weakness"),
)


@pytest.fixture
def entry(ana: User) -> PainEntry:
    return pain(ana, 5.7, on=DAY, note="After the drive.", feelings=FELT)


def address(entry: PainEntry) -> str:
    return f"/pain/{entry.uid}/"


def shown_form(client: Client, entry: PainEntry) -> PageForm:
    return PageForm(client.get(address(entry)).content.decode())


def send(client: Client, entry: PainEntry, changed: dict[str, Any]) -> Any:
    return client.post(address(entry), shown_form(client, entry).sent(changed))


def stored(entry: PainEntry) -> PainEntry:
    found: PainEntry = PainEntry.objects.get(pk=entry.pk)
    return found


def changed_elsewhere(entry: PainEntry, **said: Any) -> None:
    content = replace(entry.content, **said)
    change_record(
        kind="pain",
        user=entry.user,
        uid=entry.uid,
        version=entry.version,
        content=content,
        moment=entry.moment,
        now=timezone.now(),
    )


def deleted_elsewhere(entry: PainEntry) -> None:
    delete_record(kind="pain", user=entry.user, uid=entry.uid, now=timezone.now())


def test_it_shows_what_the_entry_says(ana_client: Client, entry: PainEntry) -> None:
    form = shown_form(ana_client, entry)

    assert (form.value("intensity"), form.value("note")) == ("5.7", "After the drive.")
    assert (form.value("day"), form.value("at")) == ("2026-05-04", "09:00")
    assert form.offered["intensity"] == ["0", "1", "2", "3", "4", "5", "5.7", "6", "7", "8", "9", "10"]
    assert "groin" in {code for name in form.fields if name.endswith("places") for code in form.fields[name]}


def test_a_change_replaces_what_it_says_and_can_be_undone(ana_client: Client, entry: PainEntry) -> None:
    sent = shown_form(ana_client, entry).sent({"intensity": "3", "note": "Better.", "day": "2026-05-03"})

    page = ana_client.post(address(entry), sent, follow=True)

    now = stored(entry)
    assert page.redirect_chain == [("/journal/", 302)]
    assert (now.intensity, now.note, now.local_date) == (3, "Better.", dt.date(2026, 5, 3))
    assert (now.content.feelings, now.version) == (entry.content.feelings, 2)
    (message,) = page.context["messages"]
    assert str(message).startswith("Changed. It now says: ")
    assert message.extra_tags == f"undo pain {entry.uid} 2"


class TestWithoutAChange:
    def test_everything_stays_to_the_last_digit(self, ana: User, ana_client: Client) -> None:
        feelings = [Feeling(quality="ache", region="calf", side="left", intensity=7 / 3), *FELT[2:]]
        entry = pain(ana, 16 / 3, on=DAY, at=dt.time(21, 40, 59, 123456), note="One.\n\nTwo.", feelings=feelings)

        send(ana_client, entry, {})

        now = stored(entry)
        assert (now.content, now.moment, now.version) == (entry.content, entry.moment, 1)
        assert not Revision.objects.exists()

    def test_it_says_so_and_offers_no_undo_which_would_delete_the_entry(
        self, ana_client: Client, entry: PainEntry
    ) -> None:
        page = ana_client.post(address(entry), shown_form(ana_client, entry).sent(), follow=True)

        (message,) = page.context["messages"]
        assert str(message).startswith("Nothing was changed. It says: 09:00 – 5.7")
        assert "undo" not in message.extra_tags

    def test_a_time_that_is_not_known_stays_unknown(self, ana: User, ana_client: Client) -> None:
        entry = pain(ana, on=DAY, at=None)
        assert shown_form(ana_client, entry).value("at") == ""

        send(ana_client, entry, {"note": "More."})

        assert stored(entry).moment == entry.moment

    def test_the_hour_that_comes_a_second_time_stays_the_second(self, ana: User) -> None:
        with time_machine.travel("2025-10-26T01:30:15Z", tick=False):
            client = Client()
            client.force_login(ana)
            client.post("/pain/new/", PageForm(client.get("/pain/new/").content.decode()).sent({"intensity": "6"}))
            entry = PainEntry.objects.get()
            assert shown_form(client, entry).value("at") == "02:30"

            send(client, entry, {"note": "More."})

        assert stored(entry).moment == entry.moment

    def test_another_zone_of_the_profile_moves_nothing(self, ana: User, ana_client: Client) -> None:
        entry = pain(ana, on=DAY, at=dt.time(23, 30))
        User.objects.filter(pk=ana.pk).update(time_zone="Pacific/Auckland", day_starts_at=6)

        send(ana_client, entry, {"note": "More.", "tz": "Asia/Tokyo"})

        assert stored(entry).moment == entry.moment

    def test_an_entry_ahead_of_its_time_can_still_be_changed(self, ana: User, ana_client: Client) -> None:
        entry = pain(ana, on=dt.date(2100, 1, 1))

        send(ana_client, entry, {"note": "A slip in the spreadsheet."})

        assert stored(entry).note == "A slip in the spreadsheet."


class TestWhen:
    def test_a_changed_time_is_read_where_the_entry_was_written(self, ana: User, ana_client: Client) -> None:
        entry = pain(ana, on=DAY)
        User.objects.filter(pk=ana.pk).update(time_zone="Pacific/Auckland")

        send(ana_client, entry, {"at": "07:15", "tz": "Asia/Tokyo"})

        assert stored(entry).moment == on_wall(ana, DAY, dt.time(7, 15))

    def test_an_emptied_time_is_not_known(self, ana_client: Client, entry: PainEntry) -> None:
        send(ana_client, entry, {"at": ""})

        now = stored(entry)
        assert (now.local_date, now.time_known) == (DAY, False)

    def test_an_emptied_date_is_the_day_it_was(self, ana: User, ana_client: Client, entry: PainEntry) -> None:
        send(ana_client, entry, {"day": "", "at": "10:00"})

        assert stored(entry).moment == on_wall(ana, DAY, dt.time(10))

    def test_both_emptied_change_nothing(self, ana_client: Client, entry: PainEntry) -> None:
        send(ana_client, entry, {"day": "", "at": "", "note": "More."})

        assert stored(entry).moment == entry.moment


class TestStale:
    def test_both_versions_are_shown_and_nothing_is_written(self, ana_client: Client, entry: PainEntry) -> None:
        form = shown_form(ana_client, entry)
        changed_elsewhere(entry, note="From my phone.")

        response = ana_client.post(address(entry), form.sent({"note": "From my desk."}))

        html = response.content.decode()
        assert response.status_code == 409
        assert "This entry was changed meanwhile" in html
        assert "From my phone." in html
        assert "From my desk." in html
        assert stored(entry).note == "From my phone."

    def test_what_was_typed_is_saved_over_it_on_a_second_tap(self, ana_client: Client, entry: PainEntry) -> None:
        form = shown_form(ana_client, entry)
        changed_elsewhere(entry, note="From my phone.", intensity=3, feelings=())
        refused = ana_client.post(address(entry), form.sent({"note": "From my desk."})).content.decode()
        assert "Save mine instead" in refused

        response = ana_client.post(address(entry), PageForm(refused).sent())

        now = stored(entry)
        assert response["Location"] == "/journal/"
        assert (now.intensity, now.note, now.version) == (5.7, "From my desk.", 3)
        assert now.content.feelings == entry.content.feelings

    def test_the_same_change_on_both_sides_is_no_conflict(self, ana_client: Client, entry: PainEntry) -> None:
        form = shown_form(ana_client, entry)
        changed_elsewhere(entry, note="Better.")

        assert ana_client.post(address(entry), form.sent({"note": "Better."}))["Location"] == "/journal/"
        assert stored(entry).version == 2

    def test_what_was_typed_for_a_deleted_entry_is_kept(self, ana_client: Client, entry: PainEntry) -> None:
        form = shown_form(ana_client, entry)
        deleted_elsewhere(entry)

        response = ana_client.post(address(entry), form.sent({"note": "From my desk."}))
        html = response.content.decode()
        assert response.status_code == 409
        assert "This entry was deleted meanwhile" in html
        assert stored(entry).deleted_at is not None

        ana_client.post(address(entry), PageForm(html).sent())

        assert (stored(entry).note, stored(entry).deleted_at) == ("From my desk.", None)

    def test_an_error_in_what_was_typed_for_a_deleted_entry_shows_first(
        self, ana_client: Client, entry: PainEntry
    ) -> None:
        form = shown_form(ana_client, entry)
        deleted_elsewhere(entry)

        html = ana_client.post(address(entry), form.sent({"at": "noon", "note": "Typed."})).content.decode()

        assert error_at(html, "at")
        assert PageForm(html).value("note") == "Typed."

    def test_a_deleted_entry_has_no_page(self, ana_client: Client, entry: PainEntry) -> None:
        deleted_elsewhere(entry)

        assert ana_client.get(address(entry)).status_code == 404

    @pytest.mark.parametrize("version", VERSIONS)
    def test_a_broken_version_overwrites_nothing_and_mends_itself(
        self, ana_client: Client, entry: PainEntry, version: str | None
    ) -> None:
        response = send(ana_client, entry, {"note": "Mine.", "version": version})
        assert response.status_code == 409
        assert stored(entry).note == "After the drive."

        ana_client.post(address(entry), PageForm(response.content.decode()).sent())

        assert stored(entry).note == "Mine."

    def test_sent_twice_it_changes_once(self, ana_client: Client, entry: PainEntry) -> None:
        sent = shown_form(ana_client, entry).sent({"note": "Better."})

        pages = [ana_client.post(address(entry), sent)["Location"] for _ in range(2)]

        assert pages == ["/journal/", "/journal/"]
        assert stored(entry).version == 2


BAD = [
    *NOTES,
    *MOMENTS,
    *(("intensity", rating, "Choose a number from 0 to 10.") for rating in ["", None, *RATINGS]),
    ("feelings-0-qualities", ["love"], "does not offer that answer"),
    ("feelings-0-places", ["moon"], "does not offer that answer"),
    ("feelings-0-strength", "11", "Choose a number from 0 to 10."),
]


class TestBadInput:
    @pytest.mark.parametrize(("field", "value", "words"), BAD)
    def test_it_gets_a_message_at_its_place_and_changes_nothing(
        self, ana_client: Client, entry: PainEntry, field: str, value: Any, words: str
    ) -> None:
        response = send(ana_client, entry, {"note": "Typed."} | {field: value})

        html = response.content.decode()
        assert response.status_code == 200
        assert words in error_at(html, field)
        assert (stored(entry).content, stored(entry).version) == (entry.content, 1)
        if field != "note":
            assert PageForm(html).value("note") == "Typed."

    @pytest.mark.parametrize("uid", UIDS)
    def test_the_address_says_which_entry_it_is_and_not_the_form(
        self, ana: User, ana_client: Client, entry: PainEntry, uid: str | None
    ) -> None:
        other = pain(ana, 1)
        for sent_uid in (uid, str(other.uid)):
            send(ana_client, entry, {"note": f"Sent as {sent_uid}"[:60].replace("\x00", ""), "uid": sent_uid})

        assert stored(entry).note == f"Sent as {other.uid}"
        assert stored(other).version == 1

    @pytest.mark.parametrize("zone", ZONES)
    def test_no_zone_that_is_sent_moves_it(self, ana_client: Client, entry: PainEntry, zone: str | None) -> None:
        send(ana_client, entry, {"note": "More.", "tz": zone})

        assert (stored(entry).note, stored(entry).moment) == ("More.", entry.moment)


def test_all_groups_of_an_entry_with_very_many_survive_an_edit(ana: User, ana_client: Client) -> None:
    qualities = ("ache", "burning", "shock", "sharp", "throbbing", "cramp", "tingling", "numbness", "weakness")
    felt = [
        Feeling(quality=quality, region=region, side="left", intensity=(number + 10 * place) / 10)
        for number, quality in enumerate(qualities)
        for place, region in enumerate(("calf", "heel", "shin"))
    ]
    entry = pain(ana, feelings=felt)
    form = shown_form(ana_client, entry)
    assert ("add_group", "1") not in form.buttons

    send(ana_client, entry, {"note": "More."})

    assert stored(entry).content == replace(entry.content, note="More.")


def test_another_group_can_be_added_to_an_entry(ana_client: Client, entry: PainEntry) -> None:
    form = shown_form(ana_client, entry)
    groups = sum(name.endswith("-qualities") for name in form.offered)

    grown = PageForm(ana_client.post(address(entry), form.sent({"add_group": "1"})).content.decode())
    ana_client.post(address(entry), grown.sent({f"feelings-{groups}-qualities": ["shock"]}))

    assert set(stored(entry).content.feelings) == {*FELT, Feeling(quality="shock")}


@pytest.mark.parametrize("note", [*SCRIPTS, MARKUP])
def test_a_note_in_any_script_survives_an_edit(ana: User, ana_client: Client, note: str) -> None:
    entry = pain(ana, note=note)
    html = ana_client.get(address(entry)).content.decode()
    assert "<script>alert" not in html

    ana_client.post(address(entry), PageForm(html).sent({"intensity": "2"}))

    assert stored(entry).content == PainContent(intensity=2, note=note)


@pytest.mark.parametrize("method", ["get", "post"])
def test_strangers_find_no_such_entry(ben_client: Client, entry: PainEntry, method: str) -> None:
    assert getattr(ben_client, method)(address(entry), {"intensity": "0"}).status_code == 404
    assert stored(entry).version == 1


def test_an_entry_that_never_was_is_not_found(ana_client: Client) -> None:
    assert ana_client.post(f"/pain/{uuid.uuid4()}/", {"intensity": "0"}).status_code == 404


def test_the_page_offers_to_delete_the_entry(ana_client: Client, entry: PainEntry) -> None:
    html = ana_client.get(address(entry)).content.decode()

    assert f'action="/records/pain/{entry.uid}/delete/"' in html


def test_the_number_of_queries_does_not_depend_on_the_history(ana: User, ana_client: Client, entry: PainEntry) -> None:
    counts = []
    for days in (0, 3650):
        diary(ana, days=days)
        with CaptureQueriesContext(connection) as queries:
            ana_client.get(address(entry))
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 6

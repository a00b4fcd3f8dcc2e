"""Logging pain: what cannot be taken gets a message at its place, and nothing that was typed is lost."""

from typing import Any

import pytest
from django.test import Client

from journal.analytics.records import Feeling
from journal.models import PainEntry, User
from tests.views.bad_input import MOMENTS, NOTES, RATINGS, UIDS, VERSIONS, ZONES
from tests.views.page_form import PageForm, error_at
from tests.views.pain_steps import PAGE, WELL_FILLED, empty_form, only_entry, send

BAD = [
    *NOTES,
    *MOMENTS,
    *(("intensity", rating, "Choose a number from 0 to 10.") for rating in ["", None, *RATINGS]),
    *(("feelings-0-strength", rating, "Choose a number from 0 to 10.") for rating in RATINGS),
    ("feelings-0-qualities", ["ache", "love"], "does not offer that answer"),
    ("feelings-0-qualities", ["<script>"], "does not offer that answer"),
    ("feelings-0-places", ["calf.left", "calf.centre"], "does not offer that answer"),
    ("feelings-0-places", ["moon"], "does not offer that answer"),
    ("feelings-0-places", ["saddle.left\x00"], "does not offer that answer"),
]


@pytest.mark.parametrize(("field", "value", "words"), BAD)
def test_it_gets_a_message_at_its_place_and_saves_nothing(
    ana_client: Client, field: str, value: Any, words: str
) -> None:
    response = send(ana_client, WELL_FILLED | {field: value})

    html = response.content.decode()
    assert response.status_code == 200
    assert words in error_at(html, field)
    assert "Not saved yet." in html
    assert not PainEntry.objects.exists()


@pytest.mark.parametrize(("field", "value", "words"), BAD)
def test_everything_else_that_was_typed_stays(ana_client: Client, field: str, value: Any, words: str) -> None:
    before = empty_form(ana_client).sent(WELL_FILLED | {field: value})

    after = PageForm(ana_client.post(PAGE, before).content.decode())

    for name in {*WELL_FILLED, "uid"} - {field}:
        wanted = before[name] if isinstance(before[name], list) else [before[name]]
        assert sorted(after.fields[name]) == sorted(wanted), name


@pytest.mark.parametrize(("field", "value", "words"), [case for case in [*NOTES, *MOMENTS] if case[1] != "\x07"])
def test_what_was_typed_wrong_stays_as_well(ana_client: Client, field: str, value: str, words: str) -> None:
    after = PageForm(send(ana_client, WELL_FILLED | {field: value}).content.decode())

    assert after.value(field) == value


def test_the_good_part_of_a_wrong_choice_stays(ana_client: Client) -> None:
    html = send(ana_client, WELL_FILLED | {"feelings-0-places": ["calf.left", "moon"]}).content.decode()

    assert PageForm(html).fields["feelings-0-places"] == ["calf.left"]


@pytest.mark.parametrize("uid", UIDS)
def test_a_lost_uid_is_asked_for_once_more_and_nothing_typed_is_lost(
    ana: User, ana_client: Client, uid: str | None
) -> None:
    page = send(ana_client, WELL_FILLED | {"uid": uid}).content.decode()
    form = PageForm(page)
    assert "Part of this page got lost on its way. Save it once more." in page
    assert not PainEntry.objects.exists()

    again = [ana_client.post(PAGE, form.sent())["Location"] for _ in range(2)]

    assert again == ["/", "/"]
    assert (only_entry(ana).note, len(only_entry(ana).content.feelings)) == ("After the drive.", 6)


@pytest.mark.parametrize("zone", ZONES)
def test_a_broken_device_zone_falls_back_on_the_profiles(ana: User, ana_client: Client, zone: str | None) -> None:
    send(ana_client, {"intensity": "6", "tz": zone})

    assert only_entry(ana).tz == "Europe/Berlin"


@pytest.mark.parametrize("version", VERSIONS)
def test_a_version_has_no_meaning_for_a_new_entry(ana: User, ana_client: Client, version: str | None) -> None:
    send(ana_client, {"intensity": "6", "version": version})

    assert only_entry(ana).version == 1


@pytest.mark.parametrize("count", ["99999", "five", "", "-1", "9" * 5000, "\x00"])
def test_how_many_groups_a_page_claims_to_hold_is_never_believed(ana: User, ana_client: Client, count: str) -> None:
    claims = {f"feelings-{name}": count for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MAX_NUM_FORMS")}
    second = {"feelings-1-qualities": ["numbness"], "feelings-1-places": ["toes.left"]}

    send(ana_client, WELL_FILLED | claims | second)

    assert len(only_entry(ana).content.feelings) == 7


def test_a_group_out_of_all_bounds_is_nothing(ana: User, ana_client: Client) -> None:
    send(ana_client, {"intensity": "6", "feelings-99999-qualities": "ache", "feelings--1-qualities": "ache"})

    assert only_entry(ana).content.feelings == ()


def test_groups_keep_their_numbers_when_one_is_missing(ana: User, ana_client: Client) -> None:
    send(ana_client, {"intensity": "6", "feelings-0-strength": None, "feelings-7-qualities": ["ache"]})

    assert only_entry(ana).content.feelings == (Feeling(quality="ache"),)


def test_nothing_at_all_is_asked_for_a_number(ana_client: Client) -> None:
    html = ana_client.post(PAGE, {}).content.decode()

    assert error_at(html, "intensity") == "Choose a number from 0 to 10."
    assert PageForm(html).value("uid")

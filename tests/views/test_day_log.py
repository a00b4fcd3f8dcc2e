"""The page of one day: say how it was, and change it."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from journal.actions.day import day_uid, save_day
from journal.actions.records import delete_record
from journal.analytics.records import DayContent
from journal.models import DayLog, Revision, User
from tests.cast import day_log, today
from tests.views.bad_input import NOTES, SCRIPTS, VERSIONS
from tests.views.page_form import PageForm, error_at

DAY = dt.date(2026, 5, 4)
PAGE = "/day/2026-05-04/"
ALL = DayContent(
    sleep_quality=6,
    sleep_minutes=435,
    stress=0,
    sitting_minutes=440,
    standing_minutes=60,
    walking_minutes=30,
    lifting="overstrained",
    exercise_minutes=0,
    core=False,
    interference=10,
    note="Long drive.",
)


def shown_form(client: Client, page: str = PAGE) -> PageForm:
    return PageForm(client.get(page).content.decode())


def send(client: Client, changed: dict[str, Any], page: str = PAGE) -> Any:
    return client.post(page, shown_form(client, page).sent(changed))


def stored(user: User) -> DayLog:
    found: DayLog = DayLog.objects.owned_by(user).get(local_date=DAY)
    return found


def test_one_answer_is_enough(ana: User, ana_client: Client) -> None:
    response = send(ana_client, {"stress": "0"})

    log = stored(ana)
    assert response["Location"] == "/"
    assert (log.content, log.uid, log.time_known) == (DayContent(stress=0), day_uid(DAY), False)
    assert "Saved 4 May 2026 – stress 0 of 10" in ana_client.get("/").content.decode()


def test_everything_can_be_said(ana: User, ana_client: Client) -> None:
    said = {
        "sleep_quality": "6",
        "sleep_minutes": "7,25",
        "stress": "0",
        "sitting_minutes": "7:20",
        "standing_minutes": "1",
        "walking_minutes": "30",
        "exercise_minutes": "0",
        "core": "no",
        "lifting": "overstrained",
        "interference": "10",
        "note": "Long drive.",
    }

    send(ana_client, said)

    assert stored(ana).content == ALL


def test_what_is_stored_comes_back_and_nothing_changes_by_saving_it(ana: User, ana_client: Client) -> None:
    day_log(ana, on=DAY, **vars(ALL))

    form = shown_form(ana_client)
    response = ana_client.post(PAGE, form.sent(), follow=True)

    assert (form.value("sleep_minutes"), form.value("sitting_minutes"), form.value("core")) == ("7.25", "7:20", "no")
    assert (stored(ana).content, stored(ana).version) == (ALL, 1)
    assert "Nothing was changed." in response.content.decode()


def test_each_answer_can_be_taken_back(ana: User, ana_client: Client) -> None:
    day_log(ana, on=DAY, **vars(ALL))
    form = shown_form(ana_client)
    unsaid = {name: "" for name in form.fields if name not in {"version", "note"}}
    for name in ("sleep_quality", "stress", "interference", "core", "lifting"):
        assert "" in form.offered[name], name

    ana_client.post(PAGE, form.sent(unsaid))

    assert stored(ana).content == DayContent(note="Long drive.")


def test_sent_twice_is_saved_once(ana: User, ana_client: Client) -> None:
    sent = shown_form(ana_client).sent({"stress": "4"})

    ana_client.post(PAGE, sent)
    ana_client.post(PAGE, sent)

    assert (DayLog.objects.count(), stored(ana).version) == (1, 1)


def test_a_change_is_kept_and_can_be_undone(ana: User, ana_client: Client) -> None:
    day_log(ana, on=DAY, stress=3)

    send(ana_client, {"stress": "8"})
    assert (stored(ana).content.stress, Revision.objects.get().said["content"]["stress"]) == (8, 3)

    ana_client.post(f"/records/day/{day_uid(DAY)}/2/undo/")
    assert stored(ana).content.stress == 3


def test_a_stale_change_shows_both_and_can_then_be_saved(ana: User, ana_client: Client) -> None:
    day_log(ana, on=DAY, stress=3)
    mine = shown_form(ana_client).sent({"stress": "8", "note": "Mine."})
    send(ana_client, {"stress": "5"})

    response = ana_client.post(PAGE, mine)
    assert (response.status_code, stored(ana).content.stress) == (409, 5)
    page = response.content.decode()
    assert "This entry was changed meanwhile" in page
    assert PageForm(page).value("note") == "Mine."

    ana_client.post(PAGE, PageForm(page).sent())
    assert stored(ana).content == DayContent(stress=8, note="Mine.")


def test_two_new_forms_for_a_day_do_not_overwrite_each_other(ana: User, ana_client: Client) -> None:
    first, second = shown_form(ana_client), shown_form(ana_client)

    ana_client.post(PAGE, first.sent({"stress": "2"}))
    response = ana_client.post(PAGE, second.sent({"stress": "9"}))

    assert (response.status_code, stored(ana).content.stress, DayLog.objects.count()) == (409, 2, 1)


def test_a_deleted_day_can_be_logged_anew(ana: User, ana_client: Client) -> None:
    log = day_log(ana, on=DAY, stress=3)
    delete_record(kind="day", user=ana, uid=log.uid, now=dt.datetime.now(dt.UTC))

    assert shown_form(ana_client).value("stress") == ""
    send(ana_client, {"stress": "6"})

    assert (stored(ana).content, DayLog.objects.count()) == (DayContent(stress=6), 1)


def test_a_change_of_a_day_that_was_deleted_meanwhile_is_not_lost(ana: User, ana_client: Client) -> None:
    log = day_log(ana, on=DAY, stress=3)
    mine = shown_form(ana_client).sent({"stress": "8"})
    delete_record(kind="day", user=ana, uid=log.uid, now=dt.datetime.now(dt.UTC))

    response = ana_client.post(PAGE, mine)
    assert response.status_code == 409
    assert "This entry was deleted meanwhile" in response.content.decode()

    ana_client.post(PAGE, PageForm(response.content.decode()).sent())
    assert stored(ana).content.stress == 8


def test_nothing_said_is_not_saved(ana_client: Client) -> None:
    response = send(ana_client, {})

    assert "Nothing is filled in yet." in response.content.decode()
    assert not DayLog.objects.exists()


def test_a_day_emptied_by_hand_stays_until_it_is_deleted(ana: User, ana_client: Client) -> None:
    day_log(ana, on=DAY, stress=3)

    response = send(ana_client, {"stress": ""})

    assert "delete it below" in response.content.decode()
    assert stored(ana).content.stress == 3


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        *NOTES,
        *((name, value, "from 0 to 10") for name in ("stress", "sleep_quality") for value in ("11", "-1", "x", "5.5")),
        *(("sleep_minutes", value, "from 0 to 24") for value in ("25", "-1", "24:01", "nan", "1e400", "7:60", "\x00")),
        *(("walking_minutes", value, "from 0 to 1440") for value in ("1441", "-1", "x", "1.5", "9" * 5000)),
        ("lifting", "cars", "does not offer"),
        ("core", "maybe", "does not offer"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(ana_client: Client, field: str, value: str, words: str) -> None:
    response = send(ana_client, {"interference": "4", "note": "Kept.", field: value})

    page = response.content.decode()
    assert words in error_at(page, field)
    assert PageForm(page).value("interference") == "4"
    assert not DayLog.objects.exists()


@pytest.mark.parametrize("version", VERSIONS)
def test_a_version_that_is_none_overwrites_nothing(ana: User, ana_client: Client, version: str | None) -> None:
    day_log(ana, on=DAY, stress=3)

    response = send(ana_client, {"stress": "8", "version": version})

    assert (response.status_code, stored(ana).content.stress) == (409, 3)


@pytest.mark.parametrize("note", SCRIPTS)
def test_a_note_reads_back_the_same(ana: User, ana_client: Client, note: str) -> None:
    send(ana_client, {"note": note})

    assert stored(ana).content.note == note


def test_days_lead_to_each_other_up_to_today(ana: User, ana_client: Client) -> None:
    now = today(ana)
    page, past = ana_client.get(f"/day/{now}/").content.decode(), ana_client.get(PAGE).content.decode()

    assert f'href="/day/{now - dt.timedelta(days=1)}/" rel="prev"' in page
    assert 'rel="next"' not in page
    assert 'href="/day/2026-05-05/" rel="next"' in past


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "9999-12-31", "2026-02-30"])
def test_a_day_that_cannot_be_logged_is_no_page(ana_client: Client, day: str) -> None:
    assert ana_client.get(f"/day/{day}/").status_code == 404


def test_everybody_has_days_of_their_own(ana: User, ben: User, ben_client: Client) -> None:
    day_log(ana, on=DAY, note="Private.")

    assert "Private." not in ben_client.get(PAGE).content.decode()
    send(ben_client, {"stress": "1"})
    assert (stored(ana).content.note, stored(ben).content.stress) == ("Private.", 1)


def test_the_same_day_from_two_devices_at_once_is_one_log(ana: User) -> None:
    for _ in range(2):
        save_day(user=ana, day=DAY, version=0, content=DayContent(stress=1), now=dt.datetime.now(dt.UTC))

    assert DayLog.objects.count() == 1


def test_it_refuses_other_methods(ana_client: Client) -> None:
    assert ana_client.head(PAGE).status_code == 200
    assert ana_client.put(PAGE).status_code == 405

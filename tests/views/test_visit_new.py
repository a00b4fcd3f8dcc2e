"""Noting a visit, to come or past."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from journal.analytics.records import VisitContent
from journal.models import DoctorVisit, User
from tests.cast import today
from tests.views.bad_input import LONG_NOTE, UIDS, ZONES
from tests.views.page_form import PageForm, error_at

PAGE = "/visits/new/"
SAID = {"day": "2026-05-04", "at": "09:30", "clinician": "Dr Weber", "reason": "The foot", "said": "Go on walking."}


def send(client: Client, changed: dict[str, Any]) -> Any:
    return client.post(PAGE, PageForm(client.get(PAGE).content.decode()).sent(changed))


def stored() -> DoctorVisit:
    found: DoctorVisit = DoctorVisit.objects.get()
    return found


def test_everything_can_be_said(ana_client: Client) -> None:
    response = send(ana_client, SAID)

    assert response["Location"] == "/visits/"
    assert stored().content == VisitContent(clinician="Dr Weber", reason="The foot", said="Go on walking.")
    assert stored().moment.wall == dt.datetime(2026, 5, 4, 9, 30)  # noqa: DTZ001


def test_a_day_is_enough_and_may_lie_ahead(ana: User, ana_client: Client) -> None:
    day = today(ana) + dt.timedelta(days=400)
    response = send(ana_client, {"day": day.isoformat()})

    assert (stored().local_date, stored().time_known) == (day, False)
    assert response.status_code == 302


def test_the_message_names_the_day(ana_client: Client) -> None:
    page = ana_client.post(PAGE, PageForm(ana_client.get(PAGE).content.decode()).sent(SAID), follow=True)

    assert "Saved 4 May 2026, 09:30 – visit to Dr Weber: The foot" in page.content.decode()


@pytest.mark.parametrize(
    ("wall", "offset"),
    [(("2027-03-28", "02:30"), 60), (("2027-10-31", "02:30"), 120), (("2027-07-01", "02:30"), 120)],
)
def test_no_time_is_refused_for_a_clock_change_ahead(ana_client: Client, wall: tuple[str, str], offset: int) -> None:
    send(ana_client, {"day": wall[0], "at": wall[1], "tz": "Europe/Berlin"})

    assert f"{stored().moment.wall:%Y-%m-%d %H:%M}" == " ".join(wall)
    assert stored().utc_offset_minutes == offset


@pytest.mark.parametrize("zone", ZONES)
def test_any_zone_is_taken(ana: User, ana_client: Client, zone: str | None) -> None:
    send(ana_client, SAID | {"tz": zone})

    assert stored().tz == ana.time_zone


def test_sent_twice_it_is_saved_once(ana_client: Client) -> None:
    sent = PageForm(ana_client.get(PAGE).content.decode()).sent(SAID)
    ana_client.post(PAGE, sent)
    ana_client.post(PAGE, sent)
    assert DoctorVisit.objects.count() == 1

    page = ana_client.post(PAGE, sent | {"reason": "The back"}, follow=True)
    assert DoctorVisit.objects.count() == 2
    assert "Both are in your diary" in page.content.decode()
    assert page.redirect_chain[-1][0] == "/visits/"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("day", "", "Choose the day"),
        ("day", "2026-02-30", "year-month-day"),
        ("day", "9999-12-31", "more than five years ahead"),
        ("day", "2040-01-01", "more than five years ahead"),
        ("day", "1899-12-31", "from 1900 on"),
        ("at", "25:00", "hours:minutes"),
        ("clinician", "x" * 121, "up to 120 fit"),
        ("reason", "x" * 201, "up to 200 fit"),
        ("reason", "a\x00b", "invisible character"),
        ("said", LONG_NOTE, "up to 20,000 fit"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(ana_client: Client, field: str, value: str, words: str) -> None:
    response = send(ana_client, SAID | {field: value})
    html = response.content.decode()

    assert words in error_at(html, field)
    assert not DoctorVisit.objects.exists()
    if field != "clinician":
        assert PageForm(html).value("clinician") == "Dr Weber"


@pytest.mark.parametrize("uid", UIDS)
def test_a_form_without_its_uid_is_shown_again(ana_client: Client, uid: str | None) -> None:
    response = send(ana_client, SAID | {"uid": uid})

    assert "Save it once more" in response.content.decode()
    assert not DoctorVisit.objects.exists()

"""Changing a massage session."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from journal.actions.massage import answer_next_day
from journal.actions.records import delete_record
from journal.analytics.records import Area, MassageContent
from journal.models import MassageSession, User
from tests.cast import massage, on_wall
from tests.views.bad_input import MARKUP, VERSIONS
from tests.views.page_form import PageForm, error_at

DAY = dt.date(2026, 5, 4)
SAID: dict[str, Any] = {
    "minutes": 45,
    "technique": "self",
    "pressure": 4,
    "given_by": "self",
    "therapist_name": "Kim",
    "areas": (Area(region="calf"), Area(region="hip", side="right"), Area(region="saddle")),
    "goal": "sleep",
    "pain_before": 5.7,
    "pain_after": 7 / 3,
    "pain_next_day": 3,
    "soreness_next_day": "none",
    "cost": Decimal("20.50"),
    "note": "With a ball.",
}


@pytest.fixture
def session(ana: User) -> MassageSession:
    return massage(ana, on=DAY, **SAID)


def address(session: MassageSession) -> str:
    return f"/massage/{session.uid}/"


def shown_form(client: Client, session: MassageSession) -> PageForm:
    return PageForm(client.get(address(session)).content.decode())


def send(client: Client, session: MassageSession, changed: dict[str, Any]) -> Any:
    return client.post(address(session), shown_form(client, session).sent(changed))


def stored(session: MassageSession) -> MassageSession:
    found: MassageSession = MassageSession.objects.get(pk=session.pk)
    return found


def test_without_a_change_everything_stays(ana_client: Client, session: MassageSession) -> None:
    response = send(ana_client, session, {})

    now = stored(session)
    assert response["Location"] == "/journal/"
    assert (now.content, now.moment, now.version) == (MassageContent(**SAID), session.moment, 1)


def test_one_change_leaves_the_rest(ana_client: Client, session: MassageSession) -> None:
    send(ana_client, session, {"minutes": "50"})

    assert stored(session).content == replace(MassageContent(**SAID), minutes=50)


def test_everything_can_be_taken_back(ana_client: Client, session: MassageSession) -> None:
    form = shown_form(ana_client, session)
    unsaid = dict.fromkeys(form.fields, "") | {"areas": None}
    kept = {name: form.fields[name] for name in ("uid", "version", "day", "at")}
    for name in ("pain_before", "pain_after", "pain_next_day", "soreness_next_day", "technique", "given_by"):
        assert "" in form.offered[name], name

    ana_client.post(address(session), form.sent(unsaid | kept))

    assert stored(session).content == MassageContent()


def test_the_day_after_can_be_changed_here(ana_client: Client, session: MassageSession) -> None:
    send(ana_client, session, {"pain_next_day": "6", "soreness_next_day": "much"})

    assert (stored(session).pain_next_day, stored(session).soreness_next_day) == (6, "much")


def test_a_time_that_is_not_known_stays_unknown(ana: User, ana_client: Client) -> None:
    session = massage(ana, on=DAY, at=None)

    send(ana_client, session, {"minutes": "50"})

    assert stored(session).moment == on_wall(ana, DAY, None)


class TestStale:
    def test_the_day_after_answered_meanwhile_is_not_overwritten(
        self, ana: User, ana_client: Client, session: MassageSession
    ) -> None:
        form = shown_form(ana_client, session)
        answer_next_day(user=ana, uid=session.uid, now=timezone.now(), pain=1)

        response = ana_client.post(address(session), form.sent({"minutes": "50"}))
        html = response.content.decode()
        assert response.status_code == 409
        assert "This entry was changed meanwhile" in html
        assert (stored(session).pain_next_day, stored(session).minutes) == (1, 45)

        ana_client.post(address(session), PageForm(html).sent({"pain_next_day": "1"}))

        assert (stored(session).pain_next_day, stored(session).minutes) == (1, 50)
        assert stored(session).content == replace(MassageContent(**SAID), minutes=50, pain_next_day=1)

    def test_what_was_typed_for_a_deleted_session_is_kept(
        self, ana: User, ana_client: Client, session: MassageSession
    ) -> None:
        form = shown_form(ana_client, session)
        delete_record(kind="massage", user=ana, uid=session.uid, now=timezone.now())

        html = ana_client.post(address(session), form.sent({"minutes": "50"})).content.decode()
        assert "This entry was deleted meanwhile" in html
        ana_client.post(address(session), PageForm(html).sent())

        assert (stored(session).minutes, stored(session).deleted_at) == (50, None)

    @pytest.mark.parametrize("version", VERSIONS)
    def test_a_broken_version_overwrites_nothing(
        self, ana_client: Client, session: MassageSession, version: str | None
    ) -> None:
        assert send(ana_client, session, {"minutes": "50", "version": version}).status_code == 409
        assert stored(session).minutes == 45


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("pain_next_day", "11", "Choose a number from 0 to 10."),
        ("soreness_next_day", "terribly", "does not offer that answer"),
        ("areas", ["wing"], "does not offer that answer"),
        ("minutes", "long", "from 1 to 600"),
        ("day", "9999-12-31", "in the future"),
    ],
)
def test_bad_input_gets_a_message_and_changes_nothing(
    ana_client: Client, session: MassageSession, field: str, value: Any, words: str
) -> None:
    html = send(ana_client, session, {"note": "Typed.", field: value}).content.decode()

    assert words in error_at(html, field)
    assert PageForm(html).value("note") == "Typed."
    assert stored(session).version == 1


def test_markup_in_a_name_is_text(ana: User, ana_client: Client) -> None:
    session = massage(ana, therapist_name=MARKUP, note=MARKUP)
    html = ana_client.get(address(session)).content.decode()
    assert "<script>alert" not in html

    ana_client.post(address(session), PageForm(html).sent({"minutes": "50"}))

    assert (stored(session).content.therapist_name, stored(session).note) == (MARKUP, MARKUP)


@pytest.mark.parametrize("method", ["get", "post"])
def test_strangers_find_no_such_session(ben_client: Client, session: MassageSession, method: str) -> None:
    assert getattr(ben_client, method)(address(session)).status_code == 404
    assert stored(session).version == 1

"""The question on the day after a massage: asked once, on the person's own next day, answered by one tap each."""

import datetime as dt
import uuid
from typing import Any

import pytest
import time_machine
from django.test import Client

from journal.models import MassageSession, User
from tests.cast import massage, signed_in
from tests.views.bad_input import RATINGS
from tests.views.page_form import PageForm

EVENING = dt.date(2026, 5, 4)
NEXT_MORNING = "2026-05-05T07:00:00Z"
QUESTION = "How was the day after your massage"


def address(session: MassageSession) -> str:
    return f"/massage/{session.uid}/next-day/"


def start_page(user: User, now: str) -> str:
    with time_machine.travel(now, tick=False):
        return signed_in(user).get("/").content.decode()


def tap(user: User, session: MassageSession, **button: str) -> Any:
    with time_machine.travel(NEXT_MORNING, tick=False):
        return signed_in(user).post(address(session), button, follow=True)


def stored(session: MassageSession) -> MassageSession:
    found: MassageSession = MassageSession.objects.get(pk=session.pk)
    return found


@pytest.fixture
def session(ana: User) -> MassageSession:
    return massage(ana, on=EVENING, therapist_name="Vera Lang")


class TestTheQuestion:
    @pytest.mark.parametrize(
        ("now", "asked"),
        [
            ("2026-05-04T21:59:00Z", False),
            ("2026-05-04T22:01:00Z", True),
            (NEXT_MORNING, True),
            ("2026-05-07T21:59:00Z", True),
            ("2026-05-07T22:01:00Z", False),
        ],
        ids=["same evening", "after midnight", "next morning", "third day", "fourth day"],
    )
    def test_it_is_asked_from_the_next_day_on_for_three_days(
        self, ana: User, session: MassageSession, now: str, asked: bool
    ) -> None:
        assert (QUESTION in start_page(ana, now)) == asked

    def test_the_next_day_begins_at_the_persons_own_hour(self, ana: User, session: MassageSession) -> None:
        User.objects.filter(pk=ana.pk).update(day_starts_at=5)
        ana.refresh_from_db()

        assert QUESTION not in start_page(ana, "2026-05-05T02:59:00Z")
        assert QUESTION in start_page(ana, "2026-05-05T03:01:00Z")

    def test_it_names_the_session(self, ana: User, session: MassageSession) -> None:
        html = " ".join(start_page(ana, NEXT_MORNING).split())

        assert f"{QUESTION} with Vera Lang on Monday?" in html

    def test_pain_and_soreness_are_one_tap_each(self, ana: User, session: MassageSession) -> None:
        html = start_page(ana, NEXT_MORNING)
        forms = html.split(f'action="{address(session)}"')

        assert PageForm(html, action=address(session)).buttons == [("pain", str(number)) for number in range(11)]
        assert len(forms) == 3
        for code in ("none", "some", "much"):
            assert f'name="soreness" value="{code}"' in forms[2]

    def test_only_what_is_missing_is_asked(self, ana: User, session: MassageSession) -> None:
        html = tap(ana, session, pain="2").content.decode()
        assert 'name="pain"' not in html
        assert 'name="soreness"' in html

        html = tap(ana, session, soreness="some").content.decode()
        assert QUESTION not in html

    def test_soreness_first_leaves_the_pain_and_the_way_out(self, ana: User, session: MassageSession) -> None:
        html = tap(ana, session, soreness="some").content.decode()

        assert 'name="pain"' in html
        assert 'name="soreness"' not in html
        assert 'name="skip"' in html

    def test_it_does_not_come_back_when_not_wanted(self, ana: User, session: MassageSession) -> None:
        page = tap(ana, session, skip="1")

        assert QUESTION not in page.content.decode()
        assert (stored(session).next_day_skipped, stored(session).pain_next_day) == (True, None)

    def test_only_the_latest_session_is_asked_about(self, ana: User, session: MassageSession) -> None:
        massage(ana, on=EVENING - dt.timedelta(days=1), therapist_name="Kim")
        html = tap(ana, session, skip="1").content.decode()

        assert QUESTION not in html

    def test_a_session_of_today_does_not_hide_yesterdays(self, ana: User, session: MassageSession) -> None:
        massage(ana, on=EVENING + dt.timedelta(days=1), at=dt.time(8), therapist_name="Kim")

        assert "with Vera Lang" in start_page(ana, NEXT_MORNING)


class TestTheAnswer:
    def test_pain_is_noted_and_can_be_undone(self, ana: User, session: MassageSession) -> None:
        page = tap(ana, session, pain="2")

        (message,) = page.context["messages"]
        assert page.redirect_chain == [("/", 302)]
        assert (stored(session).pain_next_day, stored(session).version) == (2, 2)
        assert message.extra_tags == f"undo massage {session.uid} 2"

    def test_no_pain_is_an_answer(self, ana: User, session: MassageSession) -> None:
        tap(ana, session, pain="0")

        assert stored(session).pain_next_day == 0

    def test_the_rest_of_the_session_stays(self, ana: User, session: MassageSession) -> None:
        tap(ana, session, soreness="much")

        assert (stored(session).soreness_next_day, stored(session).content.therapist_name) == ("much", "Vera Lang")
        assert stored(session).moment == session.moment

    def test_two_taps_are_one_answer(self, ana: User, session: MassageSession) -> None:
        for _ in range(2):
            tap(ana, session, pain="2")

        assert stored(session).version == 2

    def test_another_answer_replaces_the_first(self, ana: User, session: MassageSession) -> None:
        tap(ana, session, pain="2")
        tap(ana, session, pain="5")

        assert stored(session).pain_next_day == 5

    def test_an_empty_answer_changes_nothing_and_offers_no_undo(self, ana: User, session: MassageSession) -> None:
        page = tap(ana, session)

        assert [message.extra_tags for message in page.context["messages"]] == []
        assert stored(session).version == 1


class TestBadInput:
    @pytest.mark.parametrize("rating", RATINGS)
    def test_a_rating_off_the_scale_is_refused(self, ana: User, session: MassageSession, rating: str) -> None:
        page = tap(ana, session, pain=rating)

        assert "could not be read" in page.content.decode()
        assert stored(session).version == 1

    @pytest.mark.parametrize("word", ["terribly", "\x00", "x" * 100_000])
    def test_an_unknown_word_is_refused(self, ana: User, session: MassageSession, word: str) -> None:
        assert "could not be read" in tap(ana, session, soreness=word).content.decode()
        assert stored(session).version == 1

    def test_strangers_find_no_such_session(self, ana: User, ben: User, session: MassageSession) -> None:
        assert tap(ben, session, pain="0").status_code == 404
        assert tap(ben, session, skip="1").status_code == 404
        assert stored(session).version == 1
        assert not stored(session).next_day_skipped

    def test_a_session_that_is_gone_is_not_found(self, ana_client: Client) -> None:
        assert ana_client.post(f"/massage/{uuid.uuid4()}/next-day/", {"pain": "0"}).status_code == 404

    def test_a_link_cannot_answer(self, ana_client: Client, session: MassageSession) -> None:
        assert ana_client.get(address(session)).status_code == 405

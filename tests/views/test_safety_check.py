"""The page on when to get help, where something that was logged calls for it."""

import datetime as dt
import re
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.test import Client

from journal.actions.records import delete_record
from journal.analytics.records import Feeling
from journal.models import PainEntry, Revision, SafetyCheck, User
from tests.cast import on_wall, pain, safety_check, signed_in, today
from tests.views.bad_input import MARKUP, UIDS
from tests.views.page_form import PageForm

pytestmark = pytest.mark.django_db

PAGE = "/safety/check/"
LOG = "/pain/new/"
MASSAGE = "/massage/new/"
BEFORE_MASSAGE = f"{PAGE}?next=massage_new"
DAY = dt.timedelta(days=1)
SADDLE = Feeling(quality="numbness", region="saddle")
WEAK = Feeling(quality="weakness", region="shin", side="left")
BOTH = (Feeling(quality="ache", region="calf", side="left"), Feeling(quality="ache", region="calf", side="right"))
NUMB_FEET = {"feelings-0-qualities": ["numbness"], "feelings-0-places": ["heel.left", "heel.right"]}
WEAK_SHIN = {"feelings-0-qualities": ["weakness"], "feelings-0-places": ["shin.left"]}
CALVES = {"feelings-0-qualities": ["ache"], "feelings-0-places": ["calf.left", "calf.right"]}
BETWEEN = {"feelings-0-qualities": ["numbness"], "feelings-0-places": ["saddle"]}
CALLING = pytest.mark.parametrize(
    "felt", [NUMB_FEET, WEAK_SHIN, CALVES, BETWEEN], ids=["numb", "weak", "both", "saddle"]
)
NO = {"bladder": "no", "bowel": "no", "accident": "no", "fever": "no", "worse": "no"}
HEADINGS = {
    "now": "Now: call an ambulance or go to an emergency department",
    "today": "Today: speak to a doctor",
    "soon": "Within days: ask for an urgent appointment",
    "sometime": "See a doctor",
}


def log(client: Client, felt: dict[str, Any], **changed: Any) -> Any:
    """Fill in the log page, and save."""
    return client.post(LOG, PageForm(client.get(LOG).text).sent({"intensity": "5"} | felt | changed))


def page(client: Client, address: str = PAGE) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.text


def answer(client: Client, address: str = PAGE, **said: str) -> Any:
    return client.post(address, PageForm(page(client, address)).sent(said))


def checks(user: User) -> list[SafetyCheck]:
    return list(SafetyCheck.objects.owned_by(user).order_by("pk"))


def order(html: str) -> list[str]:
    return sorted(HEADINGS, key=lambda part: html.index(f">{HEADINGS[part]}</h2>"))


class TestAfterAnEntry:
    @CALLING
    def test_the_entry_is_saved_first_and_then_the_page_comes_up(
        self, ana: User, ana_client: Client, felt: dict[str, Any]
    ) -> None:
        response = log(ana_client, felt)

        assert PainEntry.objects.owned_by(ana).count() == 1
        assert (response.status_code, response["Location"]) == (302, PAGE)
        (check,) = checks(ana)
        assert (check.local_date, check.content.is_answered) == (today(ana), False)
        assert str(next(iter(get_messages(response.wsgi_request)))).startswith("Saved")

    @pytest.mark.parametrize("felt", [{}, {"feelings-0-qualities": ["ache"], "feelings-0-places": ["calf.left"]}])
    def test_any_other_entry_leads_where_it_always_did(
        self, ana: User, ana_client: Client, felt: dict[str, Any]
    ) -> None:
        assert log(ana_client, felt)["Location"] == "/"
        assert checks(ana) == []

    def test_it_comes_up_once_a_diary_day_for_the_same_reason(self, ana: User, ana_client: Client) -> None:
        with time_machine.travel("2026-05-04T08:00:00Z"):
            log(ana_client, BETWEEN)
            assert log(ana_client, BETWEEN)["Location"] == "/"
        with time_machine.travel("2026-05-05T08:00:00Z"):
            assert log(ana_client, BETWEEN)["Location"] == PAGE
        assert len(checks(ana)) == 2

    def test_the_day_is_the_diary_s_own(self, ana: User) -> None:
        User.objects.filter(pk=ana.pk).update(day_starts_at=4)
        ana.refresh_from_db()
        client = signed_in(ana)
        with time_machine.travel("2026-05-04T20:00:00Z"):
            log(client, BETWEEN)
        with time_machine.travel("2026-05-05T01:00:00Z"):  # 3 in the morning, before the day begins
            assert log(client, BETWEEN)["Location"] == "/"

    def test_another_reason_brings_it_up_again_but_the_questions_are_asked_once(
        self, ana: User, ana_client: Client
    ) -> None:
        log(ana_client, WEAK_SHIN)
        assert log(ana_client, BETWEEN)["Location"] == PAGE

        assert [check.asked for check in checks(ana)] == [True, False]

    def test_weakness_that_stays_the_same_does_not_bring_it_up_twice_a_day(self, ana_client: Client) -> None:
        log(ana_client, WEAK_SHIN)

        assert log(ana_client, WEAK_SHIN)["Location"] == "/"
        assert log(ana_client, WEAK_SHIN, intensity="7")["Location"] == PAGE, "but worse does"

    def test_both_legs_alone_ask_nothing(self, ana: User, ana_client: Client) -> None:
        log(ana_client, CALVES)

        assert 'name="bladder"' not in page(ana_client)
        assert not checks(ana)[0].asked

    def test_sent_twice_it_is_shown_both_times_and_noted_once(self, ana: User, ana_client: Client) -> None:
        sent = PageForm(ana_client.get(LOG).text).sent({"intensity": "5"} | BETWEEN)

        assert [ana_client.post(LOG, sent)["Location"] for _ in range(2)] == [PAGE, PAGE]
        assert len(checks(ana)) == 1

    def test_one_leg_in_the_morning_and_the_other_in_the_evening_are_both(self, ana: User, ana_client: Client) -> None:
        pain(ana, feelings=[BOTH[0]])

        assert log(ana_client, CALVES | {"feelings-0-places": ["calf.right"]})["Location"] == PAGE
        assert checks(ana)[0].content.reasons == ("both_legs",)

    def test_a_change_of_an_entry_calls_for_it_as_well(self, ana: User, ana_client: Client) -> None:
        entry = pain(ana)
        address = f"/pain/{entry.uid}/"
        sent = PageForm(ana_client.get(address).text).sent(BETWEEN)

        assert ana_client.post(address, sent)["Location"] == PAGE
        entry.refresh_from_db()
        assert entry.content.feelings == (SADDLE,)

    def test_an_entry_of_long_ago_does_not(self, ana: User, ana_client: Client) -> None:
        assert log(ana_client, BETWEEN, day=str(today(ana) - 15 * DAY))["Location"] == "/"
        assert log(ana_client, BETWEEN, day=str(today(ana) - 14 * DAY))["Location"] == PAGE
        assert checks(ana)[0].local_date == today(ana), "it was shown today"

    def test_weakness_is_compared_with_the_last_weeks_only(self, ana: User, ana_client: Client) -> None:
        pain(ana, 9, on=today(ana) - 15 * DAY, feelings=[WEAK])
        log(ana_client, WEAK_SHIN)

        assert checks(ana)[0].content.reasons == ("weakness_new",)

    def test_weakness_that_was_there_is_not_new(self, ana: User, ana_client: Client) -> None:
        pain(ana, 9, on=today(ana) - 3 * DAY, feelings=[WEAK])
        log(ana_client, WEAK_SHIN)

        assert checks(ana)[0].content.reasons == ("weakness",)

    def test_what_others_log_counts_for_nothing(self, ana: User, ben: User, ana_client: Client) -> None:
        pain(ben, 9, on=today(ben) - DAY, feelings=[WEAK])
        log(ana_client, WEAK_SHIN)

        assert checks(ana)[0].content.reasons == ("weakness_new",)
        assert checks(ben) == []


class TestWeaknessThatStays:
    """Lasting weakness brings up the page until its questions are all answered with no, then once a week."""

    @pytest.fixture(autouse=True)
    def a_first_day(self, ana: User) -> Iterator[Client]:
        """Weakness was noted the day before."""
        with time_machine.travel("2026-05-04T08:00:00Z", tick=False) as self.clock:
            pain(ana, 4, on=today(ana) - DAY, feelings=[WEAK])
            self.client = signed_in(ana)
            yield self.client

    def later(self, days: int = 1, hours: int = 0) -> None:
        self.clock.shift(dt.timedelta(days=days, hours=hours))
        self.client.force_login(User.objects.get(email="ana@example.org"))

    def log(self, intensity: str = "4", felt: dict[str, Any] = WEAK_SHIN) -> Any:
        return log(self.client, felt, intensity=intensity)

    def test_a_sentence_stands_for_it_for_a_week(self, ana: User) -> None:
        assert self.log()["Location"] == PAGE
        answer(self.client, **NO)
        for _ in range(6):
            self.later()
            response = self.log()
            assert response["Location"] == "/"
            assert "You noted weakness again" in self.client.get("/").text
        self.later()
        assert self.log()["Location"] == PAGE
        assert len(checks(ana)) == 2

    @pytest.mark.parametrize("said", [{}, NO | {"worse": "unsure"}, {"worse": "no"}], ids=["skipped", "unsure", "some"])
    def test_any_other_answer_lets_it_come_up_every_day(self, said: dict[str, str]) -> None:
        self.log()
        answer(self.client, **said)
        self.later()

        assert self.log()["Location"] == PAGE

    def test_stronger_than_when_it_was_answered_brings_it_up(self, ana: User) -> None:
        pain(ana, 9, on=today(ana) - 10 * DAY, feelings=[WEAK])
        self.log()
        answer(self.client, **NO)
        self.later(0, 6)
        self.log("6")  # after the answers, on their day
        self.later()

        assert self.log("6")["Location"] == PAGE

    def test_weakness_that_is_new_is_asked_about_again_the_next_day(self) -> None:
        foot = {"feelings-0-qualities": ["weakness"], "feelings-0-places": ["foot_top.left"]}
        self.log(felt=foot)
        answer(self.client, **NO)
        self.later()

        assert self.log(felt=foot)["Location"] == PAGE

    def test_answers_that_were_taken_back_do_not_count(self, ana: User) -> None:
        self.log()
        answer(self.client, **NO)
        self.client.post(f"/records/safety/{checks(ana)[0].uid}/2/undo/")
        self.later()

        assert self.log()["Location"] == PAGE

    def test_a_later_answer_counts_instead(self) -> None:
        self.log()
        answer(self.client, **NO)
        self.later()
        self.log(felt=BETWEEN)
        answer(self.client, **NO | {"bladder": "yes"})
        self.later()

        assert self.log()["Location"] == PAGE

    def test_before_a_massage_it_does_not_come_up_either(self) -> None:
        self.log()
        answer(self.client, **NO)
        self.later()
        self.log()

        assert self.client.get(MASSAGE).status_code == 200
        self.log("6")
        assert self.client.get(MASSAGE).status_code == 200, "it came up after the entry"
        self.later()
        assert self.client.get(MASSAGE)["Location"] == BEFORE_MASSAGE


class TestBeforeAMassage:
    def test_it_comes_first_where_it_was_not_shown_today(self, ana: User, ana_client: Client) -> None:
        pain(ana, on=today(ana) - DAY, feelings=[SADDLE])

        response = ana_client.get(MASSAGE)
        assert response["Location"] == BEFORE_MASSAGE
        assert checks(ana) == [], "reading writes nothing"

        onward = answer(ana_client, BEFORE_MASSAGE, skip="1")
        assert onward["Location"] == MASSAGE
        assert [check.content.reasons for check in checks(ana)] == [("saddle",)]
        assert ana_client.get(MASSAGE).status_code == 200

    def test_its_answers_are_kept_and_lead_on(self, ana: User, ana_client: Client) -> None:
        pain(ana, feelings=[SADDLE])

        response = answer(ana_client, BEFORE_MASSAGE, **NO)

        assert response["Location"] == BEFORE_MASSAGE
        assert f'href="{MASSAGE}"' in page(ana_client, BEFORE_MASSAGE)
        assert checks(ana)[0].bladder == "no"

    def test_an_entry_that_was_just_saved_is_not_mistaken_for_it(self, ana: User, ana_client: Client) -> None:
        pain(ana, on=today(ana) - DAY, feelings=[SADDLE])
        log(ana_client, WEAK_SHIN, day=str(today(ana) - 3 * DAY))

        assert "because you noted weakness that is new." in page(ana_client)
        assert "because you noted something felt between the legs." in page(ana_client, BEFORE_MASSAGE)

    def test_after_an_entry_it_was_shown_already(self, ana_client: Client) -> None:
        log(ana_client, BETWEEN)

        assert ana_client.get(MASSAGE).status_code == 200

    def test_what_was_felt_last_decides(self, ana: User, ana_client: Client) -> None:
        pain(ana, on=today(ana) - 3 * DAY, feelings=[SADDLE])
        pain(ana, on=today(ana) - 2 * DAY, feelings=[Feeling(quality="ache", region="calf", side="left")])
        pain(ana)

        assert ana_client.get(MASSAGE).status_code == 200

    def test_what_was_felt_long_ago_does_not(self, ana: User, ana_client: Client) -> None:
        pain(ana, on=today(ana) - 15 * DAY, feelings=[SADDLE])

        assert ana_client.get(MASSAGE).status_code == 200

    def test_a_session_that_is_sent_is_saved_all_the_same(self, ana: User, ana_client: Client) -> None:
        form = PageForm(ana_client.get(MASSAGE).text)
        pain(ana, feelings=[SADDLE])

        assert ana_client.post(MASSAGE, form.sent()).status_code == 302
        assert ana.massagesession_set.count() == 1


class TestThePage:
    def test_without_a_reason_it_is_the_page_that_everybody_sees(self, ana_client: Client) -> None:
        assert ana_client.get(PAGE)["Location"] == "/safety/"
        assert ana_client.post(PAGE, {"uid": str(uuid.uuid4())} | NO)["Location"] == "/safety/"

    def test_it_says_why_it_is_there_and_that_the_entry_is_saved(self, ana_client: Client) -> None:
        log(ana_client, WEAK_SHIN)
        html = page(ana_client)

        assert "because you noted weakness that is new." in html
        assert "What you logged is saved." in html

    def test_whom_to_call_stands_above_the_questions(self, ana_client: Client) -> None:
        for felt in (WEAK_SHIN, BETWEEN):
            log(ana_client, felt)
            html = page(ana_client)
            assert html.index('href="tel:112"') < html.index('class="log')

    @CALLING
    def test_all_of_the_page_is_there_before_and_after_the_answers(
        self, ana_client: Client, felt: dict[str, Any]
    ) -> None:
        log(ana_client, felt)
        assert set(order(page(ana_client))) == set(HEADINGS)
        answer(ana_client, **NO)
        assert set(order(page(ana_client))) == set(HEADINGS)

    @pytest.mark.parametrize(
        ("felt", "said", "first"),
        [
            (BETWEEN, {}, "now"),
            (CALVES, {}, "now"),
            (WEAK_SHIN, {}, "today"),
            (WEAK_SHIN, NO | {"bladder": "yes"}, "now"),
            (WEAK_SHIN, {"accident": "unsure"}, "now"),
            (WEAK_SHIN, NO, "today"),
            (NUMB_FEET | {"feelings-0-places": ["lower_back.left", "lower_back.right"]}, NO | {"fever": "yes"}, "soon"),
            (NUMB_FEET | {"feelings-0-places": ["lower_back.left", "lower_back.right"]}, NO, "now"),
        ],
    )
    def test_the_part_that_applies_stands_first(
        self, ana_client: Client, felt: dict[str, Any], said: dict[str, str], first: str
    ) -> None:
        log(ana_client, felt)
        if said:
            answer(ana_client, **said)

        parts = order(page(ana_client))
        assert parts == [first, *(part for part in HEADINGS if part != first)]

    @pytest.mark.parametrize("said", [NO, {"fever": "no"}, {}])
    def test_it_never_says_that_all_is_well(self, ana_client: Client, said: dict[str, str]) -> None:
        log(ana_client, WEAK_SHIN)
        if said:
            answer(ana_client, **said)
        text = " ".join(re.sub(r"<[^>]+>", " ", page(ana_client)).lower().split())

        for claim in ("you are fine", "nothing to worry", "no red flag", "no sign", "score", "low risk", "unlikely"):
            assert claim not in text
        assert "it raises no alarm" in text

    def test_its_questions_can_be_left_open(self, ana: User, ana_client: Client) -> None:
        log(ana_client, BETWEEN)

        assert answer(ana_client)["Location"] == "/"
        assert answer(ana_client, skip="1", bladder="yes")["Location"] == "/"
        (check,) = checks(ana)
        assert (check.version, check.content.is_answered) == (1, False)

    def test_nothing_is_chosen_beforehand(self, ana_client: Client) -> None:
        log(ana_client, BETWEEN)
        form = PageForm(page(ana_client))

        assert {name: form.offered[name] for name in NO} == {name: ["yes", "unsure", "no"] for name in NO}
        assert set(NO) & set(form.fields) == set()

    def test_some_may_be_answered(self, ana: User, ana_client: Client) -> None:
        log(ana_client, WEAK_SHIN)
        response = answer(ana_client, bladder="unsure")

        (check,) = checks(ana)
        assert response["Location"] == PAGE
        assert (check.bladder, check.bowel, check.version) == ("unsure", "", 2)
        assert "trouble with peeing: not sure" in page(ana_client)

    def test_sent_twice_the_answers_are_kept_once(self, ana: User, ana_client: Client) -> None:
        log(ana_client, BETWEEN)
        sent = PageForm(page(ana_client)).sent(NO)
        for _ in range(2):
            ana_client.post(PAGE, sent)

        assert checks(ana)[0].version == 2

    def test_sent_after_midnight_they_are_kept(self, ana: User, ana_client: Client) -> None:
        with time_machine.travel("2026-05-04T21:50:00Z"):
            log(ana_client, BETWEEN)
            sent = PageForm(page(ana_client)).sent(NO)
        with time_machine.travel("2026-05-04T22:10:00Z"):
            ana_client.post(PAGE, sent)

        assert [check.bladder for check in checks(ana)] == ["no"]

    def test_answers_can_be_undone(self, ana: User, ana_client: Client) -> None:
        log(ana_client, BETWEEN)
        answer(ana_client, **NO)
        ana_client.post(f"/records/safety/{checks(ana)[0].uid}/2/undo/")

        assert not checks(ana)[0].content.is_answered
        assert Revision.objects.filter(user=ana, kind="safety").count() == 2

    def test_a_check_that_was_deleted_is_not_shown_again_that_day(self, ana: User, ana_client: Client) -> None:
        log(ana_client, BETWEEN)
        delete_record(kind="safety", user=ana, uid=checks(ana)[0].uid, now=on_wall(ana, today(ana)).occurred_at)

        assert ana_client.get(PAGE)["Location"] == "/safety/"
        assert log(ana_client, BETWEEN)["Location"] == "/"

    def test_the_number_is_that_of_the_person_s_country(self, ana: User, ben: User) -> None:
        for user, number in ((ana, "112"), (ben, "911")):
            client = signed_in(user)
            log(client, BETWEEN)
            html = page(client)
            assert f'<p class="call"><a class="btn btn-primary" href="tel:{number}">' in html
            assert "or your local emergency number" in html

    def test_no_answer_stands_in_an_address(self, ana_client: Client) -> None:
        log(ana_client, BETWEEN)
        assert re.findall(r'<form method="([a-z]+)"[^>]*class="log', page(ana_client)) == ["post"]
        assert answer(ana_client, **NO)["Location"] == PAGE

    @pytest.mark.parametrize("onward", ["https://elsewhere.example", "settings_page", "massage_new%00", *MARKUP[:1]])
    def test_it_leads_on_to_no_page_but_its_own(self, ana: User, ana_client: Client, onward: str) -> None:
        pain(ana, feelings=[SADDLE])

        assert answer(ana_client, f"{PAGE}?next={onward}", skip="1")["Location"] == "/"


class TestBadInput:
    @pytest.mark.parametrize("field", list(NO))
    @pytest.mark.parametrize("value", ["maybe", "YES", "yes\x00", *MARKUP])
    def test_an_answer_that_is_not_offered_is_refused_next_to_it(
        self, ana: User, ana_client: Client, field: str, value: str
    ) -> None:
        log(ana_client, BETWEEN)
        response = answer(ana_client, **(NO | {field: value}))

        assert response.status_code == 200
        assert f'id="id_{field}_error"' in response.text
        assert not checks(ana)[0].content.is_answered, "nothing is saved by halves"

    @pytest.mark.parametrize("value", UIDS)
    def test_a_uid_that_is_none_loses_no_answer_silently(self, ana: User, ana_client: Client, value: str) -> None:
        pain(ana, feelings=[SADDLE])
        response = answer(ana_client, **(NO | {"uid": value}))

        assert response.status_code in (200, 302)

    def test_nobody_answers_for_another(self, ana: User, ben_client: Client) -> None:
        check = safety_check(ana)
        ben_client.post(PAGE, {"uid": str(check.uid)} | NO)

        check.refresh_from_db()
        assert not check.content.is_answered

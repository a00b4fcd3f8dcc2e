"""The first page of a signed-in person."""

import datetime as dt
import re

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from journal.models import PainEntry, QuestionRhythm, User
from tests.cast import day_log, diary, flare, massage, pain, signed_in, today, visit
from tests.views.bad_input import MARKUP
from tests.views.page_form import PageForm
from tests.views.suggestions import LAST_RAISED, NOON_AFTER, RAISED, address, diary_with_a_flare

PAGE = "/"
SAVE = "/pain/new/"
DAY = dt.timedelta(days=1)


def text(client: Client) -> str:
    return " ".join(client.get(PAGE).content.decode().split())


def strip(html: str) -> list[str]:
    """What the strip says of each day to somebody who hears it."""
    listed = html.partition('<ol class="strip">')[2].partition("</ol>")[0]
    return [
        " ".join(re.sub(r"<[^>]*>", "", item.partition('<span class="strip-day"')[0]).split())
        for item in listed.split("<li>")[1:]
    ]


def test_two_taps_save_the_pain(ana: User, ana_client: Client) -> None:
    form = PageForm(ana_client.get(PAGE).content.decode())
    assert form.offered["intensity"] == [str(number) for number in range(11)]
    assert ("", "") in form.buttons

    page = ana_client.post(SAVE, form.sent({"intensity": "6"}), follow=True)  # the number, Save

    assert page.redirect_chain == [("/", 302)]
    assert PainEntry.objects.owned_by(ana).get().intensity == 6
    assert "Saved" in page.content.decode()


def test_one_tap_says_no_pain_today(ana: User, ana_client: Client) -> None:
    html = ana_client.get(PAGE).content.decode()
    second_form = html[html.index("one-taps") :]
    ana_client.post(SAVE, PageForm(second_form, action=SAVE).sent())

    assert PainEntry.objects.owned_by(ana).get().intensity == 0


def test_it_asks_about_the_day_then_about_yesterday_then_no_more(ana: User, ana_client: Client) -> None:
    now = today(ana)
    assert f'href="/day/{now}/">How was the day?</a>' in text(ana_client)

    day_log(ana, on=now)
    assert f'href="/day/{now - DAY}/">How was yesterday?</a>' in text(ana_client)

    day_log(ana, on=now - DAY)
    assert "/day/2" not in text(ana_client)


def test_every_form_has_a_uid_of_its_own(ana_client: Client) -> None:
    uids = re.findall(r'name="uid" value="([^"]+)"', ana_client.get(PAGE).content.decode())

    assert len(uids) == len(set(uids)) == 3


def test_a_lasting_flare_up_can_be_ended_here(ana: User, ana_client: Client) -> None:
    lasting = flare(ana, on=dt.date(2026, 5, 4))
    html = text(ana_client)

    assert "Flare-up since 4 May" in html
    assert f'action="/flares/{lasting.uid}/end/"' in html
    assert f'href="/flares/{lasting.uid}/"' in html


class TestTheSuggestion:
    def test_the_latest_is_offered(self, ana: User) -> None:
        diary_with_a_flare(ana)
        with time_machine.travel(NOON_AFTER, tick=False):
            html = text(signed_in(ana))

        assert "From 15 to 18 March 2026 your pain was up to 7; before that 3 was usual for you." in html
        for decision in ("confirm/", "dismiss/", ""):
            assert f'"{address(decision)}"' in html

    @pytest.mark.parametrize(("days", "offered"), [(63, True), (64, False)])
    def test_for_two_months(self, ana: User, days: int, offered: bool) -> None:
        diary_with_a_flare(ana)
        with time_machine.travel(f"{RAISED + days * DAY}T12:00:00Z", tick=False):
            assert ("Was this a flare-up?" in text(signed_in(ana))) == offered

    def test_one_that_goes_on_has_no_end(self, ana: User) -> None:
        diary_with_a_flare(ana, settled_days=0)
        with time_machine.travel(f"{RAISED + 3 * DAY}T18:00:00Z", tick=False):
            assert "Since 15 March 2026 your pain was up to 7" in text(signed_in(ana))


class TestTheNextVisit:
    @pytest.mark.parametrize(("days", "words"), [(0, "Today: Dr Weber"), (1, "Tomorrow"), (7, "In 7 days"), (8, "")])
    def test_it_stands_here_from_a_week_before(self, ana: User, ana_client: Client, days: int, words: str) -> None:
        visit(ana, on=today(ana) + days * DAY, at=dt.time(9, 30), clinician="Dr Weber")
        html = text(ana_client)

        assert (words in html and "09:30" in html) if words else "Dr Weber" not in html
        assert ('href="/report/">The report for it' in html) == bool(words)

    def test_it_comes_and_goes_without_a_change_of_the_diary(self, ana: User) -> None:
        visit(ana, on=dt.date(2026, 5, 20), clinician="Dr Weber")
        visit(ana, on=dt.date(2026, 5, 24), clinician="Dr Lang")
        shown = {}
        for day in (1, 12, 13, 20, 21, 24, 25):
            with time_machine.travel(f"2026-05-{day:02}T10:00:00Z", tick=False):
                html = text(signed_in(ana))
            shown[day] = next((name for name in ("Dr Weber", "Dr Lang") if name in html), "")

        assert shown == {1: "", 12: "", 13: "Dr Weber", 20: "Dr Weber", 21: "Dr Lang", 24: "Dr Lang", 25: ""}

    def test_others_have_their_own(self, ben: User, ana_client: Client) -> None:
        visit(ben, on=today(ben) + DAY, clinician="Dr Weber")

        assert "Dr Weber" not in text(ana_client)

    def test_beside_a_lasting_flare_up_both_are_there(self, ana: User, ana_client: Client) -> None:
        flare(ana, on=dt.date(2026, 5, 4))
        visit(ana, on=today(ana) + DAY, clinician=MARKUP)
        html = text(ana_client)

        assert "Flare-up since 4 May" in html
        assert "&lt;script&gt;" in html
        assert "<script>alert" not in html


class TestTheStrip:
    def test_it_says_the_mean_of_each_of_the_last_fourteen_days(self, ana: User) -> None:
        for day, intensity in ((1, 9), (2, 4), (2, 5), (3, 7 / 3), (15, 8)):
            pain(ana, intensity, on=dt.date(2026, 5, day))
        with time_machine.travel("2026-05-15T10:00:00Z", tick=False):
            said = strip(signed_in(ana).get(PAGE).content.decode())

        assert len(said) == 14
        assert said[:3] == ["2 May 2026, mean 5", "3 May 2026, mean 2", "4 May 2026, nothing logged"]
        assert said[-1] == "15 May 2026, mean 8"

    def test_it_ends_with_the_persons_own_day(self, ana: User) -> None:
        User.objects.filter(pk=ana.pk).update(day_starts_at=5)
        pain(ana, 4, on=dt.date(2026, 5, 2))
        with time_machine.travel("2026-05-15T02:59:00Z", tick=False):
            said = strip(signed_in(ana).get(PAGE).content.decode())

        assert said[-1] == "14 May 2026, nothing logged"

    def test_it_follows_every_change(self, ana: User, ana_client: Client) -> None:
        assert "Your days will stand here" in text(ana_client)

        entry = pain(ana, 4)
        assert strip(ana_client.get(PAGE).content.decode())[-1].endswith("mean 4")

        ana_client.post(f"/records/pain/{entry.uid}/delete/")
        assert "Your days will stand here" in text(ana_client)

    def test_an_old_diary_without_recent_days_still_has_its_strip(self, ana: User, ana_client: Client) -> None:
        pain(ana, 4, on=dt.date(2020, 1, 1))

        assert [said.rpartition(", ")[2] for said in strip(ana_client.get(PAGE).content.decode())] == (
            ["nothing logged"] * 14
        )

    def test_days_of_others_are_not_seen(self, ben: User, ana_client: Client) -> None:
        pain(ben, 4)

        assert "Your days will stand here" in text(ana_client)


def test_it_asks_one_question_at_a_time(ana: User) -> None:
    diary_with_a_flare(ana)
    session = massage(ana, on=LAST_RAISED + 4 * DAY)
    QuestionRhythm.objects.create(user=ana, instrument="peg", every_weeks=4, not_before=RAISED)
    questions = ("How was the day after", "You wanted to be asked", "Was this a flare-up?")

    with time_machine.travel(NOON_AFTER, tick=False):
        client = signed_in(ana)
        assert [words in text(client) for words in questions] == [True, False, False]

        client.post(f"/massage/{session.uid}/next-day/", {"skip": "1"})
        assert [words in text(client) for words in questions] == [False, True, False]

        client.post("/questions/peg/later/")
        assert [words in text(client) for words in questions] == [False, False, True]


def test_markup_in_a_therapists_name_is_text(ana: User, ana_client: Client) -> None:
    massage(ana, on=today(ana) - DAY, therapist_name=MARKUP)

    assert "&lt;script&gt;" in text(ana_client)
    assert "<script>alert" not in text(ana_client)


def test_the_number_of_queries_does_not_depend_on_the_history(ana: User, ben: User) -> None:
    diary(ana, days=30)
    diary(ben, days=3650)

    counts = []
    for client in (signed_in(ana), signed_in(ben)):
        with CaptureQueriesContext(connection) as first:
            client.get(PAGE)
        with CaptureQueriesContext(connection) as again:
            client.get(PAGE)
        counts.append((len(first), len(again)))

    assert counts[0] == counts[1]
    assert counts[0][0] <= 16
    assert counts[0][1] <= 3


def test_a_visitor_sees_no_diary(client: Client) -> None:
    html = client.get(PAGE).content.decode()

    assert 'name="intensity"' not in html
    assert "/accounts/login/" in html


def test_an_empty_diary_names_the_page_on_when_to_get_help_until_something_is_logged(
    ana: User, ana_client: Client
) -> None:
    before = "Before you begin, once:"
    assert before in text(ana_client)
    pain(ana)
    assert before not in text(ana_client)

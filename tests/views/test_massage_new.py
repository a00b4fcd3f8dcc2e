"""Logging a massage session."""

import datetime as dt
import re
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from journal.analytics.records import Area, MassageContent
from journal.models import MassageSession, MyTherapist, User
from tests.cast import diary, massage, signed_in, therapist, today
from tests.views.bad_input import MARKUP, MOMENTS, NOTES, RATINGS, SCRIPTS, UIDS
from tests.views.page_form import PageForm, error_at

PAGE = "/massage/new/"
WELL_FILLED = {
    "pain_before": "7",
    "pain_after": "4",
    "minutes": "60",
    "technique": "deep_tissue",
    "given_by": "therapist",
    "therapist_name": "Vera Lang",
    "areas": ["buttock.left", "lower_back.centre"],
    "pressure": "3",
    "goal": "flare",
    "cost": "59,50",
    "note": "Slow at first.",
    "day": "2026-05-04",
    "at": "18:00",
}
LAST: dict[str, Any] = {
    "minutes": 45,
    "technique": "thai",
    "pressure": 4,
    "given_by": "someone",
    "therapist_name": "Kim",
    "areas": (Area(region="calf"), Area(region="hip", side="right")),
    "goal": "sleep",
    "pain_before": 8,
    "pain_after": 2,
    "pain_next_day": 3,
    "soreness_next_day": "much",
    "cost": Decimal(20),
    "note": "Candles.",
}


def empty_form(client: Client) -> PageForm:
    return PageForm(client.get(PAGE).content.decode())


def send(client: Client, changed: dict[str, Any]) -> Any:
    return client.post(PAGE, empty_form(client).sent(changed))


def newest(user: User) -> MassageSession:
    session: MassageSession = MassageSession.objects.owned_by(user).order_by("-id")[0]
    return session


def test_all_that_can_be_said_is_saved(ana: User, ana_client: Client) -> None:
    response = send(ana_client, WELL_FILLED)

    session = newest(ana)
    assert (response.status_code, response["Location"]) == (302, "/")
    assert session.content == MassageContent(
        minutes=60,
        technique="deep_tissue",
        pressure=3,
        given_by="therapist",
        therapist_name="Vera Lang",
        goal="flare",
        pain_before=7,
        pain_after=4,
        cost=Decimal("59.50"),
        note="Slow at first.",
        areas=(Area(region="buttock", side="left"), Area(region="lower_back", side="centre")),
    )
    assert session.moment.wall == dt.datetime.fromisoformat("2026-05-04 18:00")


def test_nothing_but_its_moment_has_to_be_said(ana: User, ana_client: Client) -> None:
    send(ana_client, {})

    assert newest(ana).content == MassageContent()
    assert newest(ana).local_date == today(ana)


def test_it_says_what_was_saved_and_offers_undo(ana: User, ana_client: Client) -> None:
    page = ana_client.post(PAGE, empty_form(ana_client).sent(WELL_FILLED), follow=True)

    (message,) = page.context["messages"]
    assert str(message).startswith("Saved 18:00 – 60 minutes, deep tissue, Vera Lang")
    assert message.extra_tags == f"undo massage {newest(ana).uid} 1"


class TestAfterTheFirst:
    def test_four_taps_log_a_session_like_the_last(self, ana: User, ana_client: Client) -> None:
        massage(ana, on=today(ana) - dt.timedelta(days=7), **LAST)
        assert f'<a href="{PAGE}"' in ana_client.get("/").content.decode()  # the first tap: Massage

        send(ana_client, {"pain_before": "6", "pain_after": "3"})  # before, after, Save

        assert newest(ana).content == MassageContent(
            minutes=45,
            technique="thai",
            pressure=4,
            given_by="someone",
            therapist_name="Kim",
            areas=LAST["areas"],
            pain_before=6,
            pain_after=3,
        )

    def test_how_it_felt_and_what_it_cost_is_not_taken_over(self, ana: User, ana_client: Client) -> None:
        massage(ana, **LAST)
        form = empty_form(ana_client)

        assert [form.value(name) for name in ("pain_before", "pain_after", "goal", "cost", "note")] == [""] * 5
        assert "pain_next_day" not in form.offered

    def test_what_is_filled_in_is_said_in_words_and_can_be_opened(self, ana: User, ana_client: Client) -> None:
        massage(ana, **LAST)
        html = ana_client.get(PAGE).content.decode()

        assert "45 minutes, Thai, Kim, right outer hip and calf, firm pressure" in html
        assert "8 before" not in html

    def test_the_latest_by_date_counts_and_not_by_writing(self, ana: User, ana_client: Client) -> None:
        massage(ana, on=today(ana) - dt.timedelta(days=1), minutes=30)
        massage(ana, on=today(ana) - dt.timedelta(days=9), minutes=90)

        assert empty_form(ana_client).value("minutes") == "30"

    def test_sessions_of_others_are_not_seen(self, ben: User, ana_client: Client) -> None:
        massage(ben, **LAST)

        assert empty_form(ana_client).value("therapist_name") == ""


class TestSentTwice:
    def test_it_saves_once(self, ana: User, ana_client: Client) -> None:
        sent = empty_form(ana_client).sent(WELL_FILLED)

        pages = [ana_client.post(PAGE, sent)["Location"] for _ in range(2)]

        assert pages == ["/", "/"]
        assert MassageSession.objects.count() == 1

    def test_with_other_content_it_keeps_both(self, ana_client: Client) -> None:
        form = empty_form(ana_client)
        ana_client.post(PAGE, form.sent(WELL_FILLED))

        response = ana_client.post(PAGE, form.sent(WELL_FILLED | {"minutes": "30"}))

        assert response["Location"] == "/journal/"
        assert sorted(session.minutes or 0 for session in MassageSession.objects.all()) == [30, 60]


BAD = [
    *NOTES,
    *MOMENTS,
    *(("pain_before", rating, "Choose a number from 0 to 10.") for rating in RATINGS),
    ("pain_after", "11", "Choose a number from 0 to 10."),
    *(("minutes", minutes, "from 1 to 600") for minutes in ["0", "-5", "601", "an hour", "1.5", "9" * 5000, "\x00"]),
    *(
        ("cost", cost, "for example 60 or 59.50")
        for cost in ["-1", "free", "1.234,50", "0.005", "99999999", "nan", "inf", "1e999", "9" * 5000, "6\x00"]
    ),
    ("technique", "magic", "does not offer that answer"),
    ("pressure", "6", "does not offer that answer"),
    ("given_by", "robot", "does not offer that answer"),
    ("goal", "\x00", "does not offer that answer"),
    ("areas", ["calf.left", "wing.left"], "does not offer that answer"),
    ("therapist_name", "Vera\x00Lang", "invisible character after “Vera”"),
    ("therapist_name", "Vera\nLang", "invisible character after “Vera”"),
    ("therapist_name", "V" * 121, "up to 120 fit"),
]


class TestBadInput:
    @pytest.mark.parametrize(("field", "value", "words"), BAD)
    def test_it_gets_a_message_at_its_place_and_saves_nothing(
        self, ana_client: Client, field: str, value: Any, words: str
    ) -> None:
        response = send(ana_client, WELL_FILLED | {field: value})

        html = response.content.decode()
        assert response.status_code == 200
        assert words in error_at(html, field)
        assert "Not saved yet." in html
        assert not MassageSession.objects.exists()

    @pytest.mark.parametrize(("field", "value", "words"), BAD)
    def test_everything_else_that_was_typed_stays(self, ana_client: Client, field: str, value: Any, words: str) -> None:
        before = empty_form(ana_client).sent(WELL_FILLED | {field: value})

        after = PageForm(ana_client.post(PAGE, before).content.decode())

        for name in {*WELL_FILLED, "uid"} - {field}:
            wanted = before[name] if isinstance(before[name], list) else [before[name]]
            assert sorted(after.fields[name]) == sorted(wanted), name

    @pytest.mark.parametrize(
        ("field", "value"),
        [("minutes", "an hour"), ("cost", "free"), ("therapist_name", "Vera\x00Lang"), ("note", "Before\x00after")],
    )
    def test_what_was_typed_wrong_stays_as_well(self, ana_client: Client, field: str, value: str) -> None:
        assert PageForm(send(ana_client, {field: value}).content.decode()).value(field) == value

    @pytest.mark.parametrize("uid", UIDS)
    def test_a_lost_uid_is_asked_for_once_more(self, ana: User, ana_client: Client, uid: str | None) -> None:
        html = send(ana_client, WELL_FILLED | {"uid": uid}).content.decode()
        assert "Save it once more." in html

        ana_client.post(PAGE, PageForm(html).sent())

        assert newest(ana).note == "Slow at first."

    def test_what_was_changed_from_the_last_time_stands_open_beside_an_error(
        self, ana: User, ana_client: Client
    ) -> None:
        massage(ana, **LAST)
        opened = '<details class="more" open>\n  <summary><span>As last time'

        assert opened not in send(ana_client, {"at": "noon"}).content.decode()
        assert opened in send(ana_client, {"at": "noon", "minutes": "50"}).content.decode()
        assert opened in send(ana_client, {"minutes": "long"}).content.decode()


@pytest.mark.parametrize(
    ("typed", "kept"), [("60", "60.00"), ("59,5", "59.50"), (" 0 ", "0.00"), ("1e2", "100.00"), ("1234567.89",) * 2]
)
def test_a_cost_may_be_written_in_several_ways(ana: User, ana_client: Client, typed: str, kept: str) -> None:
    send(ana_client, {"cost": typed})

    assert newest(ana).cost == Decimal(kept)


@pytest.mark.parametrize("text", [*SCRIPTS, MARKUP])
def test_notes_and_names_read_back_in_every_script(ana: User, ana_client: Client, text: str) -> None:
    name = text.replace("\n", " ").replace("\t", " ")
    page = ana_client.post(PAGE, empty_form(ana_client).sent({"note": text, "therapist_name": name}), follow=True)

    assert (newest(ana).note, newest(ana).content.therapist_name) == (text, name)
    for html in (page.content.decode(), ana_client.get(PAGE).content.decode()):
        assert "<script>alert" not in html


def test_the_number_of_queries_does_not_depend_on_the_history(ana: User, ben: User) -> None:
    diary(ana, days=30)
    diary(ben, days=3650)

    counts = []
    for client in (signed_in(ana), signed_in(ben)):
        with CaptureQueriesContext(connection) as queries:
            client.get(PAGE)
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 6


class TestChoosingATherapist:
    def test_the_others_are_there_to_tap_whom_one_saw_last_first(self, ana: User, ana_client: Client) -> None:
        for days, name in ((9, "Kim"), (5, "李"), (7, "Olga"), (1, "Vera Lang")):
            massage(ana, on=today(ana) - dt.timedelta(days=days), therapist_name=name)

        form = empty_form(ana_client)

        assert form.value("therapist_name") == "Vera Lang"
        assert form.offered["other_therapist"] == ["", "李", "Olga", "Kim"]

    def test_one_tap_names_another(self, ana: User, ana_client: Client) -> None:
        for days, name in ((2, "Kim"), (1, "Vera Lang")):
            massage(ana, on=today(ana) - dt.timedelta(days=days), therapist_name=name)

        ana_client.post(PAGE, empty_form(ana_client).sent({"other_therapist": "Kim"}))

        assert newest(ana).content.therapist_name == "Kim"

    def test_what_is_typed_counts_before_what_is_tapped(self, ana: User, ana_client: Client) -> None:
        for days, name in ((2, "Kim"), (1, "Vera Lang")):
            massage(ana, on=today(ana) - dt.timedelta(days=days), therapist_name=name)

        ana_client.post(PAGE, empty_form(ana_client).sent({"other_therapist": "Kim", "therapist_name": "Olga"}))

        assert newest(ana).content.therapist_name == "Olga"

    def test_from_the_page_of_one_it_is_as_last_time_with_them(self, ana: User, ana_client: Client) -> None:
        massage(ana, on=today(ana) - dt.timedelta(days=2), therapist_name="Kim", minutes=45)
        massage(ana, on=today(ana) - dt.timedelta(days=1), therapist_name="Vera Lang", minutes=90)
        kim = MyTherapist.objects.get(name="Kim")
        link = re.search(r'href="(/massage/new/[?]with=[^"]*)"', ana_client.get(f"/my-therapists/{kim.uid}/").text)
        assert link

        form = PageForm(ana_client.get(link[1]).content.decode())
        assert (form.value("therapist_name"), form.value("minutes")) == ("Kim", "45")
        ana_client.post(link[1], form.sent({}))

        assert newest(ana).content.therapist_name == "Kim"

    def test_somebody_without_a_session_is_filled_in_alone(self, ana: User, ana_client: Client, ben: User) -> None:
        massage(ana, therapist_name="Kim", minutes=45)
        new, theirs = therapist(ana, "Olga"), therapist(ben, "Otto")

        form = PageForm(ana_client.get(f"{PAGE}?with={new.uid}").content.decode())
        assert (form.value("therapist_name"), form.value("minutes")) == ("Olga", "")
        for named in (theirs.uid, "gibberish", ""):
            form = PageForm(ana_client.get(f"{PAGE}?with={named}").content.decode())
            assert form.value("therapist_name") == "Kim"

    def test_with_one_therapist_there_is_nothing_to_tap(self, ana: User, ana_client: Client) -> None:
        massage(ana, therapist_name="Vera Lang")

        assert "other_therapist" not in empty_form(ana_client).offered

    def test_somebody_who_is_not_offered_is_refused(self, ana: User, ana_client: Client) -> None:
        for name in ("Kim", "Vera Lang"):
            massage(ana, therapist_name=name)

        page = ana_client.post(PAGE, empty_form(ana_client).sent({"other_therapist": "Nobody"}))

        assert "does not offer" in error_at(page.content.decode(), "other_therapist")

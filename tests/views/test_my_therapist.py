"""One of one's own therapists, and how the sessions with them went."""

import datetime as dt
from decimal import Decimal

import pytest
from django.test import Client

from journal.analytics.records import Answered
from journal.models import MyTherapist, Therapist, User
from tests.cast import listing, massage, massage_by, therapist
from tests.verdicts import COURSES, write
from tests.views.bad_input import MARKUP
from tests.views.page_form import PageForm

DAY = dt.date(2026, 5, 4)


def page(client: Client, found: MyTherapist) -> str:
    return " ".join(client.get(f"/my-therapists/{found.uid}/").content.decode().split())


def test_it_shows_what_is_kept_and_what_is_still_to_ask(ana: User, ana_client: Client) -> None:
    found = therapist(
        ana,
        "Vera Lang",
        goal="Sit for two hours.",
        recommended_by="Dr. Okafor",
        recommended_on=DAY,
        answers=(Answered(question="cost", answer="70 an hour"),),
        told=("numb",),
        note="Second floor.",
    )

    said = page(ana_client, found)

    for words in ("Sit for two hours.", "by Dr. Okafor on 4 May 2026", "70 an hour", "parts that are numb", "Second"):
        assert words in said
    assert "Still to ask: 8" in said
    assert "No session yet" in said


def test_it_adds_up_the_sessions_with_them_alone(ana: User, ana_client: Client) -> None:
    massage(ana, on=DAY, therapist_name="Vera", minutes=60, cost=Decimal(70), pain_before=7, pain_after=4)
    massage(ana, on=DAY + dt.timedelta(days=1), therapist_name="Kim", minutes=30, cost=Decimal(900))

    said = page(ana_client, MyTherapist.objects.get(name="Vera"))

    assert "<dt>Time</dt><dd>1 hour</dd>" in said
    assert "<dt>Cost</dt><dd>70</dd>" in said
    assert "pain right after was 3.0 points lower than before" in said
    assert "Not compared yet" in said


def test_the_verdict_stands_there_once_its_gate_is_passed(ana: User, ana_client: Client) -> None:
    write(ana, COURSES["lower"], therapist_name="Vera")
    massage(ana, therapist_name="Kim")

    assert "Lower pain after massages" in page(ana_client, MyTherapist.objects.get(name="Vera"))


def test_a_renamed_therapist_says_how_they_were_written_before(ana: User, ana_client: Client) -> None:
    massage(ana, therapist_name="V. Lang")
    found = MyTherapist.objects.get()
    edit = f"/my-therapists/{found.uid}/edit/"
    ana_client.post(edit, PageForm(ana_client.get(edit).content.decode()).sent({"name": "Vera Lang"}))

    assert "Also written: v. lang" in page(ana_client, found)
    assert "Vera Lang" in ana_client.get("/journal/").content.decode()


def test_the_journal_shows_their_sessions_in_one_tap(ana: User, ana_client: Client) -> None:
    massage(ana, therapist_name="Vera", note="With her.")
    massage(ana, therapist_name="Kim", note="With Kim.")
    said = page(ana_client, MyTherapist.objects.get(name="Vera"))

    journal = ana_client.post("/journal/", PageForm(said, action="/journal/").sent(), follow=True).content.decode()

    assert "With her." in journal
    assert "With Kim." not in journal


def test_deleting_offers_undo_and_leaves_the_name_in_the_sessions(ana: User, ana_client: Client) -> None:
    massage(ana, therapist_name="Vera")
    found = MyTherapist.objects.get()
    delete = f"/records/therapist/{found.uid}/delete/"

    gone = ana_client.post(delete, PageForm(page(ana_client, found), action=delete).sent(), follow=True)
    assert gone.redirect_chain == [("/my-therapists/", 302)]
    assert "Deleted. Your sessions keep the name: Vera" in gone.content.decode()
    assert ana_client.get(f"/my-therapists/{found.uid}/").status_code == 404
    assert "Vera" in ana_client.get("/journal/").content.decode()

    undone = ana_client.post(f"/records/therapist/{found.uid}/2/undo/", {"next": "/my-therapists/"}, follow=True)
    assert "It says again: Vera" in undone.content.decode()


@pytest.mark.parametrize(("state", "is_shown"), [("published", True), ("closed", True), ("hidden", False)])
def test_their_page_in_the_directory_is_linked_while_there_is_one(
    ana: User, ana_client: Client, state: str, is_shown: bool
) -> None:
    about = listing(name="Vera Lang")
    massage_by(ana, about)
    Therapist.objects.update(state=state)

    assert (f'href="/therapists/{about.uid}/"' in page(ana_client, MyTherapist.objects.get())) == is_shown


def test_words_are_text(ana: User, ana_client: Client) -> None:
    found = therapist(ana, MARKUP, note=MARKUP, goal=MARKUP, answers=(Answered(question="stop", answer=MARKUP),))

    assert "<script>alert" not in page(ana_client, found)
    assert "<script>alert" not in ana_client.get("/massage/new/").content.decode()


def test_a_stranger_finds_nothing(ana: User, ben_client: Client) -> None:
    assert ben_client.get(f"/my-therapists/{therapist(ana).uid}/").status_code == 404

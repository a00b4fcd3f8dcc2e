"""Adding a therapist: a name is enough, the checklist may be filled in."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from journal.actions.records import delete_record
from journal.analytics.records import Answered, TherapistContent
from journal.models import MyTherapist, User
from tests.cast import massage, therapist
from tests.views.bad_input import A_DAY_AHEAD_AND_MORE, NOTES, SCRIPTS, UIDS
from tests.views.page_form import PageForm, error_at

PAGE = "/my-therapists/new/"


def send(client: Client, changed: dict[str, Any]) -> Any:
    return client.post(PAGE, PageForm(client.get(PAGE).content.decode()).sent(changed))


def stored() -> MyTherapist:
    found: MyTherapist = MyTherapist.objects.get()
    return found


def test_a_name_is_enough(ana: User, ana_client: Client) -> None:
    response = send(ana_client, {"name": "  Vera   Lang "})

    assert response["Location"] == f"/my-therapists/{stored().uid}/"
    assert (stored().content, stored().user) == (TherapistContent(name="Vera Lang"), ana)


def test_everything_can_be_said(ana_client: Client) -> None:
    said = {
        "name": "Vera Lang",
        "goal": "Sit for two hours.",
        "recommended_by": "Dr. Okafor",
        "recommended_on": "2026-05-04",
        "insured": "Yes, with the FHT.",
        "stop": "Weakness.\r\nNumbness.",
        "told": ["weakness", "clots"],
        "note": "Second floor.",
    }

    send(ana_client, said)

    assert stored().content == TherapistContent(
        name="Vera Lang",
        goal="Sit for two hours.",
        recommended_by="Dr. Okafor",
        recommended_on=dt.date(2026, 5, 4),
        answers=(
            Answered(question="insured", answer="Yes, with the FHT."),
            Answered(question="stop", answer="Weakness.\nNumbness."),
        ),
        told=("clots", "weakness"),
        note="Second floor.",
    )


def test_sent_twice_is_saved_once(ana_client: Client) -> None:
    sent = PageForm(ana_client.get(PAGE).content.decode()).sent({"name": "Vera"})
    for _ in range(2):
        ana_client.post(PAGE, sent)

    assert MyTherapist.objects.count() == 1


@pytest.mark.parametrize("text", SCRIPTS)
def test_words_of_every_script_read_back(ana_client: Client, text: str) -> None:
    name = " ".join(text.split())

    send(ana_client, {"name": name, "note": text})

    assert (stored().name, stored().note) == (name, text)


def test_a_name_that_means_somebody_already_is_refused_beside_it(ana: User, ana_client: Client) -> None:
    massage(ana, therapist_name="Vera Lang")

    response = send(ana_client, {"name": "VERA LANG", "note": "Kept."})

    assert "means another therapist in your list" in error_at(response.content.decode(), "name")
    assert PageForm(response.content.decode()).value("note") == "Kept."
    assert MyTherapist.objects.count() == 1


def test_somebody_who_was_deleted_comes_back(ana: User, ana_client: Client) -> None:
    found = therapist(ana, "Vera Lang", note="Old.")
    delete_record(kind="therapist", user=ana, uid=found.uid, now=found.updated_at)

    page = ana_client.post(PAGE, PageForm(ana_client.get(PAGE).content.decode()).sent({"name": "vera lang"}))

    assert page["Location"] == f"/my-therapists/{found.uid}/"
    assert (stored().deleted_at, stored().name) == (None, "vera lang")


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        *NOTES,
        ("name", "", "Write a name"),
        ("name", "\u3000", "Write a name"),
        ("name", "x" * 121, "up to 120 fit"),
        ("name", "a\x00b", "invisible character"),
        ("goal", "x" * 2001, "up to 2,000 fit"),
        ("cost", "x" * 2001, "up to 2,000 fit"),
        ("cost", "a\x00", "invisible character"),
        ("recommended_by", "x" * 121, "up to 120 fit"),
        ("recommended_on", "soon", "year-month-day"),
        ("recommended_on", A_DAY_AHEAD_AND_MORE, "in the future"),
        ("recommended_on", "9999-12-31", "in the future"),
        ("recommended_on", "0001-01-01", "from 1900 on"),
        ("told", ["everything"], "does not offer"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(ana_client: Client, field: str, value: Any, words: str) -> None:
    response = send(ana_client, {"name": "Vera", field: value})

    assert words in error_at(response.content.decode(), field)
    assert not MyTherapist.objects.exists()


@pytest.mark.parametrize("uid", UIDS)
def test_a_form_without_its_uid_is_shown_again(ana_client: Client, uid: str | None) -> None:
    response = send(ana_client, {"name": "Vera", "uid": uid})

    assert "Save it once more" in response.content.decode()
    assert not MyTherapist.objects.exists()

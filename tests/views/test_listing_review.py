"""Writing a review and changing it."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from journal.models import Therapist, TherapistReview, User
from tests.cast import listing, massage_by, pain, review
from tests.views.bad_input import SCRIPTS, VERSIONS
from tests.views.page_form import PageForm, error_at

SAID = {"rating": "4", "text": "Listens.", "shown_name": "Walker"}


@pytest.fixture
def about(ana: User) -> Therapist:
    made = listing()
    massage_by(ana, made)
    return made


def page(about: Therapist) -> str:
    return f"/therapists/{about.uid}/review/"


def send(client: Client, about: Therapist, **said: Any) -> Any:
    return client.post(page(about), PageForm(client.get(page(about)).text).sent(SAID | said))


def stored() -> TherapistReview:
    found: TherapistReview = TherapistReview.objects.get()
    return found


def test_it_is_sent_and_waits(ana: User, ana_client: Client, about: Therapist) -> None:
    response = send(ana_client, about)

    assert response["Location"] == f"/therapists/{about.uid}/"
    assert (stored().author, stored().rating, stored().text, stored().shown_name) == (ana, 4, "Listens.", "Walker")
    assert stored().state == "pending"


def test_somebody_who_was_not_there_is_led_back(ben_client: Client, about: Therapist) -> None:
    assert ben_client.get(page(about))["Location"] == f"/therapists/{about.uid}/"
    assert ben_client.post(page(about), SAID)["Location"] == f"/therapists/{about.uid}/"
    assert not TherapistReview.objects.exists()


def test_a_session_that_is_gone_when_it_is_sent_is_told(ana: User, ana_client: Client, about: Therapist) -> None:
    review(about, ana)
    ana.massagesession_set.all().delete()

    assert "Log a massage with them first" in send(ana_client, about, text="Changed.").text


def test_what_was_written_is_there_to_change(ana: User, ana_client: Client, about: Therapist) -> None:
    review(about, ana, rating=2, text="So so.", shown_name="W")

    form = PageForm(ana_client.get(page(about)).text)
    assert (form.value("rating"), form.value("text"), form.value("shown_name")) == ("2", "So so.", "W")
    ana_client.post(page(about), form.sent({"rating": "5"}))

    assert (stored().rating, stored().state, stored().version) == (5, "pending", 2)


def test_after_it_was_taken_back_the_form_is_empty(ana: User, ana_client: Client, about: Therapist) -> None:
    review(about, ana, state="withdrawn", shown_name="", rating=2)

    assert PageForm(ana_client.get(page(about)).text).value("rating") == ""
    send(ana_client, about)
    assert stored().state == "pending"


def test_a_stale_change_shows_both_texts(ana: User, ana_client: Client, about: Therapist) -> None:
    form = PageForm(ana_client.get(page(about)).text)
    send(ana_client, about, text="From the phone.")

    response = ana_client.post(page(about), form.sent(SAID | {"text": "From the desk."}))

    assert response.status_code == 409
    assert "From the phone." in response.text
    again = PageForm(response.text)
    assert again.value("text") == "From the desk."
    ana_client.post(page(about), again.sent())
    assert stored().text == "From the desk."


@pytest.mark.parametrize("allowed", [True, False])
def test_a_trusted_author_is_published_at_once_only_where_the_site_says_so(
    allowed: bool, ana: User, ana_client: Client, about: Therapist, settings: Settings
) -> None:
    settings.REVIEWS_PUBLISH_TRUSTED = allowed
    User.objects.filter(pk=ana.pk).update(date_joined=timezone.now() - dt.timedelta(days=30))
    for _ in range(5):
        pain(ana)

    send(ana_client, about)

    assert stored().state == ("published" if allowed else "pending")


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("rating", None, "from 1 to 5"),
        ("rating", "0", "from 1 to 5"),
        ("rating", "6", "from 1 to 5"),
        ("rating", "five", "from 1 to 5"),
        ("shown_name", "  ", "Write a name"),
        ("shown_name", "x" * 61, "up to 60 fit"),
        ("text", "x" * 3001, "up to 3,000 fit"),
        ("text", "a\x00b", "invisible character"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    ana_client: Client, about: Therapist, field: str, value: str | None, words: str
) -> None:
    assert words in error_at(send(ana_client, about, **{field: value}).text, field)
    assert not TherapistReview.objects.exists()


@pytest.mark.parametrize("version", VERSIONS)
def test_a_form_without_its_version_changes_nothing_unseen(
    ana: User, ana_client: Client, about: Therapist, version: str | None
) -> None:
    review(about, ana, text="There already.")

    assert send(ana_client, about, version=version).status_code == 409
    assert stored().text == "There already."


@pytest.mark.parametrize("text", SCRIPTS)
def test_every_script_reads_back_the_same(ana_client: Client, about: Therapist, text: str) -> None:
    send(ana_client, about, text=text)

    assert PageForm(ana_client.get(page(about)).text).value("text").replace("\r\n", "\n") == text

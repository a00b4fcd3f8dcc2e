"""Saying what is different about a listing."""

from typing import Any

import pytest
from django.test import Client

from journal.models import ListingChange, Therapist, User
from tests.cast import listing
from tests.views.page_form import PageForm, error_at


@pytest.fixture
def about(db: None) -> Therapist:
    return listing(phone="0113 496 0000", techniques=("thai", "sports"), price_from=60, currency="GBP")


def page(about: Therapist) -> str:
    return f"/therapists/{about.uid}/change/"


def send(client: Client, about: Therapist, **said: Any) -> Any:
    return client.post(page(about), PageForm(client.get(page(about)).text).sent(said))


def stored() -> ListingChange:
    return ListingChange.objects.get()


def test_only_what_differs_is_sent(ana: User, ana_client: Client, about: Therapist) -> None:
    response = send(ana_client, about, phone="0113 496 0001", techniques=["thai"], words="On their door.")

    assert response["Location"] == f"/therapists/{about.uid}/"
    assert stored().proposed == {"phone": "0113 496 0001", "techniques": ["thai"]}
    assert (stored().kind, stored().state, stored().words, stored().author) == (
        "change",
        "pending",
        "On their door.",
        ana,
    )


def test_the_listing_stays_as_it_is(ana_client: Client, about: Therapist) -> None:
    before = about.content

    send(ana_client, about, name="Somebody Else")

    about.refresh_from_db()
    assert about.content == before


def test_a_practice_that_closed_needs_no_fact(ana_client: Client, about: Therapist) -> None:
    send(ana_client, about, kind="closed", phone="0113 496 0001")

    assert (stored().kind, stored().proposed) == ("closed", {})


def test_nothing_different_is_not_sent(ana_client: Client, about: Therapist) -> None:
    assert "Nothing is different" in send(ana_client, about).text
    assert not ListingChange.objects.exists()


def test_sent_twice_it_is_there_once(ana_client: Client, about: Therapist) -> None:
    sent = PageForm(ana_client.get(page(about)).text).sent({"kind": "closed"})

    ana_client.post(page(about), sent)
    ana_client.post(page(about), sent)

    assert ListingChange.objects.count() == 1


def test_a_listing_that_changed_meanwhile_is_shown_beside_what_was_typed(ana_client: Client, about: Therapist) -> None:
    sent = PageForm(ana_client.get(page(about)).text).sent({"street": "2 New Street"})
    about.phone, about.version = "0113 496 9999", 2
    about.save()

    response = ana_client.post(page(about), sent)

    assert response.status_code == 409
    assert not ListingChange.objects.exists()
    assert "0113 496 9999 becomes <mark>0113 496 0000</mark>" in " ".join(response.text.split())
    ana_client.post(page(about), PageForm(response.text).sent({"phone": "0113 496 9999"}))
    assert stored().proposed == {"street": "2 New Street"}


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("kind", "exploded", "Choose what is different"),
        ("name", "", "Write the name"),
        ("words", "x" * 2001, "2,000 fit"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    ana_client: Client, about: Therapist, field: str, value: str, words: str
) -> None:
    assert words in error_at(send(ana_client, about, **{field: value}).text, field)
    assert not ListingChange.objects.exists()


@pytest.mark.parametrize("state", ["pending", "hidden", "rejected"])
def test_only_listings_that_can_be_read_can_be_changed(ana_client: Client, state: str) -> None:
    assert ana_client.get(page(listing(state=state))).status_code == 404

"""Deleting a record from the journal."""

import uuid

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from journal.models import DayLog, DoctorVisit, FlareUp, MassageSession, MedicationDose, PainEntry, User, VisitQuestion
from tests.cast import day_log, flare, massage, medicine, pain, question, visit


def address(kind: str, uid: uuid.UUID) -> str:
    return reverse("record_delete", args=[kind, uid])


@pytest.mark.parametrize(("kind", "make", "model"), [
    ("pain", pain, PainEntry), ("massage", massage, MassageSession), ("flare", flare, FlareUp),
    ("day", day_log, DayLog), ("medicine", medicine, MedicationDose),
    ("visit", visit, DoctorVisit), ("question", question, VisitQuestion),
])  # fmt: skip
def test_any_record_can_be_deleted(ana: User, ana_client: Client, kind: str, make: object, model: type) -> None:
    record = make(ana)  # type: ignore[operator]
    response = ana_client.post(address(kind, record.uid))

    listed_on = "/visits/" if kind in ("visit", "question") else "/journal/"
    assert (response.status_code, response["Location"]) == (302, listed_on)
    assert not model.objects.owned_by(ana).exists()  # type: ignore[attr-defined]


def test_it_says_what_was_deleted_and_offers_undo(ana: User, ana_client: Client) -> None:
    entry = pain(ana, 6, note="Long drive.")
    page = ana_client.post(address("pain", entry.uid), follow=True)
    entry.refresh_from_db()
    (message,) = page.context["messages"]

    assert str(message).startswith("Deleted. It said: ")
    assert str(message).endswith("09:00 – 6")
    assert message.extra_tags == f"undo pain {entry.uid} {entry.version}"
    assert reverse("record_undo", args=["pain", entry.uid, entry.version]) in page.content.decode()


def test_deleting_twice_deletes_once(ana: User, ana_client: Client) -> None:
    entry = pain(ana)
    ana_client.post(address("pain", entry.uid))
    entry.refresh_from_db()
    first = (entry.version, entry.deleted_at)
    response = ana_client.post(address("pain", entry.uid))
    entry.refresh_from_db()

    assert response.status_code == 302
    assert (entry.version, entry.deleted_at) == first


def test_it_returns_to_the_page_it_came_from(ana: User, ana_client: Client) -> None:
    entry = pain(ana)
    response = ana_client.post(address("pain", entry.uid), {"next": "/journal/?before=abc"})
    assert response["Location"] == "/journal/?before=abc"


@pytest.mark.parametrize(
    "elsewhere", ["https://example.org/", "//example.org/", "javascript:alert(1)", "/\\example.org", "", "\x00"]
)
def test_it_never_leads_to_another_site(ana: User, ana_client: Client, elsewhere: str) -> None:
    entry = pain(ana)
    assert ana_client.post(address("pain", entry.uid), {"next": elsewhere})["Location"] == "/journal/"


def test_it_rejects_a_stranger(ana: User, ben_client: Client) -> None:
    entry = pain(ana)
    response = ben_client.post(address("pain", entry.uid))
    entry.refresh_from_db()

    assert response.status_code == 404
    assert entry.deleted_at is None
    assert not list(get_messages(response.wsgi_request))


@pytest.mark.parametrize("kind", ["sleep", "user", "Pain", "massage"])
def test_a_kind_that_it_is_not_is_not_found(ana: User, ana_client: Client, kind: str) -> None:
    entry = pain(ana)
    assert ana_client.post(address(kind, entry.uid)).status_code == 404


def test_opening_the_address_deletes_nothing(ana: User, ana_client: Client) -> None:
    entry = pain(ana)
    assert ana_client.get(address("pain", entry.uid)).status_code == 405
    assert PainEntry.objects.owned_by(ana).exists()

"""Taking back the last change of a record."""

import datetime as dt
import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from journal.actions.records import change_record, delete_record
from journal.analytics.records import PainContent
from journal.models import FlareUp, PainEntry, User
from tests.cast import flare, pain


def undo(client: Client, record: Any, **typed: str) -> str:
    """Undo the record's latest version, and what the page then says."""
    address = reverse("record_undo", args=[record.KIND, record.uid, record.version])
    page = client.post(address, typed, follow=True)
    assert page.redirect_chain == [(typed.get("next", "/journal/"), 302)]
    record.refresh_from_db()
    (message,) = page.context["messages"]
    return str(message)


def deleted(user: User, record: Any) -> Any:
    return delete_record(kind=record.KIND, user=user, uid=record.uid, now=timezone.now())


def test_a_deleted_record_comes_back(ana: User, ana_client: Client) -> None:
    entry = deleted(ana, pain(ana, 6, at=dt.time(21, 40)))
    said = undo(ana_client, entry)

    assert entry.deleted_at is None
    assert said.startswith("Undone. It says again: ")
    assert said.endswith("21:40 – 6")


def test_a_changed_record_says_again_what_it_said(ana: User, ana_client: Client) -> None:
    entry = pain(ana, 6)
    changed = change_record(
        kind="pain",
        user=ana,
        uid=entry.uid,
        version=1,
        content=PainContent(intensity=2),
        moment=entry.moment,
        now=timezone.now(),
    )
    undo(ana_client, changed)

    assert changed.intensity == 6


def test_a_new_record_is_taken_out_again(ana: User, ana_client: Client) -> None:
    entry = pain(ana, 6)
    said = undo(ana_client, entry)

    assert entry.deleted_at is not None
    assert said.startswith("Undone. No longer in your diary: ")


def test_an_undo_can_be_undone(ana: User, ana_client: Client) -> None:
    entry = pain(ana, 6)
    undo(ana_client, entry)
    undo(ana_client, entry)

    assert entry.deleted_at is None


def test_what_was_changed_since_stays_as_it_is(ana: User, ana_client: Client) -> None:
    entry = pain(ana, 6)
    for _ in range(2):
        deleted(ana, entry)
        entry.refresh_from_db()
        undo(ana_client, entry)
    entry.version = 1
    said = undo(ana_client, entry)

    assert said.startswith("This could not be undone any more. It stays as it is: ")
    assert entry.deleted_at is None


def test_tapping_twice_undoes_once(ana: User, ana_client: Client) -> None:
    entry = deleted(ana, pain(ana))
    address = reverse("record_undo", args=["pain", entry.uid, entry.version])
    ana_client.post(address)
    ana_client.post(address)
    entry.refresh_from_db()

    assert entry.deleted_at is None


def test_a_flare_up_does_not_come_back_beside_another_that_lasts(ana: User, ana_client: Client) -> None:
    first = deleted(ana, flare(ana))
    flare(ana)
    said = undo(ana_client, first)

    assert said.startswith("Another flare-up has begun since.")
    assert first.deleted_at is not None
    assert FlareUp.objects.owned_by(ana).count() == 1


def test_it_returns_to_the_page_it_came_from(ana: User, ana_client: Client) -> None:
    undo(ana_client, deleted(ana, pain(ana)), next="/pain/new/")


def test_it_rejects_a_stranger(ana: User, ben_client: Client) -> None:
    entry = deleted(ana, pain(ana))
    response = ben_client.post(reverse("record_undo", args=["pain", entry.uid, entry.version]))

    assert response.status_code == 404
    assert not PainEntry.objects.owned_by(ana).exists()


@pytest.mark.parametrize(("kind", "uid"), [("sleep", None), ("massage", None), ("pain", uuid.uuid4())])
def test_what_is_not_there_is_not_found(ana: User, ana_client: Client, kind: str, uid: uuid.UUID | None) -> None:
    entry = pain(ana)
    assert ana_client.post(reverse("record_undo", args=[kind, uid or entry.uid, 1])).status_code == 404


@pytest.mark.parametrize("version", [0, 2, 10**30])
def test_a_version_that_never_was_changes_nothing(ana: User, ana_client: Client, version: int) -> None:
    entry = pain(ana, 6)
    response = ana_client.post(reverse("record_undo", args=["pain", entry.uid, version]))
    entry.refresh_from_db()

    assert response.status_code == 302
    assert (entry.version, entry.deleted_at) == (1, None)


def test_opening_the_address_undoes_nothing(ana: User, ana_client: Client) -> None:
    entry = pain(ana)
    assert ana_client.get(reverse("record_undo", args=["pain", entry.uid, 1])).status_code == 405
    assert PainEntry.objects.owned_by(ana).exists()

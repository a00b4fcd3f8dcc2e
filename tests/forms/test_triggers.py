"""What may have set pain or a flare-up off: sent, stored, shown and kept."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from journal.actions.records import undo_change
from journal.analytics.records import Triggered
from journal.analytics.vocabulary import Trigger
from journal.models import FlareUp, PainEntry, Revision, User
from tests.cast import flare, pain
from tests.views.page_form import PageForm, error_at

DAY = dt.date(2026, 5, 4)
SAID = (Triggered(trigger="sitting", rating=3), Triggered(trigger="stress", rating=0))


def send(client: Client, page: str, changed: dict[str, Any]) -> Any:
    return client.post(page, PageForm(client.get(page).content.decode()).sent(changed))


@pytest.mark.parametrize(
    ("page", "model", "said"),
    [("/pain/new/", PainEntry, {"intensity": "6"}), ("/flares/new/", FlareUp, {"day": "2026-05-04"})],
)
def test_they_are_kept_with_a_record_and_come_back(
    ana: User, ana_client: Client, page: str, model: Any, said: dict[str, str]
) -> None:
    send(ana_client, page, said | {"trigger_sitting": "3", "trigger_stress": "0"})

    record = model.objects.get()
    assert record.content.triggers == SAID
    address = reverse(f"{record.KIND}_edit", args=[record.uid])
    edit = PageForm(ana_client.get(address).content.decode())
    assert (edit.value("trigger_sitting"), edit.value("trigger_stress"), edit.value("trigger_cold")) == ("3", "0", "")


def test_every_trigger_of_the_list_can_be_rated(ana_client: Client) -> None:
    form = PageForm(ana_client.get("/pain/new/").content.decode())

    for trigger in Trigger:
        assert form.offered[f"trigger_{trigger.value}"] == ["", "0", "1", "2", "3"]


def test_the_journal_says_those_that_had_to_do_with_it(ana: User, ana_client: Client) -> None:
    send(
        ana_client, "/pain/new/", {"intensity": "6", "trigger_sitting": "3", "trigger_cold": "1", "trigger_stress": "0"}
    )
    send(ana_client, "/flares/new/", {"day": "2026-05-04", "trigger_driving": "2"})

    page = ana_client.get("/journal/").content.decode()
    assert "Moderate; perhaps from long sitting (strongly), cold (a little)" in page
    assert "A flare-up began; perhaps from driving" in page


@pytest.mark.parametrize(("make", "kind"), [(pain, "pain"), (flare, "flare")])
def test_a_change_keeps_the_earlier_ones(ana: User, ana_client: Client, make: Any, kind: str) -> None:
    record = make(ana, on=DAY)
    page = reverse(f"{kind}_edit", args=[record.uid])

    send(ana_client, page, {"trigger_cold": "2"})
    send(ana_client, page, {"trigger_cold": "3"})
    record.refresh_from_db()
    assert record.content.triggers == (Triggered(trigger="cold", rating=3),)

    undone = undo_change(kind=kind, user=ana, uid=record.uid, version=3, now=dt.datetime.now(dt.UTC))
    assert undone.content.triggers == (Triggered(trigger="cold", rating=2),)
    assert Revision.objects.count() == 3


@pytest.mark.parametrize("value", ["4", "-1", "x", "1.5", "\x00"])
def test_a_rating_that_cannot_be_is_refused(ana_client: Client, value: str) -> None:
    response = send(ana_client, "/pain/new/", {"intensity": "6", "trigger_cold": value})

    assert "does not offer" in error_at(response.content.decode(), "trigger_cold")
    assert not PainEntry.objects.exists()

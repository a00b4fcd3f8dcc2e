"""Changing a dose."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from journal.analytics.records import MedicineContent
from journal.models import MedicationDose, User
from tests.cast import medicine
from tests.views.page_form import PageForm, error_at

DAY = dt.date(2026, 5, 4)
SAID = MedicineContent(name="Tramadol", dose=Decimal("0.5"), unit="tablet", taken=False, note="Felt sick.")


@pytest.fixture
def dose(ana: User) -> MedicationDose:
    return medicine(ana, on=DAY, **vars(SAID))


def page_form(client: Client, dose: MedicationDose) -> PageForm:
    return PageForm(client.get(f"/medicine/{dose.uid}/").content.decode())


def send(client: Client, dose: MedicationDose, changed: dict[str, Any]) -> Any:
    return client.post(f"/medicine/{dose.uid}/", page_form(client, dose).sent(changed))


def stored(dose: MedicationDose) -> MedicationDose:
    found: MedicationDose = MedicationDose.objects.get(pk=dose.pk)
    return found


def test_without_a_change_everything_stays(ana_client: Client, dose: MedicationDose) -> None:
    response = send(ana_client, dose, {})

    assert response["Location"] == "/journal/"
    assert (stored(dose).content, stored(dose).moment, stored(dose).version) == (SAID, dose.moment, 1)


def test_taken_after_all(ana_client: Client, dose: MedicationDose) -> None:
    send(ana_client, dose, {"taken": "yes"})

    assert stored(dose).content == replace(SAID, taken=True)


def test_a_name_cannot_be_taken_out(ana_client: Client, dose: MedicationDose) -> None:
    response = send(ana_client, dose, {"name": ""})

    assert "Write the name" in error_at(response.content.decode(), "name")
    assert stored(dose).content == SAID


def test_a_stale_change_shows_both(ana_client: Client, dose: MedicationDose) -> None:
    mine = page_form(ana_client, dose).sent({"dose": "2"})
    send(ana_client, dose, {"taken": "yes"})

    response = ana_client.post(f"/medicine/{dose.uid}/", mine)

    assert response.status_code == 409
    assert "Tramadol 2 tablets" in response.content.decode()
    assert stored(dose).content == replace(SAID, taken=True)


def test_a_stranger_finds_nothing(ben_client: Client, dose: MedicationDose) -> None:
    assert ben_client.get(f"/medicine/{dose.uid}/").status_code == 404

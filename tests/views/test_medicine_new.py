"""Logging a medicine: in one tap, or typed."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from journal.analytics.records import MedicineContent
from journal.models import MedicationDose, User
from tests.cast import medicine, today
from tests.views.bad_input import MARKUP, MOMENTS, NOTES, UIDS
from tests.views.page_form import PageForm, error_at

PAGE = "/medicine/new/"


def send(client: Client, changed: dict[str, Any]) -> Any:
    return client.post(PAGE, PageForm(client.get(PAGE).content.decode()).sent(changed))


def stored() -> MedicationDose:
    found: MedicationDose = MedicationDose.objects.get()
    return found


def taps(client: Client) -> PageForm:
    """The form of the dose that was used last."""
    return PageForm(client.get(PAGE).content.decode(), action=PAGE)


def test_a_name_is_enough_and_it_counts_as_taken_now(ana: User, ana_client: Client) -> None:
    response = send(ana_client, {"name": "  Ibuprofen "})

    assert response["Location"] == "/"
    assert stored().content == MedicineContent(name="Ibuprofen")
    assert (stored().local_date, stored().time_known) == (today(ana), True)


def test_everything_can_be_said(ana_client: Client) -> None:
    said = {
        "name": "Tramadol",
        "dose": "0,5",
        "unit": "tablet",
        "taken": "no",
        "note": "Felt sick.",
        "day": "2026-05-04",
    }

    send(ana_client, said)

    assert stored().content == MedicineContent(
        name="Tramadol", dose=Decimal("0.5"), unit="tablet", taken=False, note="Felt sick."
    )
    assert (stored().local_date, stored().time_known) == (dt.date(2026, 5, 4), False)


@pytest.mark.parametrize(("taken", "said"), [("yes", "Ibuprofen 400 mg"), ("no", "not taken: Ibuprofen 400 mg")])
def test_one_tap_logs_a_dose_used_before(ana: User, ana_client: Client, taken: str, said: str) -> None:
    medicine(ana, on=dt.date(2026, 5, 4), note="Not copied.")
    form = taps(ana_client)
    assert ("taken", taken) in form.buttons

    response = ana_client.post(PAGE, form.sent({"taken": taken}), follow=True)

    latest = MedicationDose.objects.order_by("-pk")[0]
    assert latest.content == MedicineContent(name="Ibuprofen", dose=Decimal(400), unit="mg", taken=taken == "yes")
    assert latest.local_date == today(ana)
    assert said in response.content.decode()


def test_tapped_twice_is_logged_once(ana: User, ana_client: Client) -> None:
    medicine(ana, on=dt.date(2026, 5, 4))
    sent = taps(ana_client).sent({"taken": "yes"})

    ana_client.post(PAGE, sent)
    ana_client.post(PAGE, sent)

    assert MedicationDose.objects.count() == 2


def test_two_taps_on_two_medicines_of_one_page_are_two(ana: User, ana_client: Client) -> None:
    medicine(ana, on=dt.date(2026, 5, 4))
    medicine(ana, on=dt.date(2026, 5, 5), name="Paracetamol")
    page = ana_client.get(PAGE)
    uids = {used.uid for used in page.context["form"].used_before}

    assert len(uids) == 2


def test_the_ones_used_before_stand_once_the_latest_first(ana: User, ana_client: Client) -> None:
    for day, name, dose in ((1, "Old", 1), (2, "Ibuprofen", 400), (3, "ibuprofen", 400), (4, "Ibuprofen", 600)):
        medicine(ana, on=dt.date(2026, 5, day), name=name, dose=Decimal(dose))

    used = [dose.words for dose in ana_client.get(PAGE).context["form"].used_before]

    assert used == ["Ibuprofen 600 mg", "ibuprofen 400 mg", "Old 1 mg"]


def test_those_of_others_are_not_offered(ana: User, ben_client: Client) -> None:
    medicine(ana, name="Private")

    assert "Private" not in ben_client.get(PAGE).content.decode()


def test_a_name_is_shown_as_it_was_typed(ana: User, ana_client: Client) -> None:
    medicine(ana, name=MARKUP)

    assert MARKUP not in ana_client.get(PAGE).content.decode()
    assert taps(ana_client).value("name") == MARKUP


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        *NOTES,
        *MOMENTS,
        ("name", "", "Write the name"),
        ("name", "   ", "Write the name"),
        ("name", "x" * 121, "up to 120 fit"),
        ("name", "a\x00b", "invisible character"),
        *(("dose", value, "above 0") for value in ("0", "-1", "many", "nan", "1e99", "0.0001", "9999999", "\x00")),
        ("unit", "barrel", "does not offer"),
        ("taken", "maybe", "“Taken” or “Not taken”"),
        ("taken", None, "“Taken” or “Not taken”"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    ana_client: Client, field: str, value: str | None, words: str
) -> None:
    response = send(ana_client, {"name": "Ibuprofen", field: value})

    assert words in error_at(response.content.decode(), field)
    assert not MedicationDose.objects.exists()


@pytest.mark.parametrize("uid", UIDS)
def test_a_form_without_its_uid_is_shown_again(ana_client: Client, uid: str | None) -> None:
    response = send(ana_client, {"name": "Ibuprofen", "uid": uid})

    assert "Save it once more" in response.content.decode()
    assert not MedicationDose.objects.exists()

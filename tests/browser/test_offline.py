"""A page on a train: what is typed stays where it is until there is a connection again."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from journal.models import MedicationDose, PainDraft, PainEntry, User
from tests.browser.axe import axe
from tests.browser.conftest import PHONE, Complaints

SignIn = Callable[[Page, User], None]
NewPage = Callable[..., Page]
WORDS = "You are offline"


def test_a_form_stays_as_it_is_and_is_saved_once_later(ana: User, new_page: NewPage, sign_in: SignIn) -> None:
    page = new_page(size=PHONE)
    sign_in(page, ana)
    page.goto("/medicine/new/")
    name = page.get_by_label("Medicine", exact=True)
    name.fill("Ibuprofen")

    page.context.set_offline(True)
    for _ in range(2):
        page.get_by_role("main").get_by_role("button", name="Save").click()
        expect(page.get_by_role("alert")).to_have_count(1)
    expect(page.get_by_role("alert")).to_contain_text(WORDS)
    expect(name).to_have_value("Ibuprofen")
    assert not MedicationDose.objects.exists()
    assert axe(page) == []

    page.context.set_offline(False)
    expect(page.get_by_role("alert")).to_have_count(0)
    page.get_by_role("main").get_by_role("button", name="Save").click()
    page.get_by_role("status").get_by_text("Saved").wait_for()
    assert MedicationDose.objects.get().content.name == "Ibuprofen"


def test_what_is_typed_afterwards_still_goes_into_the_draft(
    ana: User, new_page: NewPage, sign_in: SignIn, complaints: Complaints
) -> None:
    complaints.expect("ERR_INTERNET_DISCONNECTED")  # the draft that could not be sent
    page = new_page(size=PHONE)
    sign_in(page, ana)
    page.goto("/pain/new/")
    page.get_by_text("7", exact=True).first.click()
    page.context.set_offline(True)
    page.get_by_role("button", name="Save").click()
    page.get_by_text(WORDS).wait_for()
    page.context.set_offline(False)

    with page.expect_response("**/pain/draft/"):
        page.get_by_label("Note").fill("after the tunnel")

    assert PainDraft.objects.get().fields["note"] == ["after the tunnel"]
    assert not PainEntry.objects.exists()

"""The directory with nothing but a keyboard, and what is shown while a therapist is typed in."""

from collections.abc import Callable
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from journal.models import Therapist, User
from tests import cast
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_log_by_keyboard import tab_to

SignIn = Callable[[Page, User], None]
NewPage = Callable[..., Page]


def test_somebody_is_looked_for_by_keyboard(ana: User, new_page: NewPage, sign_in: SignIn) -> None:
    cast.listing(name="Vera Lang", place="Leeds", knows_sciatica="yes")
    cast.listing(name="Bruno Stein", place="York")
    page = new_page(size=PHONE)
    sign_in(page, ana)
    page.goto("/therapists/")

    tab_to(page, "Town, city or postcode")
    page.keyboard.type("lee")
    tab_to(page, "More to choose by")
    page.keyboard.press("Enter")
    tab_to(page, "Experience with sciatica")
    page.keyboard.press("Space")
    tab_to(page, "Search")
    page.keyboard.press("Enter")

    page.get_by_text("Showing therapists in").wait_for()
    expect(page.get_by_role("link", name="Vera Lang")).to_be_visible()
    expect(page.get_by_role("link", name="Bruno Stein")).to_have_count(0)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_somebody_who_is_there_already_is_shown(scripts: bool, ana: User, new_page: NewPage, sign_in: SignIn) -> None:
    cast.listing(name="Vera Lang", place="Leeds")
    page = new_page(size=DESKTOP, java_script_enabled=scripts)
    sign_in(page, ana)
    page.goto("/therapists/new/")

    page.get_by_label("Name", exact=True).fill("Lang Vera")
    page.get_by_label("Town or city").fill("leeds")
    page.get_by_label("Country").select_option("GB")
    if not scripts:
        page.get_by_role("button", name="Send it").click()

    expect(page.get_by_role("heading", name="Is it one of these?")).to_be_visible()
    expect(page.get_by_role("link", name="Vera Lang")).to_be_visible()
    assert Therapist.objects.count() == 1
    page.get_by_role("button", name="Send it" if scripts else "It is none of these").click()
    if scripts:
        page.get_by_role("button", name="It is none of these").click()
    page.get_by_text("It is sent").wait_for()
    assert Therapist.objects.filter(state="pending").count() == 1


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_list_to_take_along_fits_on_one_sheet(paper: str, ana: User, new_page: NewPage, sign_in: SignIn) -> None:
    page = new_page(size=DESKTOP)
    sign_in(page, ana)
    page.goto("/therapists/checklist/")

    assert len(PdfReader(BytesIO(page.pdf(format=paper))).pages) == 1


def test_the_list_to_take_along_can_be_printed_where_a_script_can(
    ana: User, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(size=PHONE)
    sign_in(page, ana)
    page.goto("/therapists/checklist/")

    page.evaluate("window.print = () => { document.title = 'printed'; }")
    page.get_by_role("button", name="Print this page").click()

    assert page.title() == "printed"

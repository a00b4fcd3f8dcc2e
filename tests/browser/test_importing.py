"""Importing a diary in a real browser: accessible at every step, the bar moves by itself, and without scripts too."""

from collections.abc import Callable, Iterator
from unittest.mock import patch

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from journal.models import DiaryImport, PainEntry, User
from tests.browser.axe import axe
from tests.browser.conftest import DESKTOP, Complaints

SignIn = Callable[[Page, User], None]
DIARY = (
    "My diary, no value = as above\nyear,month,day,where,side,pain,feels like,\n"
    + "".join(f"2020,1,{day},Calf,left,4.5,burning,could be {day}\n,,,Elbow,,3,,\n" for day in range(1, 20))
    + ",2,30,Calf,left,4,,\n,2,1,Calf,left,12,,\n"
)


@pytest.fixture(autouse=True)
def seven_rows_at_once() -> Iterator[None]:
    with patch("journal.import_steps.ROWS_AT_ONCE", 7):
        yield


def choose_file(page: Page, content: bytes | str = DIARY) -> None:
    page.goto("/import/")
    file = content.encode() if isinstance(content, str) else content
    page.get_by_label("Your file").set_input_files({"name": "diary.csv", "mimeType": "text/csv", "buffer": file})
    page.get_by_role("button", name="Go on").click()


def check(page: Page) -> None:
    """No barrier on this page, and no scrolling sideways."""
    assert axe(page) == []
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


def test_every_step_is_accessible_in_every_look(each_look: Page, ana: User, sign_in: SignIn) -> None:
    sign_in(each_look, ana)
    each_look.goto("/import/")
    each_look.get_by_text("What the file may look like").click()
    check(each_look)
    choose_file(each_look, b"PK\x03\x04")
    expect(each_look.get_by_text("This is a workbook").first).to_be_visible()
    check(each_look)

    choose_file(each_look)
    each_look.get_by_label("The number for no pain").fill("none")
    each_look.get_by_role("button", name="See what will be stored").click()
    expect(each_look.get_by_text("Write a number").first).to_be_visible()
    check(each_look)
    each_look.get_by_label("The number for no pain").fill("0")
    each_look.get_by_role("button", name="See what will be stored").click()
    expect(each_look.get_by_role("heading", name="2 rows that cannot be stored")).to_be_visible()
    check(each_look)

    each_look.get_by_role("button", name="Import 38 rows").click()
    expect(each_look.get_by_role("heading", name="Your diary is imported")).to_be_visible()
    check(each_look)
    each_look.get_by_role("button", name="Take this import back").click()
    expect(each_look.get_by_role("heading", name="This import is taken back")).to_be_visible()
    check(each_look)


def test_a_lost_connection_is_said_and_the_button_goes_on(
    page: Page, ana: User, sign_in: SignIn, complaints: Complaints
) -> None:
    complaints.expect("ERR_INTERNET_DISCONNECTED")
    sign_in(page, ana)
    choose_file(page)
    page.get_by_role("button", name="See what will be stored").click()

    def lose(route: Route) -> None:
        if route.request.headers.get("accept") == "application/json":
            route.abort("internetdisconnected")
        else:
            route.continue_()

    page.route("**/run/", lose)
    page.get_by_role("button", name="Import 38 rows").click()
    expect(page.get_by_text("The connection was lost")).to_be_visible()
    expect(page.get_by_text("7 of 38 rows done.")).to_be_visible()
    check(page)

    page.unroute("**/run/")
    page.get_by_role("button", name="Import the next rows").click()
    expect(page.get_by_role("heading", name="Your diary is imported")).to_be_visible()
    assert PainEntry.objects.owned_by(ana).count() == 38


def test_it_works_without_scripts(new_page: Callable[..., Page], ana: User, sign_in: SignIn) -> None:
    page = new_page(size=DESKTOP, java_script_enabled=False)
    sign_in(page, ana)
    choose_file(page)
    page.get_by_label("Elbow").select_option("leave_out")
    page.get_by_role("button", name="See what will be stored").click()
    page.get_by_role("button", name="Import 19 rows").click()
    for done in (7, 14):
        expect(page.get_by_text(f"{done} of 19 rows done.")).to_be_visible()
        page.get_by_role("button", name="Import the next rows").click()

    expect(page.get_by_role("heading", name="Your diary is imported")).to_be_visible()
    assert DiaryImport.objects.get().left_out_rows == 19


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until the wanted thing has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    pytest.fail("The keyboard does not get there.")


def test_columns_are_answered_for_and_rows_imported_with_the_keyboard_alone(
    page: Page, ana: User, sign_in: SignIn
) -> None:
    sign_in(page, ana)
    choose_file(page)
    tab_to(page, page.get_by_label("Elbow"))
    page.keyboard.type("Leave")
    tab_to(page, page.get_by_role("button", name="See what will be stored"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What will be stored")).to_be_visible()
    tab_to(page, page.get_by_role("button", name="Import 19 rows"))
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Your diary is imported")).to_be_visible()

"""Logging, changing, deleting and undoing with nothing but a keyboard, with scripts and without."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from journal.models import MassageSession, PainEntry, User
from tests import cast
from tests.browser.conftest import PHONE

SignIn = Callable[[Page, User], None]
NewPage = Callable[..., Page]

MOST_TABS = 120
FOCUSED = """() => {
    const here = document.activeElement;
    const label = here.labels?.length ? here.labels[0] : here;
    const name = label.innerText || here.getAttribute('aria-label') || here.name || '';
    return name.replace(/\\s+/g, ' ').replace(/ ,/g, ',').trim();
}"""
# A field that draws itself by its label shows the focus there.
IS_SHOWN = """() => {
    const here = document.activeElement;
    const drawn = [here, here.labels?.[0], here.closest('label')].filter(Boolean).map(each => getComputedStyle(each));
    return drawn.some(style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
        || style.boxShadow !== 'none');
}"""


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the focus is on what bears that name; on the way it must always be seen."""
    passed = []
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        assert page.evaluate(IS_SHOWN), f"the focus does not show on {focused!r}"
        if name in focused:
            return
        passed.append(focused)
    pytest.fail(f"Tab never came to {name!r}, but to {passed}")


def choose_on_scale(page: Page, name: str, steps: int) -> None:
    """Go to a scale by the name of its first step and choose the one so many steps further."""
    tab_to(page, name)
    page.keyboard.press("Space")
    for _ in range(steps):
        page.keyboard.press("ArrowRight")


def test_a_number_on_the_start_page_is_saved(ana: User, new_page: NewPage, sign_in: SignIn) -> None:
    page = new_page(size=PHONE)
    sign_in(page, ana)
    page.goto("/")

    choose_on_scale(page, "0 none", 6)
    tab_to(page, "Save")
    page.keyboard.press("Enter")
    page.get_by_role("status").get_by_text("Saved").wait_for()

    assert [entry.intensity for entry in PainEntry.objects.owned_by(ana)] == [6]


def test_kinds_places_and_a_note_are_saved(ana: User, new_page: NewPage, sign_in: SignIn) -> None:
    page = new_page(size=PHONE)
    sign_in(page, ana)
    page.goto("/pain/new/")

    choose_on_scale(page, "0 none", 8)
    for chip in ("Electric shock", "Buttock, Left", "Calf, Left"):
        tab_to(page, chip)
        page.keyboard.press("Space")
    tab_to(page, "Note")
    page.keyboard.type("Got out of the car.")
    tab_to(page, "Save")
    page.keyboard.press("Enter")
    page.get_by_role("status").get_by_text("Saved").wait_for()

    [entry] = PainEntry.objects.owned_by(ana)
    assert (entry.intensity, entry.note) == (8, "Got out of the car.")
    assert {(feeling.quality, feeling.region, feeling.side) for feeling in entry.content.feelings} == {
        ("shock", "buttock", "left"),
        ("shock", "calf", "left"),
    }


def test_a_massage_is_saved(ana: User, new_page: NewPage, sign_in: SignIn) -> None:
    page = new_page(size=PHONE)
    sign_in(page, ana)
    page.goto("/massage/new/")

    choose_on_scale(page, "0 none", 6)
    choose_on_scale(page, "0 none", 4)
    tab_to(page, "Minutes")
    page.keyboard.type("45")
    tab_to(page, "Save")
    page.keyboard.press("Enter")
    page.get_by_role("status").get_by_text("Saved").wait_for()

    [session] = MassageSession.objects.owned_by(ana)
    assert (session.pain_before, session.pain_after, session.minutes) == (6, 4, 45)


def test_an_entry_is_deleted_and_brought_back(ana: User, new_page: NewPage, sign_in: SignIn) -> None:
    cast.pain(ana, 7, note="Slept badly.")
    page = new_page(size=PHONE)
    sign_in(page, ana)
    page.goto("/journal/")

    page.locator("main .entry summary").first.focus()
    page.keyboard.press("Enter")
    tab_to(page, "Delete")
    page.keyboard.press("Enter")
    page.get_by_role("status").get_by_text("Deleted").wait_for()
    assert not PainEntry.objects.owned_by(ana).exists()

    tab_to(page, "Undo")
    page.keyboard.press("Enter")
    page.get_by_role("status").get_by_text("Undone").wait_for()
    assert [entry.note for entry in PainEntry.objects.owned_by(ana)] == ["Slept badly."]


def test_the_first_tab_leads_past_the_menus(ana: User, new_page: NewPage, sign_in: SignIn) -> None:
    page = new_page()
    sign_in(page, ana)
    page.goto("/charts/")

    tab_to(page, "Skip to the page")
    page.keyboard.press("Enter")

    expect(page.locator("#main")).to_be_focused()


def test_without_scripts_the_same_keys_save_the_same(ana: User, new_page: NewPage, sign_in: SignIn) -> None:
    page = new_page(size=PHONE, java_script_enabled=False)
    sign_in(page, ana)
    page.goto("/pain/new/")

    page.locator("[name=intensity][value='0']").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.get_by_role("status").get_by_text("Saved").wait_for()

    assert [entry.intensity for entry in PainEntry.objects.owned_by(ana)] == [1]

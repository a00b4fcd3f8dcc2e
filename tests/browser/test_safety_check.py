"""From an entry to the page on when to get help and on, with nothing but a keyboard."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from journal.models import PainEntry, SafetyCheck, User
from tests.browser.conftest import PHONE
from tests.browser.test_log_by_keyboard import choose_on_scale, tab_to

SignIn = Callable[[Page, User], None]
NewPage = Callable[..., Page]


def log_weakness(page: Page) -> None:
    page.goto("/pain/new/")
    choose_on_scale(page, "0 none", 4)
    for chip in ("Muscle weakness", "Calf, Left"):
        tab_to(page, chip)
        page.keyboard.press("Space")
    tab_to(page, "Save")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="When to get help", level=1).wait_for()


def test_its_questions_are_answered_and_the_part_that_applies_comes_first(
    ana: User, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(size=PHONE)
    sign_in(page, ana)
    log_weakness(page)
    assert PainEntry.objects.owned_by(ana).count() == 1

    tab_to(page, "Yes")
    page.keyboard.press("Space")
    tab_to(page, "Save the answers")
    page.keyboard.press("Enter")
    page.get_by_text("this part stands first").wait_for()

    expect(page.locator("section.urgency h2").first).to_contain_text("Now: call an ambulance")
    assert SafetyCheck.objects.get(user=ana).bladder == "yes"


def test_it_can_be_left_at_once(ana: User, new_page: NewPage, sign_in: SignIn) -> None:
    page = new_page(size=PHONE)
    sign_in(page, ana)
    log_weakness(page)

    tab_to(page, "Skip the questions")
    page.keyboard.press("Enter")
    page.get_by_text("How strong is the pain now?").wait_for()

    assert not SafetyCheck.objects.get(user=ana).content.is_answered


def test_whom_to_call_is_seen_without_scrolling(ana: User, new_page: NewPage, sign_in: SignIn) -> None:
    page = new_page(size=PHONE)
    sign_in(page, ana)
    log_weakness(page)

    box = page.get_by_role("link", name="112").first.bounding_box()
    bar = page.get_by_role("navigation", name="Diary").bounding_box()
    assert box is not None
    assert bar is not None
    assert box["y"] + box["height"] <= bar["y"]

"""Signing up, settings and the base page in a real browser, with its scripts and without."""

from collections.abc import Callable

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect

from journal.models import User
from tests.browser.axe import axe
from tests.browser.conftest import PHONE
from tests.cast import pain

PASSWORD = "three quiet herons"
OPEN_PAGES = (
    "/",
    "/safety/",
    "/accounts/login/",
    "/accounts/signup/",
    "/accounts/logout/",
    "/accounts/password/reset/",
    "/accounts/password/reset/done/",
    "/accounts/password/reset/key/1-x/",
    "/accounts/confirm-email/",
    "/accounts/confirm-email/x/",
    "/accounts/inactive/",
)
OWN_PAGES = ("/settings/", "/safety/", "/accounts/email/", "/accounts/password/change/", "/accounts/logout/")


@pytest.fixture(autouse=True)
def no_counted_tries(live_server: object) -> None:
    """allauth counts tries in the cache; each test begins without."""
    cache.clear()


def sign_up(page: Page, email: str = "clara@example.org") -> None:
    page.goto("/accounts/signup/")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Start").click()
    page.wait_for_url("**/")


def sideways(page: Page) -> int:
    """How many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


def test_the_diary_begins_in_the_zone_of_the_device(new_page: Callable[..., Page]) -> None:
    sign_up(new_page(timezone_id="Pacific/Auckland"))

    assert User.objects.get().time_zone == "Pacific/Auckland"


def test_signing_up_needs_no_script(new_page: Callable[..., Page]) -> None:
    page = new_page(size=PHONE, java_script_enabled=False)
    sign_up(page)

    assert User.objects.get().time_zone == "UTC"
    expect(page.get_by_role("navigation", name="Diary")).to_be_visible()


def test_the_settings_offer_the_zone_of_the_device(
    new_page: Callable[..., Page], sign_in: Callable[[Page, User], None], ana: User
) -> None:
    page = new_page(timezone_id="Asia/Tokyo")
    sign_in(page, ana)
    page.goto("/settings/")
    page.get_by_role("button", name="Use this device’s zone: Asia/Tokyo").click()
    expect(page.get_by_label("Time zone")).to_have_value("Asia/Tokyo")
    expect(page.locator("#zone-here")).to_be_hidden()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("Your settings are saved.")

    ana.refresh_from_db()
    assert ana.time_zone == "Asia/Tokyo"


def test_a_chosen_theme_wins_over_the_device(
    new_page: Callable[..., Page], sign_in: Callable[[Page, User], None], ana: User
) -> None:
    User.objects.filter(pk=ana.pk).update(theme="light")
    page = new_page(dark=True)
    page.goto("/safety/")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    sign_in(page, ana)
    page.goto("/safety/")

    assert dark == "rgb(23, 20, 17)"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(250, 247, 242)"


@pytest.mark.parametrize(("dark", "colour"), [(False, "rgb(138, 47, 92)"), (True, "rgb(228, 143, 176)")])
def test_scripts_read_real_colours(new_page: Callable[..., Page], dark: bool, colour: str) -> None:
    page = new_page(dark=dark)
    page.goto("/safety/")

    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--pain')") == colour


def test_the_menu_closes_with_escape_and_on_leaving(
    page: Page, sign_in: Callable[[Page, User], None], ana: User
) -> None:
    sign_in(page, ana)
    page.goto("/settings/")
    menu = page.locator("details.menu")
    menu.locator("summary").press("Enter")
    expect(page.get_by_role("link", name="Today")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Today")).to_be_hidden()
    expect(menu.locator("summary")).to_be_focused()

    menu.locator("summary").click()
    page.get_by_role("heading", name="Settings").click()
    expect(page.get_by_role("link", name="Today")).to_be_hidden()


def test_two_presses_send_a_form_once(phone: Page, sign_in: Callable[[Page, User], None], ana: User) -> None:
    sign_in(phone, ana)
    phone.goto("/settings/")
    sent: list[str] = []
    phone.on("request", lambda request: sent.append(request.method) if request.method == "POST" else None)
    phone.get_by_role("button", name="Save").dblclick()
    expect(phone.get_by_role("status")).to_contain_text("Your settings are saved.")

    assert sent == ["POST"]


def test_undo_is_a_press_away(phone: Page, sign_in: Callable[[Page, User], None], ana: User) -> None:
    entry = pain(ana)
    sign_in(phone, ana)
    phone.goto("/settings/")
    token = phone.locator("input[name=csrfmiddlewaretoken]").first.input_value()
    phone.request.post(
        f"/records/pain/{entry.uid}/delete/",
        form={"csrfmiddlewaretoken": token},
        headers={"Referer": phone.url},
        max_redirects=0,
    )
    phone.goto("/settings/")
    phone.get_by_role("button", name="Undo").click()
    expect(phone.get_by_role("status")).to_contain_text("Undone")

    entry.refresh_from_db()
    assert entry.deleted_at is None


def test_the_skip_link_leads_to_the_page(page: Page) -> None:
    page.goto("/safety/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_open_pages_are_accessible_and_fit(each_look: Page) -> None:
    for address in OPEN_PAGES:
        each_look.goto(address)
        assert (address, axe(each_look), sideways(each_look)) == (address, [], 0)


def test_own_pages_are_accessible_and_fit(each_look: Page, sign_in: Callable[[Page, User], None], ana: User) -> None:
    ana.set_password(PASSWORD)
    ana.save()
    sign_in(each_look, ana)
    for address in OWN_PAGES:
        each_look.goto(address)
        assert (address, axe(each_look), sideways(each_look)) == (address, [], 0)


def test_errors_in_a_form_are_accessible_and_fit(each_look: Page) -> None:
    each_look.goto("/accounts/signup/")
    each_look.get_by_label("E-mail address").fill("clara@example.org")
    each_look.get_by_label("Password").fill("short")
    each_look.get_by_role("button", name="Start").click()
    link = each_look.get_by_role("link", name="too short")
    expect(link).to_be_visible()

    assert (axe(each_look), sideways(each_look)) == ([], 0)
    link.click()
    expect(each_look.get_by_label("Password")).to_be_focused()


def test_what_can_be_pressed_is_44_pixels_high(phone: Page, sign_in: Callable[[Page, User], None], ana: User) -> None:
    sign_in(phone, ana)
    phone.goto("/settings/")
    small = phone.evaluate(
        """() => [...document.querySelectorAll("a, button, summary, select, .chips label")]
            .filter((element) => element.checkVisibility() && !element.closest("p, .skip"))
            .filter((element) => element.getBoundingClientRect().height < 44)
            .map((element) => element.outerHTML)"""
    )

    assert [found for found in small if 'class="skip"' not in found] == []

"""Erasing an account in a real browser: from the settings to farewell, without a script."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from journal.models import PainEntry, User
from tests.browser.conftest import PHONE
from tests.cast import pain
from tests.signing import PASSWORD


def test_an_account_is_erased_with_its_password_and_a_tick(ana: User, new_page: Callable[..., Page]) -> None:
    ana.set_password(PASSWORD)
    ana.save()
    pain(ana)
    page = new_page(size=PHONE, java_script_enabled=False)
    page.goto("/accounts/login/?next=/settings/")
    page.get_by_label("E-mail address").fill(ana.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()

    page.get_by_role("link", name="What that means").click()
    expect(page.get_by_text("Everything you logged: 1 entry")).to_be_visible()
    page.get_by_role("link", name="Go on to the last step").click()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Erase for good").click()
    expect(page.locator("#id_sure_error")).to_contain_text("Tick this box")
    page.get_by_label("Yes, erase everything for good").check()
    page.get_by_role("button", name="Erase for good").click()

    expect(page.get_by_role("heading", name="Your account is erased")).to_be_visible()
    assert not User.objects.exists()
    assert not PainEntry.objects.exists()

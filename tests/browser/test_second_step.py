"""Passkeys with a device that Chromium pretends to have, and the pages of the second step."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.utils import timezone
from playwright.sync_api import Page, expect

from journal.actions.roles import give_role
from journal.models import User
from tests.browser.axe import axe
from tests.browser.test_account import sideways
from tests.cast import with_app
from tests.desk import make_groups
from tests.signing import PASSWORD

SignIn = Callable[[Page, User], None]


@pytest.fixture(autouse=True)
def no_counted_tries(live_server: object) -> None:
    cache.clear()


@pytest.fixture
def ana(ana: User) -> User:
    ana.set_password(PASSWORD)
    ana.save()
    return ana


def give_device(page: Page, *, knows_who: bool = True) -> Any:
    """A device that says yes at once; one that does not know who holds it is a key without a PIN."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    kind = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": knows_who,
        "isUserVerified": knows_who,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": kind})
    return session


def give_password(page: Page) -> None:
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()


def test_a_passkey_is_made_and_signs_in_alone(page: Page, sign_in: SignIn, ana: User) -> None:
    sign_in(page, ana)
    give_device(page)
    page.goto("/settings/")
    page.get_by_role("link", name="Passkeys and codes").click()
    page.get_by_role("link", name="Add a passkey").click()
    give_password(page)
    page.get_by_label("Name").fill("My phone")
    page.get_by_role("button", name="Make the passkey").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    page.goto("/accounts/2fa/webauthn/")
    expect(page.get_by_text("My phone").first).to_be_visible()
    expect(page.get_by_text("signs in by itself")).to_be_visible()

    page.context.clear_cookies()
    page.goto("/accounts/login/?next=/journal/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("navigation", name="Diary")).to_be_visible()


def test_a_key_without_a_pin_is_the_second_step_after_the_password(page: Page, sign_in: SignIn, ana: User) -> None:
    sign_in(page, ana)
    give_device(page, knows_who=False)
    page.goto("/accounts/2fa/webauthn/add/")
    give_password(page)
    page.get_by_label("Let me sign in with it alone").uncheck()
    page.get_by_role("button", name="Make the passkey").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()

    page.context.clear_cookies()
    page.goto("/accounts/login/")
    page.get_by_label("E-mail address").fill(ana.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", name="The second step")).to_be_visible()
    page.get_by_role("button", name="Use your passkey").click()
    expect(page.get_by_role("navigation", name="Diary")).to_be_visible()


def test_a_device_that_has_none_says_so_and_what_to_do(page: Page) -> None:
    give_device(page)
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()

    expect(page.get_by_role("alert")).to_contain_text("No passkey came from this device.")


def test_whoever_made_a_passkey_is_given_a_role_and_comes_to_the_desk_by_it(
    page: Page, sign_in: SignIn, ana: User
) -> None:
    make_groups()
    sign_in(page, ana)
    give_device(page)
    page.goto("/accounts/2fa/")
    page.get_by_role("link", name="Add a passkey").click()
    give_password(page)
    page.get_by_role("button", name="Make the passkey").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    give_role(person=ana, role="moderator", by=None, now=timezone.now())
    page.goto("/admin/")
    page.get_by_role("button", name="Use your passkey").click()

    expect(page.get_by_role("heading", name="What waits for a decision")).to_be_visible()


def test_the_pages_are_accessible_and_fit(each_look: Page, sign_in: SignIn, ana: User) -> None:
    sign_in(each_look, ana)
    each_look.goto("/accounts/2fa/totp/activate/")
    give_password(each_look)
    for address in (
        "/accounts/2fa/",
        "/accounts/2fa/totp/activate/",
        "/accounts/2fa/webauthn/",
        "/accounts/2fa/webauthn/add/",
        "/accounts/login/",
    ):
        each_look.goto(address)
        assert (address, axe(each_look), sideways(each_look)) == (address, [], 0)
    with_app(ana)
    for address in (
        "/accounts/2fa/",
        "/accounts/2fa/reauthenticate/",
        "/accounts/2fa/totp/deactivate/",
        "/accounts/2fa/recovery-codes/generate/",
    ):
        each_look.goto(address)
        assert (address, axe(each_look), sideways(each_look)) == (address, [], 0)

"""The second step when signing in: codes of an app, recovery codes; passkeys are tested in the browser."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any
from unittest.mock import patch

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from journal.models import User
from tests.cast import APP_SECRET, signed_in, with_app
from tests.signing import LOGIN, PASSWORD, field_error, is_signed_in, sign_in
from tests.test_headers import HEALTH

pytestmark = pytest.mark.django_db

CHANGED = "The way into your account was changed"
INDEX, SET_UP, GIVE = "/accounts/2fa/", "/accounts/2fa/totp/activate/", "/accounts/2fa/authenticate/"


@pytest.fixture(autouse=True)
def no_counted_tries() -> None:
    cache.clear()


@pytest.fixture
def ana(ana: User) -> User:
    ana.set_password(PASSWORD)
    ana.save()
    return ana


def code(secret: str) -> str:
    """What an app shows at this moment."""
    shown: str = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
    return shown


def after_password(user: User) -> Client:
    """A browser in which the password has just been given once more."""
    client = signed_in(user)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client


def test_the_settings_lead_there(ana: User) -> None:
    client = signed_in(ana)

    assert f'href="{INDEX}"' in client.get("/settings/").text
    assert "none yet" in client.get(INDEX).text


def test_setting_up_an_app_asks_for_the_password_first(ana: User) -> None:
    assert signed_in(ana).get(SET_UP)["Location"].startswith("/accounts/reauthenticate/")


def test_an_app_is_set_up_with_its_first_code_and_recovery_codes_are_shown(ana: User) -> None:
    client = after_password(ana)
    found = re.search(r'<code class="key">(\w+)</code>', client.get(SET_UP).text)
    assert found

    wrong = client.post(SET_UP, {"code": "000000"})
    assert "This code is not right." in field_error(wrong.text, "code")
    shown = client.post(SET_UP, {"code": code(found[1])}, follow=True).text

    assert "Recovery codes" in shown
    assert len(re.findall(r"<li><code>\d{8}</code></li>", shown)) == 10
    assert Authenticator.objects.filter(user=ana, type="totp").exists()


def test_a_mail_says_that_the_way_in_was_changed(
    ana: User, django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[Any]]
) -> None:
    with_app(ana)
    client = after_password(ana)
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/accounts/2fa/totp/deactivate/")
        new = "four quiet herons more"
        client.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})

    assert [(message.to, message.subject) for message in mail.outbox] == [([ana.email], CHANGED)] * 2
    assert "the app that shows codes was taken off" in mail.outbox[0].body
    assert "the password was changed" in mail.outbox[1].body
    assert not HEALTH.search("".join(f"{message.subject} {message.body}" for message in mail.outbox))


def test_a_mail_server_that_does_not_answer_is_in_nobodys_way(
    ana: User, django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[Any]]
) -> None:
    with_app(ana)
    client = after_password(ana)
    broken = patch("django.core.mail.EmailMessage.send", side_effect=ConnectionRefusedError)
    with broken, django_capture_on_commit_callbacks(execute=True):
        answer = client.post("/accounts/2fa/totp/deactivate/")

    assert answer.status_code == 302


def test_signing_in_then_takes_a_code(ana: User) -> None:
    with_app(ana)
    client = Client()

    page = sign_in(client, ana.email)
    assert "The second step" in page
    assert not is_signed_in(client)
    assert "This code is not right." in client.post(GIVE, {"code": "123456"}).text
    client.post(GIVE, {"code": code(APP_SECRET)})

    assert is_signed_in(client)


def test_the_secrets_lie_sealed_in_the_database(ana: User) -> None:
    stored = with_app(ana).data["secret"]

    assert APP_SECRET not in stored
    assert with_app(ana).wrap().validate_code(code(APP_SECRET))


def test_a_new_key_opens_what_an_earlier_one_sealed(ana: User, settings: Settings) -> None:
    app = with_app(ana).wrap()
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another key, of more than 32 characters"

    assert app.validate_code(code(APP_SECRET))


def test_where_the_key_is_lost_no_code_opens_anything_and_the_page_says_why(ana: User, settings: Settings) -> None:
    with_app(ana)
    RecoveryCodes.activate(ana)
    settings.SECRET_KEY = "another key, of more than 32 characters"
    client = Client()
    sign_in(client, ana.email)

    page = client.post(GIVE, {"code": code(APP_SECRET)}).text

    assert "The key of this site was changed" in page
    assert not is_signed_in(client)
    assert "Recovery codes: 0 left" in signed_in(ana).get(INDEX).text


def test_a_secret_of_before_is_still_read(ana: User) -> None:
    Authenticator.objects.create(user=ana, type="totp", data={"secret": APP_SECRET})

    assert with_app(ana).wrap().validate_code(code(APP_SECRET))


def test_wrong_codes_have_to_wait(ana: User) -> None:
    with_app(ana)
    client = Client()
    sign_in(client, ana.email)

    pages = [client.post(GIVE, {"code": f"00000{number}"}).text for number in range(7)]
    client.post(GIVE, {"code": code(APP_SECRET)})

    assert "Too many tries" in pages[-1]
    assert not is_signed_in(client)


def test_a_recovery_code_works_once(ana: User) -> None:
    client = after_password(ana)
    found = re.search(r'<code class="key">(\w+)</code>', client.get(SET_UP).text)
    assert found
    shown = client.post(SET_UP, {"code": code(found[1])}, follow=True).text
    recovery = re.findall(r"<code>(\d{8})</code>", shown)[0]

    for worked in (True, False):
        cache.clear()
        other = Client()
        sign_in(other, ana.email)
        other.post(GIVE, {"code": recovery})
        assert is_signed_in(other) is worked


def test_the_app_is_given_up_on_a_page_that_asks(ana: User) -> None:
    with_app(ana)
    client = after_password(ana)

    assert "Stop using the app?" in client.get("/accounts/2fa/totp/deactivate/").text
    client.post("/accounts/2fa/totp/deactivate/")

    assert not Authenticator.objects.filter(user=ana).exists()


def test_where_mails_are_sent_an_address_that_is_not_confirmed_comes_first(ana: User, settings: Settings) -> None:
    settings.MFA_ALLOW_UNVERIFIED_EMAIL = False
    ana.emailaddress_set.create(email=ana.email, primary=True, verified=False)  # type: ignore[attr-defined]

    page = after_password(ana).get(SET_UP, follow=True).text

    assert "Confirm your e-mail address first" in page


@pytest.mark.parametrize(
    "name", ["mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "mfa_list_webauthn", "mfa_reauthenticate"]
)
def test_every_page_is_in_our_look(name: str, ana: User) -> None:
    if name == "mfa_reauthenticate":
        with_app(ana)
    page = after_password(ana).get(reverse(name)).text

    assert " - Sciatica diary</title>" in page
    assert "placeholder" not in page
    assert "<style" not in page
    assert " style=" not in page


def test_the_sign_in_page_offers_a_passkey(client: Client) -> None:
    assert "Sign in with a passkey" in client.get(LOGIN).text


def test_a_passkey_that_no_device_made_opens_nothing(client: Client) -> None:
    for sent in ("", "{}", "[]", "gibberish", '{"id": "x", "rawId": "x", "type": "public-key", "response": {}}'):
        answer = client.post("/accounts/2fa/webauthn/login/", {"credential": sent})
        assert answer.status_code == 302
    assert not is_signed_in(client)

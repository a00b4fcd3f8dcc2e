"""Signing up, in and out, and getting back in: allauth's pages in our words."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from journal.models import User
from tests.cast import signed_in

pytestmark = pytest.mark.django_db

SIGNUP, LOGIN, RESET, EMAIL = "/accounts/signup/", "/accounts/login/", "/accounts/password/reset/", "/accounts/email/"
PASSWORD = "three quiet herons"
ABOUT_HEALTH = re.compile(r"sciatica|pain|massage|flare|nerve|health|diary", re.IGNORECASE)


@pytest.fixture(autouse=True)
def no_counted_tries() -> None:
    """allauth counts tries in the cache; each test begins without."""
    cache.clear()


def sign_up(client: Client, email: str = "clara@example.org", password: str = PASSWORD, zone: str = "") -> str:
    response = client.post(SIGNUP, {"email": email, "password1": password, "time_zone": zone}, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def sign_in(client: Client, email: str, password: str = PASSWORD) -> str:
    response = client.post(LOGIN, {"login": email, "password": password}, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def field_error(page: str, field: str) -> str:
    found = re.search(rf'id="id_{field}_error" class="field-error">([^<]*)', page)
    return found[1] if found else ""


def link_in_mail() -> str:
    found = re.search(r"https?://[^/\s]+(/\S+)", str(mail.outbox[-1].body))
    assert found
    return found[1]


def test_signing_up_opens_the_diary_in_the_zone_of_the_browser(client: Client) -> None:
    sign_up(client, zone="America/Sao_Paulo")

    assert User.objects.get().time_zone == "America/Sao_Paulo"
    assert is_signed_in(client)


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd"])
def test_signing_up_without_a_known_zone_begins_in_utc(client: Client, zone: str) -> None:
    sign_up(client, zone=zone)

    assert User.objects.get().time_zone == "UTC"


def test_an_address_is_the_same_in_capitals(client: Client) -> None:
    sign_up(client, "Clara@Example.ORG")
    assert User.objects.get().email == "clara@example.org"

    other = Client()
    sign_in(other, "CLARA@example.org")
    assert is_signed_in(other)


def test_a_second_account_under_an_address_is_refused_in_capitals_too(client: Client) -> None:
    sign_up(client)
    page = sign_up(Client(), "CLARA@EXAMPLE.ORG", "another long password")

    assert "There is already a diary under this address" in field_error(page, "email")
    assert 'value="CLARA@EXAMPLE.ORG"' in page, "what was typed stays"
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    ("password", "why"),
    [("short", "too short"), ("password1234", "too common"), ("clara@example.org", "too similar")],
)
def test_a_weak_password_is_refused_next_to_the_field(client: Client, password: str, why: str) -> None:
    page = sign_up(client, password=password)

    assert why in field_error(page, "password1")
    assert not re.search(r'name="password1"[^>]*value=', page), "a password is not sent back"
    assert not User.objects.exists()


def test_an_address_that_is_none_is_refused(client: Client) -> None:
    assert field_error(sign_up(client, "clara at home"), "email")
    assert not User.objects.exists()


def test_a_wrong_password_says_neither_which_of_the_two_was_wrong(client: Client) -> None:
    sign_up(client)
    wrong_password = sign_in(Client(), "clara@example.org", "not this one at all")
    no_account = sign_in(Client(), "nobody@example.org", "not this one at all")

    for page in (wrong_password, no_account):
        assert "The e-mail address or the password is not right." in page


def test_too_many_wrong_passwords_have_to_wait(client: Client) -> None:
    sign_up(client)
    other = Client()
    pages = [sign_in(other, "clara@example.org", f"wrong number {number}") for number in range(7)]
    assert "Too many tries" in pages[-1]

    assert "Too many tries" in sign_in(other, "clara@example.org")
    assert not is_signed_in(other)


def test_the_limit_of_an_address_shows_a_page_in_our_look(client: Client, settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"signup": "1/m/ip"}
    client.post(SIGNUP, {})
    response = client.post(SIGNUP, {})

    assert response.status_code == 429
    assert "Please wait a little" in response.content.decode()


def test_signing_out_asks_once_and_then_shows_the_landing_page(ana: User) -> None:
    client = signed_in(ana)
    assert "Sign out?" in client.get("/accounts/logout/").content.decode()
    assert is_signed_in(client)

    page = client.post("/accounts/logout/", follow=True).content.decode()
    assert "You are signed out." in page
    assert not is_signed_in(client)


def test_signing_in_says_nothing_and_shows_no_address(client: Client) -> None:
    page = sign_up(client)

    assert "clara@example.org" not in page
    assert 'class="message message-' not in page


def test_a_forgotten_password_can_be_set_anew_once(client: Client) -> None:
    sign_up(client)
    other = Client()
    asked = other.post(RESET, {"email": "Clara@example.org"}, follow=True).content.decode()
    assert "Look at your mail" in asked
    address = link_in_mail()

    form = other.get(address, follow=True)
    sent = other.post(
        form.redirect_chain[-1][0], {"password1": "five new sparrows", "password2": "five new sparrows"}, follow=True
    )
    assert "Your new password is set" in sent.content.decode()
    sign_in(other, "clara@example.org", "five new sparrows")
    assert is_signed_in(other)
    assert "This link does not work any more" in Client().get(address, follow=True).content.decode()


def test_two_different_new_passwords_are_refused(ana: User) -> None:
    ana.set_password(PASSWORD)
    ana.save()
    page = (
        signed_in(ana)
        .post(
            "/accounts/password/change/",
            {"oldpassword": PASSWORD, "password1": "five new sparrows", "password2": "five old sparrows"},
        )
        .content.decode()
    )

    assert field_error(page, "password2")


def test_a_password_is_changed_with_the_one_in_force(ana: User) -> None:
    ana.set_password(PASSWORD)
    ana.save()
    client = signed_in(ana)
    new = {"password1": "five new sparrows", "password2": "five new sparrows"}

    wrong = client.post("/accounts/password/change/", {"oldpassword": "a guess", **new}).content.decode()
    assert field_error(wrong, "oldpassword") == "This is not the password you have now."
    done = client.post("/accounts/password/change/", {"oldpassword": PASSWORD, **new}, follow=True)
    assert "Your password is changed." in done.content.decode()
    assert is_signed_in(client)


def test_asking_for_a_new_password_tells_nobody_whether_there_is_an_account(client: Client) -> None:
    sign_up(client)
    there = Client().post(RESET, {"email": "clara@example.org"}, follow=True).content.decode()
    nobody = Client().post(RESET, {"email": "nobody@example.org"}, follow=True).content.decode()

    assert there == nobody
    assert [message.to for message in mail.outbox] == [["clara@example.org"], ["nobody@example.org"]]


def test_mails_are_plain_and_their_subjects_tell_nothing(client: Client, settings: Settings) -> None:
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    sign_up(client)
    cache.clear()  # one such mail to an address every three minutes is enough
    sign_up(Client())
    Client().post(RESET, {"email": "clara@example.org"})
    Client().post(RESET, {"email": "nobody@example.org"})

    assert [message.subject for message in mail.outbox] == [
        "Confirm your e-mail address",
        "You already have an account",
        "Set a new password",
        "No account under this address",
    ]
    for message in mail.outbox:
        assert not getattr(message, "alternatives", [])
        assert not ABOUT_HEALTH.search(str(message.subject))
        assert not ABOUT_HEALTH.search(str(message.body)), "a preview on a locked phone tells nothing either"
        assert "&" not in str(message.body)


def test_where_addresses_are_confirmed_an_existing_one_is_not_given_away(client: Client, settings: Settings) -> None:
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    new = sign_up(client)
    cache.clear()  # one such mail to an address every three minutes is enough
    known = sign_up(Client())

    assert "Look at your mail" in new
    assert new == known
    assert User.objects.count() == 1


def test_a_confirmed_address_opens_the_diary(client: Client, settings: Settings) -> None:
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    sign_up(client)
    address = link_in_mail()
    assert "Is this your address?" in client.get(address).content.decode()

    page = client.post(address, follow=True).content.decode()
    assert "clara@example.org is confirmed." in page
    assert EmailAddress.objects.get().verified


def test_the_address_to_sign_in_with_can_be_changed(client: Client) -> None:
    sign_up(client)
    client.post(EMAIL, {"email": "new@example.org", "action_add": "1"})
    page = client.post(EMAIL, {"email": "new@example.org", "action_primary": "1"}, follow=True).content.decode()
    assert "You now sign in with this address." in page
    client.post(EMAIL, {"email": "clara@example.org", "action_remove": "1"})

    assert User.objects.get().email == "new@example.org"
    other = Client()
    sign_in(other, "New@example.org")
    assert is_signed_in(other)


def test_the_only_address_cannot_be_removed(client: Client) -> None:
    sign_up(client)
    assert "action_remove" not in client.get(EMAIL).content.decode()
    client.post(EMAIL, {"email": "clara@example.org", "action_remove": "1"})

    assert User.objects.get().email == "clara@example.org"
    assert EmailAddress.objects.filter(email="clara@example.org").exists()


def test_the_address_of_another_account_cannot_be_taken(client: Client, ben: User) -> None:
    sign_up(client)
    page = client.post(EMAIL, {"email": "BEN@example.org", "action_add": "1"}).content.decode()

    assert "belongs to another account" in field_error(page, "email")
    assert client.post(EMAIL, {"email": "ben@example.org", "action_primary": "1"}).status_code == 302
    assert set(User.objects.values_list("email", flat=True)) == {"ben@example.org", "clara@example.org"}


def test_an_address_that_somebody_added_cannot_be_signed_up_with(client: Client) -> None:
    """Otherwise the one who added it could not choose it any more."""
    sign_up(client)
    client.post(EMAIL, {"email": "new@example.org", "action_add": "1"})
    sign_up(Client(), "new@example.org", "another long password")
    response = client.post(EMAIL, {"email": "new@example.org", "action_primary": "1"})

    assert response.status_code == 302
    assert User.objects.filter(email="new@example.org").count() == 1


@pytest.mark.parametrize(
    "name",
    [
        "account_login",
        "account_signup",
        "account_inactive",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key_done",
        "account_email_verification_sent",
    ],
)
def test_every_page_before_signing_in_is_in_our_look(client: Client, name: str) -> None:
    page = client.get(reverse(name), follow=True).content.decode()

    assert " - Sciatica diary</title>" in page
    assert "placeholder" not in page
    assert "<style" not in page
    assert " style=" not in page


@pytest.mark.parametrize("name", ["account_email", "account_change_password", "account_logout"])
def test_every_page_of_the_account_is_in_our_look(ana: User, name: str) -> None:
    ana.set_password(PASSWORD)
    ana.save()
    page = signed_in(ana).get(reverse(name)).content.decode()

    assert " - Sciatica diary</title>" in page
    assert "placeholder" not in page
    assert " style=" not in page


def test_somebody_without_a_password_can_set_one(ana: User) -> None:
    ana.set_unusable_password()
    ana.save()
    client = signed_in(ana)
    assert "Set a password" in client.get("/accounts/password/set/").content.decode()
    client.post("/accounts/password/set/", {"password1": PASSWORD, "password2": PASSWORD})

    ana.refresh_from_db()
    assert ana.check_password(PASSWORD)

"""Signing in and out, and passwords: allauth's pages in our words."""

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from journal.models import User
from tests.cast import signed_in
from tests.signing import PASSWORD, RESET, field_error, is_signed_in, link_in_mail, sign_in, sign_up

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_counted_tries() -> None:
    """allauth counts tries in the cache; each test begins without."""
    cache.clear()


def test_a_wrong_password_does_not_say_which_of_the_two_was_wrong(client: Client) -> None:
    sign_up(client)
    wrong_password = sign_in(Client(), "clara@example.org", "not this one at all")
    no_account = sign_in(Client(), "nobody@example.org", "not this one at all")

    for page in (wrong_password, no_account):
        assert "The e-mail address or the password is not right." in page


@pytest.mark.parametrize("page", ["/accounts/signup/", "/accounts/login/", "/accounts/password/reset/"])
def test_half_an_address_is_answered_by_what_a_whole_one_looks_like(client: Client, page: str) -> None:
    html = client.post(page, {"email": "ana@", "login": "ana@", "password": PASSWORD, "password1": PASSWORD}).text

    assert html.count("Write the whole address, such as name@example.org.") == 2  # on top, and beside the field


def test_too_many_wrong_passwords_have_to_wait(client: Client) -> None:
    sign_up(client)
    other = Client()
    pages = [sign_in(other, "clara@example.org", f"wrong number {number}") for number in range(7)]
    assert "Too many tries" in pages[-1]

    assert "Too many tries" in sign_in(other, "clara@example.org")
    assert not is_signed_in(other)


def test_signing_out_asks_once_and_then_shows_the_landing_page(ana: User) -> None:
    client = signed_in(ana)
    assert "Sign out?" in client.get("/accounts/logout/").content.decode()
    assert is_signed_in(client)

    page = client.post("/accounts/logout/", follow=True).content.decode()
    assert "You are signed out." in page
    assert not is_signed_in(client)


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

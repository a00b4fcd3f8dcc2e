"""The address a person signs in with, and the mails sent to it."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from journal.models import User
from tests.signing import RESET, field_error, is_signed_in, link_in_mail, sign_in, sign_up

pytestmark = pytest.mark.django_db

EMAIL = "/accounts/email/"
ABOUT_HEALTH = re.compile(r"sciatica|pain|massage|flare|nerve|health|diary", re.IGNORECASE)


@pytest.fixture(autouse=True)
def no_counted_tries() -> None:
    """allauth counts tries in the cache; each test begins without."""
    cache.clear()


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

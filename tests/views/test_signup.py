"""Opening a diary."""

import re

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from journal.models import User
from tests.signing import SIGNUP, field_error, is_signed_in, sign_in, sign_up

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_counted_tries() -> None:
    """allauth counts tries in the cache; each test begins without."""
    cache.clear()


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


def test_where_addresses_are_confirmed_an_existing_one_is_not_given_away(client: Client, settings: Settings) -> None:
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    new = sign_up(client)
    cache.clear()  # one such mail to an address every three minutes is enough
    known = sign_up(Client())

    assert "Look at your mail" in new
    assert new == known
    assert User.objects.count() == 1


def test_the_limit_of_an_address_shows_a_page_in_our_look(client: Client, settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"signup": "1/m/ip"}
    client.post(SIGNUP, {})
    response = client.post(SIGNUP, {})

    assert response.status_code == 429
    assert "Please wait a little" in response.content.decode()


def test_signing_in_says_nothing_and_shows_no_address(client: Client) -> None:
    page = sign_up(client)

    assert "clara@example.org" not in page
    assert 'class="message message-' not in page

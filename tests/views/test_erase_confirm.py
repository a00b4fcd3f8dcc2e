"""The last step: the password, a box, and then the account is gone. Where everything goes: tests/test_erase.py."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from journal.models import User
from tests.signing import PASSWORD, is_signed_in, sign_in
from tests.views.page_form import PageForm, error_at

PAGE = "/account/erase/confirm/"
PASSWORD_PAGE = "/accounts/reauthenticate/"


@pytest.fixture
def client(ana: User) -> Client:
    """Signed in with a password, which is not the same as having been asked for it again."""
    cache.clear()
    ana.set_password(PASSWORD)
    ana.save()
    client = Client()
    sign_in(client, ana.email)
    return client


def give_password(client: Client, password: str = PASSWORD) -> Any:
    return client.post(PASSWORD_PAGE, {"password": password, "next": PAGE}, follow=True)


def is_there(user: User) -> bool:
    return User.objects.filter(pk=user.pk).exists()


def test_the_password_is_asked_for_first(client: Client, ana: User) -> None:
    asked = client.get(PAGE, follow=True)
    assert asked.redirect_chain[0][0].startswith(PASSWORD_PAGE)

    page = give_password(client)
    assert page.resolver_match.url_name == "erase_confirm"
    assert ana.email in page.content.decode()
    assert is_there(ana)


def test_a_wrong_password_leads_nowhere(client: Client, ana: User) -> None:
    client.get(PAGE)

    page = give_password(client, "not this one at all")

    assert page.resolver_match.url_name == "account_reauthenticate"
    assert client.post(PAGE, {"sure": "on"}).status_code == 302
    assert is_there(ana)


def test_a_form_that_was_sent_without_the_password_is_not_carried_out_after_it(client: Client, ana: User) -> None:
    client.post(PAGE, {"sure": "on"}, follow=True)

    page = give_password(client)

    assert page.resolver_match.url_name == "erase_confirm"
    assert is_there(ana)


def test_the_box_has_to_be_ticked(client: Client, ana: User) -> None:
    give_password(client)
    form = PageForm(client.get(PAGE).content.decode())

    page = client.post(PAGE, form.sent()).content.decode()

    assert "Tick this box" in error_at(page, "sure")
    assert is_there(ana)


def test_then_it_is_gone_and_says_so(client: Client, ana: User) -> None:
    give_password(client)

    page = client.post(PAGE, {"sure": "on"}, follow=True)

    assert page.resolver_match.url_name == "farewell"
    assert not is_there(ana)
    assert not is_signed_in(client)
    assert client.get(PAGE)["Location"].startswith("/accounts/login/")


def test_sent_twice_it_leads_to_signing_in(client: Client, ana: User) -> None:
    give_password(client)
    client.post(PAGE, {"sure": "on"})

    assert client.post(PAGE, {"sure": "on"})["Location"].startswith("/accounts/login/")

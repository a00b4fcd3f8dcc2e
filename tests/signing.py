"""Signing up and in by the forms, as a person does it."""

import re

from django.core import mail
from django.test import Client

SIGNUP, LOGIN, RESET = "/accounts/signup/", "/accounts/login/", "/accounts/password/reset/"
PASSWORD = "three quiet herons"


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

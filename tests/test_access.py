"""Who may open what: every URL that answers, for everybody, by every method.

The tests walk the URLconf itself. A URL that is not in RULES fails, so adding a page means saying here whom it is for.
"""

from dataclasses import dataclass
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import get_resolver, reverse

from journal.models import FlareUp, MassageArea, MassageSession, PainEntry, Revision, Sensation, User
from tests import cast
from tests.site import URLS, address, one_of_each

METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
ANSWERED = {"page", "elsewhere", "not this way", "bad request"}


@dataclass(frozen=True)
class Rule:
    """What may happen, by whoever asks: `stranger` has an account, but not the diary that the URL is about."""

    anonymous: set[str]
    stranger: set[str]
    owner: set[str]
    staff: set[str]


def for_all(outcomes: set[str]) -> Rule:
    return Rule(anonymous=outcomes, stranger=outcomes, owner=outcomes, staff=outcomes)


PUBLIC = for_all(ANSWERED)
PERSON = Rule(anonymous={"sign in"}, stranger=ANSWERED, owner=ANSWERED, staff=ANSWERED)
OWNER = Rule(
    anonymous={"sign in"}, stranger={"nothing", "not this way"}, owner=ANSWERED, staff={"nothing", "not this way"}
)
STAFF = Rule(
    anonymous={"sign in"},
    stranger={"sign in", "forbidden"},
    owner={"sign in", "forbidden"},
    staff=ANSWERED | {"nothing"},
)

RULES = {
    "start": PUBLIC,
    "safety": PUBLIC,
    "settings_page": PERSON,
    "pain_new": PERSON,
    "pain_edit": OWNER,
    "massage_new": PERSON,
    "massage_edit": OWNER,
    "massage_next_day": OWNER,
    "flare_list": PERSON,
    "flare_new": PERSON,
    "flare_start": PERSON,
    "flare_edit": OWNER,
    "flare_end": OWNER,
    "suggestion_change": OWNER,
    "suggestion_confirm": OWNER,
    "suggestion_dismiss": OWNER,
    "journal": PERSON,
    "record_delete": OWNER,
    "record_undo": OWNER,
    "charts": PERSON,
    # Accounts, by allauth.
    "account_login": PUBLIC,
    "account_logout": PUBLIC,
    "account_signup": PUBLIC,
    "account_inactive": PUBLIC,
    "account_reauthenticate": PERSON,
    "account_email": PERSON,
    "account_email_verification_sent": PUBLIC,
    "account_confirm_email": PUBLIC,
    "account_confirm_login_code": PUBLIC,
    "account_change_password": PERSON,
    "account_set_password": PERSON,
    "account_reset_password": PUBLIC,
    "account_reset_password_done": PUBLIC,
    "account_reset_password_from_key": PUBLIC,
    "account_reset_password_from_key_done": PUBLIC,
    # Everything that Django's admin offers.
    "admin:": STAFF,
}


def rule_of(name: str) -> Rule:
    return RULES["admin:" if name.startswith("admin:") else name]


def outcome(response: HttpResponseBase) -> str:
    if response.status_code == 302:
        return "sign in" if response["Location"].startswith(reverse("account_login") + "?next=") else "elsewhere"
    return {200: "page", 400: "bad request", 403: "forbidden", 404: "nothing", 405: "not this way"}[
        response.status_code
    ]


def diaries() -> list[Any]:
    """All that people have logged and set."""
    tables = (PainEntry, Sensation, MassageSession, MassageArea, FlareUp, Revision)
    people = User.objects.order_by("pk").values("email", "time_zone", "day_starts_at", "theme", "diary_version")
    return [list(people), *(list(model._default_manager.order_by("pk").values()) for model in tables)]


def ask(client: Client, method: str, path: str) -> tuple[str, bool]:
    """What comes of a request, and whether it changed any diary; whatever it wrote is taken back."""
    before = diaries()
    with transaction.atomic():
        result = outcome(client.generic(method, path))
        changed = diaries() != before
        transaction.set_rollback(True)
    return result, changed


@pytest.fixture
def uids(ana: User) -> dict[str, str]:
    return one_of_each(ana)


@pytest.fixture
def clients(ana_client: Client, ben_client: Client, mona_client: Client) -> dict[str, Client]:
    return {"anonymous": Client(), "stranger": ben_client, "owner": ana_client, "staff": mona_client}


def test_every_url_has_a_rule_and_every_rule_a_url() -> None:
    declared = {name for name in URLS if not name.startswith("admin:")}

    assert declared - set(RULES) == set(), "say in RULES who may open these"
    assert set(RULES) - declared == {"admin:"}, "these are no longer there"


def test_each_url_is_really_reached(uids: dict[str, str]) -> None:
    for name in URLS:
        match = get_resolver().resolve(address(name, uids))
        assert name.startswith("admin:") or match.url_name == name


@pytest.mark.parametrize("name", URLS)
@pytest.mark.parametrize("role", ["anonymous", "stranger", "owner", "staff"])
def test_everybody_gets_what_the_rule_says(
    name: str, role: str, uids: dict[str, str], clients: dict[str, Client]
) -> None:
    allowed = getattr(rule_of(name), role)
    client, path = clients[role], address(name, uids)

    answers = {method: ask(client, method, path) for method in METHODS}

    assert {method: result for method, (result, _) in answers.items() if result not in allowed} == {}
    assert {method for method, (_, changed) in answers.items() if changed} <= {"POST"}


@pytest.mark.parametrize("name", [name for name in URLS if rule_of(name) is OWNER])
def test_what_a_stranger_misses_is_there_for_its_owner(name: str, uids: dict[str, str], ana_client: Client) -> None:
    """So that a stranger's 404 is not just a wrong address."""
    answers = [ask(ana_client, method, address(name, uids))[0] for method in ("GET", "POST")]

    assert {"page", "elsewhere"} & set(answers)


@pytest.mark.parametrize("name", [name for name in URLS if rule_of(name) is not PUBLIC])
def test_a_form_from_elsewhere_is_refused(name: str, uids: dict[str, str], ana: User, mona: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(mona if rule_of(name) is STAFF else ana)

    result, changed = ask(client, "POST", address(name, uids))

    assert result in {"forbidden", "nothing", "elsewhere", "not this way"}
    assert result != "elsewhere" or rule_of(name) is STAFF  # the admin redirects before it looks at the form
    assert not changed


def test_access_fails_closed() -> None:
    assert "django.contrib.auth.middleware.LoginRequiredMiddleware" in settings.MIDDLEWARE


def test_a_stranger_sees_no_word_of_anothers_diary(ana: User, ben_client: Client) -> None:
    cast.pain(ana, note="A very private note.")
    cast.massage(ana, therapist_name="A very private name")

    for name, rule in RULES.items():
        if rule is PERSON and not name.startswith("account"):
            assert b"very private" not in ben_client.get(address(name, {"pain": ""})).content, name

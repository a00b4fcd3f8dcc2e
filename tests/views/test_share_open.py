"""Opening a link: its secret is traded for a cookie, and is seen nowhere again."""

import logging
import re
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from journal.models import ShareLink, User
from sciatica_tracker.logs import WithoutSecrets
from tests.cast import share

SECRET = "u7Zq0X3mJ-2bq3n9n1aYq8v1yJ0b_4c5d6e7f8g9h0i"


def test_it_leads_to_an_address_without_the_secret(ana: User, client: Client) -> None:
    share(ana, SECRET)
    answer = client.get(f"/s/{SECRET}/")

    assert (answer.status_code, answer["Location"]) == (302, "/shared/")
    cookie = client.cookies["shared_report"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/shared/")
    assert SECRET not in cookie.value
    assert cookie["secure"] == ""
    assert not answer.cookies.get("sessionid")


@override_settings(SESSION_COOKIE_SECURE=True)
def test_under_https_the_cookie_stays_there(ana: User, client: Client) -> None:
    share(ana, SECRET)
    client.get(f"/s/{SECRET}/")

    assert client.cookies["shared_report"]["secure"]


@pytest.mark.parametrize("secret", [SECRET, "wrong"])
def test_nothing_keeps_or_passes_on_the_address(ana: User, client: Client, secret: str) -> None:
    share(ana, SECRET)
    answer = client.get(f"/s/{secret}/")

    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert {"no-store", "private"} <= set(answer["Cache-Control"].split(", "))


@pytest.mark.parametrize("secret", ["ünïcödé", "%00", "x" * 5000, "a%2Fb", "%FF%FE", "..", "%F0%9F%99%83"])
def test_any_text_is_just_a_wrong_one(client: Client, db: None, secret: str) -> None:
    assert client.get(f"/s/{secret}/").status_code == 404


def test_what_opens_nothing_costs_the_same_whatever_it_once_opened(ana: User, ana_client: Client) -> None:
    share(ana, "expired", days=1, age=2)
    revoked = share(ana, "revoked")
    ana_client.post(f"/report/share/{revoked.uid}/revoke/")
    costs = {}
    Client().get("/s/warm-up/")
    for secret in ("wrong", "expired", "revoked"):
        with CaptureQueriesContext(connection) as queries:
            Client().get(f"/s/{secret}/")
        costs[secret] = [re.sub(r"'[^']*'|\d+", "?", query["sql"]) for query in queries]

    assert costs["wrong"] == costs["expired"] == costs["revoked"]


def test_guesses_from_one_address_are_limited_and_others_are_not(ana: User) -> None:
    share(ana, SECRET)
    guesser, reader = Client(REMOTE_ADDR="192.0.2.1"), Client(REMOTE_ADDR="192.0.2.2")
    answers = [guesser.get(f"/s/guess-{number}/").status_code for number in range(25)]

    assert set(answers[:20]) == {404}
    assert set(answers[20:]) == {429}
    assert guesser.get(f"/s/{SECRET}/").status_code == 429
    assert guesser.get(f"/s/{SECRET}/")["Referrer-Policy"] == "no-referrer"
    assert reader.get(f"/s/{SECRET}/").status_code == 302


def test_opening_a_link_that_works_is_no_guess(ana: User, client: Client) -> None:
    share(ana, SECRET)

    assert {client.get(f"/s/{SECRET}/").status_code for _ in range(30)} == {302}


def test_an_opening_counts_once_the_report_is_shown(ana: User, client: Client) -> None:
    share(ana, SECRET)
    looked_only = Client()
    looked_only.get(f"/s/{SECRET}/")
    looked_only.head("/shared/")
    assert ShareLink.objects.get().opened == 0, "a messenger that looks at the link is nobody"

    client.get(f"/s/{SECRET}/", follow=True)
    for path in ("/shared/", "/shared/charts/", "/shared/pdf/", "/shared/"):
        assert client.get(path).status_code == 200
    assert ShareLink.objects.get().opened == 1
    assert ShareLink.objects.get().last_opened_at

    client.get(f"/s/{SECRET}/", follow=True)
    assert ShareLink.objects.get().opened == 2
    cookie = client.cookies["shared_report"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/shared/")


@override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1)
def test_behind_a_proxy_it_is_the_address_that_the_proxy_names(db: None) -> None:
    def ask(address: str) -> int:
        return (
            Client(REMOTE_ADDR="127.0.0.1", headers={"x-forwarded-for": f"10.0.0.1, {address}"})
            .get("/s/guess/")
            .status_code
        )

    assert [ask("192.0.2.1") for _ in range(21)][-1] == 429
    assert ask("192.0.2.2") == 404


def test_no_log_line_names_the_secret(db: None, client: Client, caplog: pytest.LogCaptureFixture) -> None:
    """The handlers of the settings have the filter; the one that collects the lines here gets it too."""
    handlers: Any = settings.LOGGING["handlers"]
    assert handlers["console"]["filters"] == ["without_secrets"]
    caplog.set_level(logging.DEBUG)
    caplog.handler.addFilter(WithoutSecrets())
    client.get(f"/s/{SECRET}/")
    client.post(f"/s/{SECRET}/")
    client.get(f"/s/{SECRET}")

    said = [record.getMessage() for record in caplog.records if not record.name.startswith("django.db")]
    assert any("/s/…" in line for line in said)
    assert SECRET not in "\n".join(said)


def test_other_lines_stay_as_they_are() -> None:
    record = logging.LogRecord("x", logging.INFO, "", 0, "%s and /journal%s", ("one", "/x"), None)

    assert WithoutSecrets().filter(record)
    assert record.getMessage() == "one and /journal/x"
    assert record.args == ("one", "/x")

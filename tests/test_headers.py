"""What every answer says about itself, and what no address, log line or e-mail subject says about anybody's health."""

import logging
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from journal.analytics.vocabulary import Giver, Goal, Quality, Region, Side, Technique
from journal.models import User
from tests import cast
from tests.site import one_of_each, pages

SECRET = "Stabbed by a burning calf"
WORDS = {
    word.value for words in (Quality, Region, Side, Technique, Giver, Goal) for word in words if word.value != "other"
}
HEALTH = re.compile(r"sciatic|pain|massage|flare|nerve|back\b|leg\b|health", re.I)
# What an address may ask for: which page, which dates, where to go next.
PARAMETERS = {"range", "with", "from", "to", "day", "before", "after", "next"}
# Sources that a page names; a link leads there, nothing is loaded from there.
SOURCES = {
    "www.nhs.uk",
    "cks.nice.org.uk",
    "www.nice.org.uk",
    "doi.org",
    "www.kennisplatformfysiotherapie.nl",
}
POLICY = {
    "default-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
}


class Markup(HTMLParser):
    """Everything in a page that a browser would run, load, send or follow."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.inline: list[str] = []
        self.addresses: list[str] = []
        self.links: list[str] = []
        self.fields_in_addresses: list[str] = []
        self._sends_by_address = False
        self._element = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._element = tag if tag == "script" and "src" not in given and "json" not in given.get("type", "") else ""
        if tag == "style" or self._element:
            self.inline.append(f"<{tag}>")
        self.inline += [f"{tag} {name}" for name in given if name == "style" or name.startswith("on")]
        named = [given[name] for name in ("href", "src", "action", "formaction", "poster") if name in given]
        # The key of the second step opens an app on the device; it is sent nowhere.
        found = [address for address in named if not address.startswith("otpauth:")]
        self.addresses += found
        self.links += found if tag == "a" else []
        if tag == "form":
            self._sends_by_address = given.get("method", "get").lower() == "get"
        if self._sends_by_address and "name" in given and tag in {"input", "select", "textarea", "button"}:
            self.fields_in_addresses.append(given["name"])

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._sends_by_address = False


@pytest.fixture
def rendered(ana: User, ana_client: Client) -> dict[str, str]:
    """Every page of a diary with something in it, and the pages of a visitor."""
    uids = one_of_each(ana)
    cast.diary(ana, days=60)
    visitor = Client()
    shown = {name: ana_client.get(path).text for name, path in pages(ana_client, uids).items()}
    return shown | {f"visitor: {name}": visitor.get(path).text for name, path in pages(visitor, uids).items()}


def answers(client: Client, uids: dict[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    for name, path in [*pages(client, uids).items(), ("missing", "/nothing-here/")]:
        yield name, dict(client.get(path).items())


def test_the_policy_is_strict_on_every_page(ana: User, ana_client: Client) -> None:
    uids = one_of_each(ana)

    for client in (ana_client, Client()):
        for name, headers in answers(client, uids):
            assert set(headers["Content-Security-Policy"].split("; ")) == POLICY, name
            assert headers["X-Content-Type-Options"] == "nosniff", name
            assert headers["X-Frame-Options"] == "DENY", name
            assert headers["Referrer-Policy"] == "same-origin", name
            assert headers["Cross-Origin-Opener-Policy"] == "same-origin", name


def test_the_admin_has_the_same_policy(mona_client: Client) -> None:
    answer = mona_client.get("/admin/")

    assert answer.status_code == 200
    assert set(answer["Content-Security-Policy"].split("; ")) == POLICY
    assert "no-store" in answer["Cache-Control"]


def test_nothing_that_a_signed_in_person_sees_is_kept(ana: User, ana_client: Client) -> None:
    for name, headers in answers(ana_client, one_of_each(ana)):
        assert {"no-store", "private"} <= set(headers["Cache-Control"].split(", ")), name


def test_answers_to_what_is_sent_are_not_kept_either(ana_client: Client) -> None:
    for path in ("/pain/new/", "/massage/new/"):
        assert "no-store" in ana_client.post(path, {})["Cache-Control"]


def test_pages_hold_nothing_inline_and_nothing_of_another_host(rendered: dict[str, str]) -> None:
    for name, text in rendered.items():
        markup = Markup(text)
        assert markup.inline == [], name
        elsewhere = [address for address in markup.addresses if urlsplit(address).netloc]
        assert {urlsplit(address).netloc for address in elsewhere} <= SOURCES, name
        assert set(elsewhere) <= set(markup.links), name


def test_no_address_says_anything_about_a_body(rendered: dict[str, str]) -> None:
    for name, text in rendered.items():
        markup = Markup(text)
        assert set(markup.fields_in_addresses) <= PARAMETERS, name
        for address in markup.addresses:
            asked = dict(parse_qsl(urlsplit(address).query))
            assert set(asked) <= PARAMETERS, f"{name}: {address}"
            assert set(asked.values()) & WORDS == set(), f"{name}: {address}"


def test_no_log_line_says_what_was_typed(ana_client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for sent in ({"intensity": "7", "note": SECRET}, {"intensity": SECRET, "note": SECRET}, {"uid": SECRET}):
        for path in ("/pain/new/", "/massage/new/", "/flares/new/", "/journal/", "/settings/", "/nothing-here/"):
            ana_client.post(path, sent)

    logged = [record for record in caplog.records if not record.name.startswith("django.db")]
    assert logged
    assert [record.getMessage() for record in logged if SECRET in record.getMessage()] == []


def test_no_mail_subject_gives_anybody_away(ana: User, client: Client) -> None:
    client.post(reverse("account_reset_password"), {"email": ana.email})
    client.post(reverse("account_reset_password"), {"email": "nobody@example.org"})
    client.post(reverse("account_signup"), {"email": ana.email, "password1": "a long enough one"})

    assert len(mail.outbox) >= 1
    assert [message.subject for message in mail.outbox if HEALTH.search(str(message.subject))] == []


def test_cookies_stay_with_the_browser_and_this_site(ana: User, client: Client) -> None:
    ana.set_password("a long enough one")
    ana.save()

    client.post(reverse("account_login"), {"login": ana.email, "password": "a long enough one"})

    session = client.cookies["sessionid"]
    assert session["httponly"]
    assert session["samesite"] == "Lax"

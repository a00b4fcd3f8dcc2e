"""The start page for somebody without an account."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from journal.models import User

pytestmark = pytest.mark.django_db

FIRST_VISIT_BYTES = 60_000
HEADERS_PER_ANSWER = 500


def landing(client: Client) -> str:
    response = client.get("/")
    assert response.status_code == 200
    assert "journal/landing.html" in [template.name for template in response.templates]
    return response.content.decode()


def test_it_leads_to_signing_up_in_and_to_help(client: Client) -> None:
    page = landing(client)

    for address in ("/accounts/signup/", "/accounts/login/", "/safety/"):
        assert f'href="{address}"' in page


def test_it_promises_no_more_than_can_be_known(client: Client) -> None:
    page = landing(client)

    assert "nobody can tell yet" in page
    assert "recommends no treatment" in page


def test_its_picture_says_that_it_is_an_example(client: Client) -> None:
    page = landing(client)

    assert re.search(r'alt="An example of the charts, not a real person', page)
    for name in re.findall(r"img/example[\w-]*\.svg", page):
        assert finders.find(name)


def test_it_asks_the_database_nothing(client: Client, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        landing(client)


def test_a_signed_in_person_gets_the_diary_instead(ana_client: Client) -> None:
    response = ana_client.get("/")

    assert "journal/start.html" in [template.name for template in response.templates]


def test_it_is_no_page_of_the_diary(client: Client, ana: User) -> None:
    page = landing(client)

    assert 'class="bar"' not in page
    assert "Sign out" not in page
    assert 'data-theme="auto"' in page


def test_a_first_visit_weighs_at_most_60_kb(client: Client, hashed_static: Path) -> None:
    """Everything the page names, as it goes over the wire (brotli where there is one); both sizes of the picture."""
    page = landing(client)
    names = set(re.findall(r'(?:href|src|srcset)="/static/([^"]+)"', page))
    modules = {name for name in names if name.endswith(".js")}
    for name in modules:
        text = (hashed_static / name).read_text()
        names |= {f"js/lib/{found}" for found in re.findall(r'"\.\./lib/([^"]+)"', text)}
    assert any(name.startswith("js/lib/") for name in names)

    weight = len(page.encode()) + HEADERS_PER_ANSWER
    for name in names:
        file = hashed_static / unquote(name)
        packed = file.with_name(file.name + ".br")
        weight += (packed if packed.exists() else file).stat().st_size + HEADERS_PER_ANSWER

    assert weight <= FIRST_VISIT_BYTES

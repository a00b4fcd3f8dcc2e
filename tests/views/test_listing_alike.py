"""What is shown while a therapist is typed in."""

from typing import Any

import pytest
from django.test import Client

from tests.cast import listing
from tests.views.bad_input import MARKUP

PAGE = "/therapists/alike/"
VERA = {"name": "vera", "place": "lee", "country": "GB"}


def test_half_a_name_finds_those_that_begin_so(ana_client: Client) -> None:
    listing(name="Vera Lang", place="Leeds")

    assert "Vera Lang" not in ana_client.post(PAGE, VERA).text
    assert "Vera Lang" in ana_client.post(PAGE, VERA | {"place": "Leeds"}).text


def test_it_is_a_part_of_a_page_and_empty_where_nobody_is_alike(ana_client: Client) -> None:
    assert ana_client.post(PAGE, VERA).text.strip() == ""


@pytest.mark.parametrize(
    "sent",
    [
        VERA | {"country": "\x00"},
        VERA | {"licence_number": "\x00"},
        {},
        {"name": "\x00"},
        {"name": MARKUP, "place": MARKUP},
        {"name": "x" * 100_000, "country": "\x00"},
    ],
)
def test_nothing_that_is_sent_breaks_it(ana_client: Client, sent: dict[str, Any]) -> None:
    assert ana_client.post(PAGE, sent).status_code == 200

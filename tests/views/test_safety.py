"""When to get help."""

import re

import pytest
from django.test import Client

SIGNS = (
    # Now
    "down both legs",
    "weakness or numbness in both legs that is severe or getting worse",
    "numbness around or under your genitals, or around your back passage",
    "hard to start to pee, you cannot pee, or you cannot control it, and that is not normal for you",
    "do not notice when you need to poo, or you cannot control it, and that is not normal for you",
    "after a serious accident",
    "chest pain",
    # Today
    "your foot drops",
    "weakness in one leg that is new or getting worse",
    # Within days
    "a fever",
    "lose weight without trying",
    "a lump in your back, or your back has changed its shape",
    "rest brings no relief, or the pain is worse at night",
    "from the top of your back",
    # See a doctor
    "no better after a few weeks",
    "it is getting worse",
    "stops you from doing what you normally do",
)


def safety(client: Client) -> str:
    response = client.get("/safety/")
    assert response.status_code == 200
    return response.content.decode()


def test_it_is_open_to_everybody_without_a_query(client: Client) -> None:
    """Without the database fixture a query would fail: it is there even when the database is not."""
    assert "When to get help" in safety(client)


@pytest.mark.parametrize("sign", SIGNS)
def test_it_names_every_sign(client: Client, sign: str) -> None:
    assert sign in safety(client)


def test_the_signs_stand_in_the_order_of_their_urgency(client: Client) -> None:
    page = safety(client)
    places = [page.index(sign) for sign in SIGNS if sign != "it is getting worse"]

    assert places == sorted(places)


def test_numbers_can_be_dialled_and_none_is_left_without(client: Client) -> None:
    page = safety(client)

    for number in ("112", "911", "999", "000", "111", "119"):
        assert f'href="tel:{number}">{number}</a>' in page
    assert page.count("your local emergency number") == 2


def test_every_number_shown_is_the_number_dialled(client: Client) -> None:
    links = re.findall(r'href="tel:(\d+)">(\d+)</a>', safety(client))

    assert links
    assert all(dialled == shown for dialled, shown in links)


def test_it_is_dated_and_names_its_sources(client: Client) -> None:
    page = safety(client)

    assert re.search(r'<time datetime="\d{4}-\d\d-\d\d">', page)
    for source in ("nhs.uk/conditions/sciatica", "nhs.uk/conditions/back-pain", "cks.nice.org.uk"):
        assert source in page


def test_it_never_says_that_all_is_well(client: Client) -> None:
    text = re.sub(r"<[^>]+>", " ", safety(client)).lower()

    for claim in ("no red flags", "you are fine", "nothing to worry", "score", "low risk"):
        assert claim not in text


@pytest.mark.django_db
def test_it_keeps_the_diary_within_reach_of_somebody_signed_in(ana_client: Client) -> None:
    page = safety(ana_client)

    assert 'class="bar"' in page
    assert 'href="/safety/" aria-current="page"' in page

"""When to get help."""

import re

import pytest
from django.test import Client

from journal.analytics.emergency import COUNTRIES
from journal.models import User
from tests.cast import signed_in

SIGNS = {
    "now": (
        "down both legs, not only one",
        "weakness or numbness in both legs that is severe or getting worse",
        "numbness around or under your genitals, or around your back passage",
        "hard to start to pee, you cannot pee, or you cannot control it, and that is not normal for you",
        "do not notice when you need to poo, or you cannot control it, and that is not normal for you",
        "after a serious accident",
        "chest pain",
    ),
    "today": ("your foot drops", "weakness in one leg that is new or getting worse"),
    "soon": (
        "a fever",
        "lose weight without trying",
        "a lump in your back, or your back has changed its shape",
        "rest brings no relief, or the pain is worse at night",
        "from the top of your back",
    ),
    "sometime": ("no better after a few weeks", "it is getting worse", "stops you from doing what you normally do"),
}


def safety(client: Client) -> str:
    response = client.get("/safety/")
    assert response.status_code == 200
    return response.content.decode()


def test_it_is_open_to_everybody_without_a_query(client: Client) -> None:
    """Without the database fixture a query would fail: it is there even when the database is not."""
    assert "When to get help" in safety(client)


@pytest.mark.parametrize(("part", "sign"), [(part, sign) for part, signs in SIGNS.items() for sign in signs])
def test_every_sign_stands_in_the_part_that_says_how_urgent_it_is(client: Client, part: str, sign: str) -> None:
    section = safety(client).partition(f'<h2 id="{part}">')[2].partition("</section>")[0]

    assert re.search(rf"<li>[^<]*{re.escape(sign)}[^<]*</li>", section)


@pytest.mark.parametrize("part", SIGNS)
def test_no_part_names_more_than_these(client: Client, part: str) -> None:
    section = safety(client).partition(f'<h2 id="{part}">')[2].partition("</section>")[0]

    assert section.count("<li>") == len(SIGNS[part])


def test_the_parts_stand_in_the_order_of_their_urgency(client: Client) -> None:
    assert re.findall(r'<h2 id="([a-z]+)">', safety(client)) == list(SIGNS)


def test_numbers_can_be_dialled_and_nobody_is_left_without(client: Client) -> None:
    page = safety(client)

    for number in ("112", "911", "999"):
        assert f'<a class="btn btn-primary" href="tel:{number}">{number}</a>' in page
    for country in COUNTRIES:
        numbers = " or ".join(f'<a href="tel:{number}">{number}</a>' for number in country.numbers)
        assert f"<dt>{country.name}</dt><dd>{numbers}</dd>" in page
    assert page.count("your local emergency number") == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("country", "zone", "said"),
    [
        ("", "Europe/Berlin", ("112", "Country: Germany.")),
        ("", "America/New_York", ("911", "Country: United States.")),
        ("GB", "Europe/Berlin", ("999", "Country: United Kingdom.")),
        ("ZZ", "Europe/Berlin", ("911", "Choose your country</a>")),
        ("", "Africa/Cairo", ("999", "Choose your country</a>")),
    ],
)
def test_somebody_signed_in_sees_the_number_of_their_country(
    ana: User, country: str, zone: str, said: tuple[str, str]
) -> None:
    User.objects.filter(pk=ana.pk).update(country=country, time_zone=zone)
    ana.refresh_from_db()
    call = safety(signed_in(ana)).partition('<p class="call">')[2].partition("<ul>")[0]

    assert f'href="tel:{said[0]}"' in call
    assert "<span>or your local emergency number</span>" in call
    assert said[1] in call


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

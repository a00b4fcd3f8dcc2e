"""Whom to call, by country."""

from zoneinfo import available_timezones

import pytest

from journal.analytics.emergency import (
    ANYWHERE,
    COUNTRIES,
    ELSEWHERE,
    country_name,
    country_of_zone,
    emergency_in,
)


@pytest.mark.parametrize(
    ("zone", "number"),
    [
        ("Europe/Berlin", "112"),
        ("Europe/London", "999"),
        ("Europe/Oslo", "113"),
        ("America/New_York", "911"),
        ("US/Eastern", "911"),
        ("America/Toronto", "911"),
        ("Australia/Sydney", "000"),
        ("Pacific/Auckland", "111"),
        ("Asia/Tokyo", "119"),
        ("Asia/Calcutta", "112"),
        ("Asia/Kolkata", "112"),
        ("Asia/Shanghai", "120"),
        ("Europe/Kyiv", "103"),  # 112 does not reach all of Ukraine yet
        ("Europe/Moscow", "112"),
        ("America/Buenos_Aires", "107"),
    ],
)
def test_the_number_of_a_zone(zone: str, number: str) -> None:
    assert emergency_in(country="", time_zone=zone).numbers[0] == number


def test_the_country_that_was_chosen_counts_more_than_the_zone() -> None:
    assert emergency_in(country="GB", time_zone="Europe/Berlin") == ("United Kingdom", ("999", "112"))


@pytest.mark.parametrize(
    ("country", "zone"), [("", "UTC"), ("", "Africa/Cairo"), ("", ""), (ELSEWHERE, "Europe/Berlin"), ("XX", "UTC")]
)
def test_where_it_is_not_known_the_common_numbers_are_named(country: str, zone: str) -> None:
    assert emergency_in(country=country, time_zone=zone) == ANYWHERE
    assert ANYWHERE == ("", ("112", "911", "999"))


def test_every_zone_exists_and_lies_in_one_country() -> None:
    zones = [zone for country in COUNTRIES for zone in country.zones.split()]

    assert set(zones) <= available_timezones()
    assert len(zones) == len(set(zones))


def test_codes_and_names_are_unique_and_numbers_can_be_dialled() -> None:
    assert (
        len({country.code for country in COUNTRIES}) == len({country.name for country in COUNTRIES}) == len(COUNTRIES)
    )
    assert ELSEWHERE not in {country.code for country in COUNTRIES}
    assert all(len(country.code) == 2 and country.code.isupper() for country in COUNTRIES)
    assert all(number.isdigit() for country in COUNTRIES for number in country.numbers)
    assert all(country.numbers and country.zones for country in COUNTRIES)


def test_all_of_the_european_union_dials_112() -> None:
    # fmt: off
    union = {
        "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU",
        "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE",
    }
    # fmt: on
    numbers = {country.code: country.numbers for country in COUNTRIES}

    assert [code for code in union if numbers[code][0] != "112"] == []


def test_names_and_zones() -> None:
    assert country_of_zone("Europe/Berlin") == "DE"
    assert country_name("DE") == "Germany"
    assert (country_of_zone("Mars/Olympus"), country_name(""), country_name(ELSEWHERE)) == ("", "", "")

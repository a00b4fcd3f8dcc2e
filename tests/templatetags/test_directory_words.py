"""How a listing's facts become links."""

from types import SimpleNamespace

import pytest

from journal.templatetags.directory_words import country_name, dialled, is_web_address, known_words, web_name


@pytest.mark.parametrize(
    ("phone", "number"),
    [
        ("+44 (0)113 496-0000", "+441134960000"),
        ("(0113) 496 0000", "01134960000"),
        ("555.0100", "5550100"),
        ("+1 555 0100 ext. 12", ""),
        ("١١٣٤٩٦", ""),
        ("javascript:1", ""),
        ("", ""),
    ],
)
def test_a_number_is_dialled_only_where_it_is_one(phone: str, number: str) -> None:
    assert dialled(phone) == number


@pytest.mark.parametrize("address", ["javascript:alert(1)", " javascript:alert(1)", "//a", "mailto:a", "HTTPX://a", ""])
def test_what_is_no_page_of_the_web_becomes_no_link(address: str) -> None:
    assert not is_web_address(address)


def test_an_address_is_shown_without_what_says_nothing() -> None:
    assert web_name("https://www.example.org/") == "www.example.org"
    assert is_web_address("HTTPS://www.example.org/")


def test_an_unknown_country_is_its_code() -> None:
    assert (country_name("GB"), country_name("XX")) == ("United Kingdom", "XX")


@pytest.mark.parametrize(
    ("sciatica", "back", "insured", "said"),
    [
        ("yes", "yes", "yes", "Experience with sciatica and the lower back, insured"),
        ("no", "yes", "unknown", "Experience with the lower back"),
        ("unknown", "no", "yes", "Insured"),
        ("unknown", "unknown", "no", ""),
    ],
)
def test_what_is_known_is_told_in_one_line(sciatica: str, back: str, insured: str, said: str) -> None:
    listing = SimpleNamespace(knows_sciatica=sciatica, knows_lower_back=back, insured=insured)

    assert known_words(listing) == said

"""Which town a misspelt one was."""

import pytest

from journal.analytics.therapists import listing_place_key
from journal.analytics.town_meant import towns_meant

KNOWN = [listing_place_key(town) for town in ("Leeds", "London", "Manchester", "Mänchengladbach", "York", "東京都庁")]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("leads", ["leeds"]),
        ("Lodnon", ["london"]),
        ("Mancester", ["manchester"]),
        ("yrok", ["york"]),
        ("Leeds", []),  # it is there: something else is in the way
        ("Lond", []),  # found by its beginning
        ("xyzzy", []),
        ("lds", []),
        ("", []),
        ("東京都丁", ["東 京 都 庁"]),
    ],
)
def test_it_is_the_nearest_that_is_known(typed: str, meant: list[str]) -> None:
    assert towns_meant(typed=listing_place_key(typed), known=KNOWN) == meant


def test_three_at_most_the_nearest_first() -> None:
    known = ["aberdean", "aberdeed", "aberdeen", "aberdoen"]

    assert towns_meant(typed="aberdeenn", known=known)[0] == "aberdeen"
    assert len(towns_meant(typed="aberdeenn", known=known)) == 3

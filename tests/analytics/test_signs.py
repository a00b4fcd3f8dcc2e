"""Leg pain, back pain and the signs of the nerve."""

from datetime import date, timedelta

import pytest

from journal.analytics.sensations import Felt, Share
from journal.analytics.signs import LegAndBack, Sign, leg_and_back, sign_of, signs_over_time

MONDAY = date(2026, 3, 2)


def felt(offset: int, quality: str = "", region: str = "", strength: float = 5) -> Felt:
    return Felt(MONDAY + timedelta(days=offset), quality, region, "", strength)


@pytest.mark.parametrize(
    ("quality", "region", "sign"),
    [
        ("ache", "lower_back", Sign.BACK),
        ("", "sacrum", Sign.BACK),
        ("burning", "buttock", Sign.LEG),
        ("", "toes", Sign.LEG),
        ("numbness", "lower_back", Sign.NUMBNESS),
        ("tingling", "", Sign.TINGLING),
        ("weakness", "saddle", Sign.WEAKNESS),
        ("ache", "saddle", None),
        ("ache", "", None),
        ("", "", None),
    ],
)
def test_a_sensation_counts_for_one_thing_at_most(quality: str, region: str, sign: Sign | None) -> None:
    assert sign_of(felt(0, quality, region)) == sign


def test_of_each_day_the_strongest_counts() -> None:
    said = [felt(0, "ache", "calf", 3), felt(0, "shock", "toes", 6), felt(2, "ache", "calf", 4), felt(2, "ache")]
    found = signs_over_time(felt=said, first=MONDAY, last=MONDAY + timedelta(days=2))
    (leg,) = found.rows
    assert (leg.what, leg.days) == (Sign.LEG, 2)
    nothing = Share(days=0, strength=None)
    assert leg.shares == (Share(days=1, strength=6), nothing, Share(days=1, strength=4))
    assert found.named == (1, 0, 1)


def test_signs_have_an_order_of_their_own() -> None:
    said = [felt(0, quality) for quality in ("weakness", "tingling", "numbness")]
    found = signs_over_time(felt=[*said, felt(0, "", "lower_back"), felt(0, "", "calf")], first=MONDAY, last=MONDAY)
    assert [row.what for row in found.rows] == list(Sign)


@pytest.mark.parametrize(("days", "unit"), [(100, "day"), (101, "week"), (400, "week"), (401, "month")])
def test_days_are_drawn_as_long_as_they_can_be_seen(days: int, unit: str) -> None:
    assert signs_over_time(felt=[], first=MONDAY, last=MONDAY + timedelta(days=days - 1)).unit == unit


def test_leg_and_back_are_compared_on_days_that_name_either() -> None:
    said = [
        felt(0, "ache", "calf", 6),
        felt(0, "ache", "lower_back", 4),
        felt(1, "ache", "lower_back", 4),
        felt(2, "ache", "calf", 4),
        felt(2, "ache", "toes", 1),
        felt(2, "ache", "sacrum", 4),
        felt(3, "numbness", "calf", 9),
        felt(4, "ache", "calf", 0),
    ]
    found = leg_and_back(felt=said)
    assert found == LegAndBack(days=3, leg=1, back=1)
    assert found.alike == 1

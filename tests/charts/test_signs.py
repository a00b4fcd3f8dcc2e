"""Leg pain, back pain, numbness, tingling and weakness over time."""

from datetime import date, timedelta
from typing import Any

from journal.analytics.sensations import Felt
from journal.charts.axis import day_number
from journal.charts.signs import signs_chart

MONDAY = date(2026, 3, 2)
START = day_number(MONDAY)


def felt(offset: int, quality: str = "ache", region: str = "calf", strength: float = 5) -> Felt:
    return Felt(MONDAY + timedelta(days=offset), quality, region, "", strength)


def back(offset: int, strength: float = 5) -> Felt:
    return felt(offset, region="lower_back", strength=strength)


def signs(*said: Felt, days: int = 30) -> dict[str, Any]:
    return signs_chart(felt=said, first=MONDAY, last=MONDAY + timedelta(days=days - 1))


def test_nothing_is_drawn_where_nothing_of_it_is_named() -> None:
    assert signs() == {}
    assert signs(felt(0, region="")) == {}


def test_a_bar_is_as_tall_as_it_was_strong() -> None:
    (leg,) = signs(felt(0, strength=4), felt(2, strength=10), felt(2, strength=3))["rows"]
    assert (leg["label"], leg["code"], leg["days"]) == ("Leg pain", "sign-leg", "2 days")
    floor, bars = leg["paths"]
    assert floor["d"] == f"M{START} 1h1M{START + 2} 1h1"
    assert [part.split("v-")[1].split("h")[0] for part in bars["d"].split("M")[1:]] == ["0.4", "1"]


def test_leg_and_back_are_compared_in_words_from_seven_days_on() -> None:
    six = signs(*(felt(day) for day in range(6)))
    assert six["title"] == "Leg and back pain, and signs of the nerve"
    assert "Leg or back pain is named on 6 days; from 7 days on, the two are compared here." in six["sentence"]
    leg = signs(*(felt(day) for day in range(5)), back(5), back(6))
    assert leg["title"] == "Leg pain is stronger than back pain on 5 of 7 days"
    assert "Leg pain is the stronger on 5 days, back pain on 2, neither on 0." in leg["sentence"]
    assert signs(*(back(day) for day in range(7)))["title"] == "Back pain is stronger than leg pain on 7 of 7 days"
    alike = signs(*(felt(day) for day in range(7)), *(back(day) for day in range(1, 7)))
    assert alike["title"] == "Leg and back pain are equally strong on 6 of 7 days"
    even = signs(*(felt(day) for day in range(4)), *(back(day) for day in range(4, 8)))
    assert even["title"] == "Leg and back pain are each the stronger on 4 of 8 days"


def test_signs_of_the_nerve_are_counted_in_words_from_seven_days_on() -> None:
    said = [felt(day) for day in range(6)] + [felt(0, "tingling"), felt(1, "tingling"), felt(5, "weakness")]
    assert "tingling" not in signs(*said)["sentence"]
    assert "Of 7 days: tingling on 2, weakness on 1." in signs(*said, felt(6))["sentence"]
    assert "Leg or back pain is named on no day;" in signs(felt(0, "tingling"))["sentence"]


def test_the_table_and_the_script_have_the_same_numbers() -> None:
    found = signs(felt(0, strength=4), felt(0, "numbness", strength=2), back(3))
    assert found["table"]["head"] == ["Period", "Days", "Leg pain", "Back pain", "Numbness"]
    assert found["table"]["rows"] == [
        ["2 Mar 2026", "1", "1 (4)", "0", "1 (2)"],
        ["5 Mar 2026", "1", "0", "1 (5)", "0"],
    ]
    assert found["data"]["x"][:2] == [START, START + 1]
    assert found["data"]["rows"][0]["strength"][:2] == [4, None]


def test_long_periods_go_by_week() -> None:
    found = signs(felt(0, strength=4), felt(1, strength=6), days=200)
    assert "One bar is one week: the mean of its days" in found["sentence"]
    assert "v-0.5h" in found["rows"][0]["paths"][1]["d"]

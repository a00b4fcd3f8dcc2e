"""Kinds and places: titles, bars and tables."""

from datetime import date, timedelta
from typing import Any

from journal.analytics.sensations import Felt
from journal.charts.axis import day_number
from journal.charts.kinds import kinds_chart
from journal.charts.places import places_chart

MONDAY = date(2026, 3, 2)
START = day_number(MONDAY)


def felt(offset: int, quality: str = "", region: str = "", side: str = "", strength: float = 5) -> Felt:
    return Felt(MONDAY + timedelta(days=offset), quality, region, side, strength)


def kinds(*said: Felt, days: int = 70) -> dict[str, Any]:
    return kinds_chart(felt=said, first=MONDAY, last=MONDAY + timedelta(days=days - 1))


def places(*said: Felt, days: int = 70) -> dict[str, Any]:
    return places_chart(felt=said, first=MONDAY, last=MONDAY + timedelta(days=days - 1))


def test_the_most_named_kind_is_the_title() -> None:
    found = kinds(felt(0, "shock"), felt(1, "shock"), felt(1, "ache"), felt(2, "ache"), felt(3, "shock"))
    assert found["title"] == "Electric shock is named most: on 3 of 4 days"
    assert [(row["label"], row["code"], row["days"]) for row in found["rows"]] == [
        ("Electric shock", "kind-shock", "3 days"),
        ("Ache", "kind-ache", "2 days"),
    ]


def test_bars_are_as_tall_as_the_share_of_days_and_missing_weeks_have_no_floor() -> None:
    found = kinds(felt(0, "ache"), felt(1, "burning"), felt(14, "ache"))
    floor, bars = found["rows"][0]["paths"]
    assert floor == {"level": "floor", "d": f"M{START} 1h7M{START + 14} 1h7"}
    assert bars["level"] == "bar"
    assert [part.split("v-")[1].split("h")[0] for part in bars["d"].split("M")[1:]] == ["0.5", "1"]


def test_a_single_day_of_many_can_still_be_seen() -> None:
    found = kinds(*[felt(day, "ache") for day in range(60)], felt(3, "burning"), days=1600)
    assert "v-0.06h" in found["rows"][1]["paths"][1]["d"]


def test_the_table_of_kinds_counts_days() -> None:
    found = kinds(felt(0, "ache"), felt(1, "burning"), felt(1, "ache"), felt(14, "ache"))
    assert found["table"]["head"] == ["Period", "Days", "Ache", "Burning"]
    assert found["table"]["rows"] == [
        ["Week of 2 Mar 2026", "2", "2", "1"],
        ["Week of 16 Mar 2026", "1", "1", "0"],
    ]


def test_scripts_read_the_same_numbers() -> None:
    found = kinds(felt(0, "ache", strength=3), felt(1, "burning", strength=6.26), days=50)
    assert found["data"]["x"] == [START + 7 * week for week in range(8)]
    assert found["data"]["to"] == START + 50
    assert found["data"]["named"] == [2, 0, 0, 0, 0, 0, 0, 0]
    assert found["data"]["rows"][1] == {
        "label": "Burning",
        "days": [1, 0, 0, 0, 0, 0, 0, 0],
        "strength": [6.3, None, None, None, None, None, None, None],
    }


def test_the_title_of_places_says_how_far_down_it_went() -> None:
    found = places(felt(0, region="buttock", side="left"), felt(1, region="buttock", side="left"),
                   felt(1, region="foot_top", side="left"))  # fmt: skip
    assert found["title"] == "Most often the left buttock; furthest down, the top of left foot"


def test_where_the_most_frequent_place_is_also_the_furthest_its_days_are_said() -> None:
    found = places(felt(0, region="calf"), felt(1, region="calf"), felt(1, region="lower_back", side="centre"))
    assert found["title"] == "Most often the calf, on 2 of 2 days"


def test_the_saddle_lies_on_no_leg_and_is_not_furthest_down() -> None:
    found = places(felt(0, region="saddle"), felt(1, region="calf", side="right"), felt(2, region="calf", side="right"))
    assert found["title"] == "Most often the right calf, on 2 of 3 days"
    assert places(felt(0, region="saddle"))["title"] == "Most often between the legs, on 1 of 1 day"


def test_places_are_coloured_by_how_strong_the_pain_was() -> None:
    found = places(felt(0, region="calf", strength=6.6), felt(7, region="calf", strength=2), felt(8, region="hip"))
    calf = found["rows"][1]
    assert (calf["label"], calf["code"]) == ("Calf", "station-5")
    assert [path["level"] for path in calf["paths"]] == ["floor", "pain-2", "pain-7"]


def test_the_table_of_places_adds_the_strength() -> None:
    found = places(felt(0, region="calf", strength=6), felt(1, region="calf", strength=7), felt(1, region="hip"))
    assert found["table"]["rows"] == [["Week of 2 Mar 2026", "2", "1 (5)", "2 (6.5)"]]


def test_the_sentences_name_the_unit() -> None:
    calf = felt(0, "ache", "calf")
    assert places(calf)["sentence"].startswith("1 day with a place. One bar is one week:")
    assert "One bar is one day that names the place" in places(calf, days=30)["sentence"]
    assert "One bar is three months:" in places(calf, days=2000)["sentence"]
    assert kinds(calf, days=1000)["sentence"].startswith("One bar is one month:")
    assert kinds(calf, days=30)["sentence"] == "One bar is one day on which the kind was named."


def test_without_any_there_are_no_rows() -> None:
    assert kinds(felt(0, region="calf")) == {"title": "No kinds of pain named in this period", "rows": []}
    assert places(felt(0, "ache")) == {"title": "No places named in this period", "rows": []}

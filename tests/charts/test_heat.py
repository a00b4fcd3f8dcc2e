"""Where it was, first half against last."""

from datetime import date, timedelta
from typing import Any

from journal.analytics.sensations import Felt
from journal.charts.heat import heat_chart

MONDAY = date(2026, 3, 2)


def felt(offset: int, region: str = "calf", side: str = "left", strength: float = 5) -> Felt:
    return Felt(MONDAY + timedelta(days=offset), "ache", region, side, strength)


def heat(*said: Felt, days: int = 20) -> dict[str, Any]:
    return heat_chart(felt=said, first=MONDAY, last=MONDAY + timedelta(days=days - 1))


def row(found: dict[str, Any], label: str) -> Any:
    (halves,) = [row["halves"] for row in found["rows"] if row["label"] == label]
    return halves


def test_nothing_is_drawn_where_no_place_is_named() -> None:
    assert heat() == {}
    assert heat(felt(0, "", "")) == {}


def test_a_cell_is_the_share_of_days_and_the_mean_of_their_strongest() -> None:
    found = heat(
        felt(0, strength=4), felt(1, strength=7), felt(1, strength=2), felt(2, "hip"), felt(12, "hip", "right")
    )
    empty = {"level": "", "share": ""}
    assert row(found, "Calf") == [[{"level": 6, "share": 67}, empty], [empty, empty]]
    assert row(found, "Outer hip") == [[{"level": 5, "share": 33}, empty], [empty, {"level": 5, "share": 100}]]
    assert [half["named"] for half in found["halves"]] == ["3 days with a place", "1 day with a place"]
    assert [half["days"] for half in found["halves"]] == ["2 Mar to 11 Mar 2026", "12 Mar to 21 Mar 2026"]


def test_rows_go_from_the_back_down_to_the_toes_each_region_once() -> None:
    found = heat(felt(0), felt(0, "calf", ""), felt(0, "saddle", ""), felt(0, "lower_back", "centre"))
    labels = [row["label"] for row in found["rows"]]
    assert len(labels) == len(set(labels)) == 20
    assert (labels[0], labels[-1]) == ("Lower back", "Other toes")
    assert labels[labels.index("Calf") + 1] == "Calf, no side"
    assert labels[labels.index("Groin") + 1] == "Between the legs"
    assert row(found, "Lower back")[0][1] == {"level": 5, "share": 100}
    assert len(row(found, "Calf, no side")[0]) == 1
    assert [station for station in (row["station"] for row in found["rows"]) if station] == sorted(
        row["station"] for row in found["rows"] if row["station"]
    )


def test_one_day_of_very_many_is_not_rounded_away() -> None:
    found = heat(*(felt(day) for day in range(300)), felt(0, "heel"), days=600)
    assert row(found, "Heel")[0][0]["share"] == 1


def test_the_table_says_the_same_numbers() -> None:
    found = heat(felt(0, strength=4), felt(1, strength=7), felt(2, "hip", ""), felt(12, "toes", "right"))
    assert found["table"]["head"] == ["Place", "First half", "Last half"]
    assert found["table"]["rows"] == [
        ["Outer hip, side not said", "1 of 3 (5)", "0 of 1"],
        ["Left calf", "2 of 3 (5.5)", "0 of 1"],
        ["Other toes (right)", "0 of 3", "1 of 1 (5)"],
    ]


def test_the_largest_change_is_the_title_from_seven_days_on() -> None:
    hips = [felt(day, "hip") for day in (*range(7), *range(10, 17))]
    calves = [felt(day) for day in (0, 1, 2, 3, 10)]
    assert heat(*hips, *calves)["title"] == (
        "Changed most, the left calf: on 4 of 7 days in the first half, 1 of 7 in the last"
    )
    assert heat(*hips)["title"] == "Much the same places in the first half as in the last"
    assert heat(*hips[1:], *calves[1:])["title"] == "Where it was"
    saddle = [felt(day, "saddle", "") for day in range(3)]
    assert "most, between the legs: on 3 of 7" in heat(*hips, *saddle)["title"]


def test_a_single_day_has_one_part() -> None:
    found = heat(felt(0), days=1)
    assert [half["name"] for half in found["halves"]] == ["The day"]
    assert found["halves"][0]["days"] == "2 Mar 2026"
    assert found["table"]["head"] == ["Place", "The day"]

"""How far down the leg: title, steps, words and table."""

from datetime import date, timedelta
from typing import Any

from journal.analytics.sensations import Felt
from journal.charts.axis import axis, day_number
from journal.charts.reach import reach_chart

MONDAY = date(2026, 3, 2)
START = day_number(MONDAY)


def felt(offset: int, region: str = "calf", side: str = "left", strength: float = 5) -> Felt:
    return Felt(MONDAY + timedelta(days=offset), "ache", region, side, strength)


def chart(*said: Felt, days: int = 60) -> dict[str, Any]:
    last = MONDAY + timedelta(days=days - 1)
    return reach_chart(felt=said, last=last, along=axis(first=MONDAY, last=last))


def lines(found: dict[str, Any]) -> dict[str, str]:
    return {line["side"]: line["d"] for line in found["lines"]}


def test_nothing_is_drawn_where_no_place_is_named() -> None:
    assert chart() == {}
    assert chart(felt(0, region="", side="")) == {}


def test_two_months_are_compared_in_words() -> None:
    then = [felt(day, "calf" if day < 3 else "hip") for day in range(10)]
    now = [felt(day, "calf" if day == 40 else "hip") for day in range(40, 48)]
    found = chart(*then, *now)
    assert found["title"] == (
        "Felt as far as the calf or shin on 1 of 8 days in the last month; in the month before, on 3 of 10"
    )
    assert found["sentence"] == (
        "The 30 days to 30 April 2026, and the 30 before; counted are those that name a place. "
        "Furthest down: on the left, the calf or shin."
    )


def test_with_too_few_days_the_title_says_what_there_is() -> None:
    found = chart(felt(0), felt(1, "hip"), felt(2, "buttock", "right"))
    assert found["title"] == "Felt as far as the calf or shin on 1 of 3 days"
    assert "on the left, the calf or shin; on the right, the buttock or hip." in found["sentence"]
    assert "the 30 before" not in found["sentence"]
    assert chart(felt(0))["title"] == "Felt as far as the calf or shin on 1 of 1 day"


def test_days_on_which_nothing_was_there_have_words_too() -> None:
    assert chart(felt(0, strength=0))["title"] == "Nothing from the back down to the toes on 1 day"
    both = [felt(day, strength=0) for day in (*range(7), *range(40, 47))]
    assert chart(*both)["title"] == "Nothing from the back down to the toes on 7 days, nor on the 7 before"


def test_steps_join_days_and_stop_at_gaps() -> None:
    found = chart(felt(0), felt(1), felt(2, "toes"), felt(5))
    assert lines(found) == {
        "left": f"M{START} 4.89h1h1V6.89h1M{START + 5} 4.89h1",
        "right": f"M{START} 0.11h1h1h1M{START + 5} 0.11h1",
    }
    assert found["lines"][0]["marks"] == f"M{START + 0.5} 4.89h0M{START + 2.5} 6.89h0M{START + 5.5} 4.89h0"
    assert found["view"] == f"{START} -0.5 60 8"


def test_both_sides_are_seen_where_they_are_as_far() -> None:
    found = lines(chart(felt(0), felt(0, side="right")))
    assert found["left"] != found["right"]


def test_a_place_without_a_side_has_a_line_of_its_own() -> None:
    found = chart(felt(0), felt(1, "sole", ""))
    assert [line["label"] for line in found["lines"]] == ["left", "right", "side not said"]
    assert lines(found)["unsaid"] == f"M{START + 1} 6h1"
    assert lines(found)["left"] == f"M{START} 4.89h1"
    assert found["table"]["head"] == ["Period", "Left", "Right", "Side not said"]
    assert found["table"]["rows"] == [
        ["2 Mar 2026", "calf or shin", "none", "–"],
        ["3 Mar 2026", "–", "–", "ankle or foot"],
    ]


def test_scripts_read_the_same() -> None:
    found = chart(felt(0), felt(2, side="right"))["data"]
    assert found["x"] == [START + 0.5, START + 2.5]
    assert found["labels"] == ["2 March 2026", "4 March 2026"]
    assert found["sides"] == [{"label": "Left", "stations": [5, 0]}, {"label": "Right", "stations": [0, 5]}]
    assert found["words"][5] == "calf or shin"


def test_long_periods_go_by_week_and_by_month() -> None:
    weekly = chart(*(felt(day, "calf" if day % 7 < 4 else "toes") for day in range(120)), days=120)
    assert weekly["data"]["labels"][0] == "week of 2 March 2026"
    assert weekly["data"]["sides"][0]["stations"][0] == 5
    assert "One step is one week: the middle of its days." in weekly["sentence"]
    assert "middle of its days" in weekly["table"]["caption"]
    monthly = chart(*(felt(day) for day in range(0, 3652, 5)), days=3652)
    assert len(monthly["data"]["x"]) == 120
    assert monthly["lines"][0]["marks"] == ""

"""Scores over time: bars, sentence, table and what is read, from the same answers."""

from datetime import date, timedelta
from typing import Any

from journal.analytics.questionnaires import Answered
from journal.charts.axis import day_number
from journal.charts.questionnaires import questionnaires_chart

TODAY = date(2026, 5, 4)
AT = day_number(TODAY)


def peg(days_ago: int, pain: int, enjoyment: int, activity: int) -> Answered:
    answers = {"pain": pain, "enjoyment": enjoyment, "activity": activity}
    day = TODAY - timedelta(days=days_ago)
    return Answered(day=day, instrument="peg", answers=answers, score=sum(answers.values()) / 3)


def section(code: str, *answered: Answered) -> dict[str, Any]:
    chart = questionnaires_chart(answered=answered, today=TODAY)
    return next(one for one in chart["sections"] if one["code"] == code)


def test_nothing_answered_is_nothing_drawn() -> None:
    chart = questionnaires_chart(answered=[], today=TODAY)

    assert [one["code"] for one in chart["sections"]] == ["peg", "rmdq", "ratings"]
    assert "axis" not in chart
    assert "rows" not in chart["sections"][0]


def test_a_bar_is_the_week_before_the_answer_and_as_high_as_the_score() -> None:
    (row,) = section("peg", peg(20, 5, 5, 5), peg(0, 0, 0, 0))["rows"]

    floor, bars = row["paths"]
    assert floor["d"] == f"M{AT - 26} 1h7M{AT - 6} 1h7"
    assert bars["d"] == f"M{AT - 26} 1v-0.5h7v0.5z"
    assert (row["label"], row["days"]) == ("Score", "0 of 10")


def test_ticks_are_about_one_day() -> None:
    (row,) = section("rmdq", Answered(day=TODAY, instrument="rmdq", answers={}, score=6))["rows"]

    assert row["paths"][1]["d"] == f"M{AT} 1v-0.25h1v0.25z"


def test_each_rating_has_a_row_and_one_that_was_never_given_has_none() -> None:
    first = Answered(day=TODAY - timedelta(days=7), instrument="ratings", answers={"leg": 4}, score=None)
    found = section("ratings", first, Answered(day=TODAY, instrument="ratings", answers={"sitting": 8}, score=None))

    assert [(row["label"], row["days"]) for row in found["rows"]] == [("Leg pain", "4 of 10"), ("Sitting", "8 of 10")]
    assert found["table"]["rows"] == [["4 May 2026", "–", "–", "–", "8"], ["27 Apr 2026", "4", "–", "–", "–"]]
    assert found["finding"] == "4 May 2026: sitting 8"


def test_the_words_and_the_numbers_are_the_same_everywhere() -> None:
    found = section("peg", peg(60, 7, 5, 2), peg(30, 9, 9, 9), peg(0, 2, 3, 4))

    assert found["finding"] == "First 4.7 of 10, on 5 March 2026; latest 3 of 10, on 4 May 2026"
    assert found["sentence"].startswith("Answered 3 times. The scores lie between 3 and 9.")
    assert [row[1] for row in found["table"]["rows"]] == ["3", "9", "4.7"]


def test_what_is_read_goes_along_the_axis() -> None:
    chart = questionnaires_chart(answered=[peg(60, 7, 5, 2), peg(0, 2, 3, 4)], today=TODAY)

    data, axis = chart["data"]["charts"]["peg"], chart["data"]["axis"]
    assert data["text"][1] == "4 May 2026: 3 of 10."
    assert axis["from"] < data["x"][0] < data["x"][1] < axis["to"]


def test_what_was_said_of_a_day_ahead_is_still_on_the_axis() -> None:
    chart = questionnaires_chart(answered=[peg(-1, 1, 1, 1)], today=TODAY)

    assert chart["axis"]["to"] == AT + 2

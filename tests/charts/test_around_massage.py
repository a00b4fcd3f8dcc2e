"""The picture around a massage."""

from datetime import date, timedelta

import pytest

from journal.analytics.around_massage import AroundDay, AroundMassage, ComparedDays
from journal.charts.around_massage import around_chart

DAY = date(2026, 3, 5)


def around(*, compared: int = 2, left_out: int = 0, unknown: tuple[int, ...] = ()) -> AroundMassage:
    """Pain of 5 after massages and 4 after days like them, on every day but the `unknown` ones."""
    return AroundMassage(
        points=tuple(
            AroundDay(
                offset=offset,
                massage=None if offset in unknown else 5.0,
                massage_days=0 if offset in unknown else compared,
                alike=4.126,
                alike_days=3,
            )
            for offset in range(-7, 11)
        ),
        compared=tuple(
            ComparedDays(massage_day=DAY + timedelta(days=number), alike=(DAY - timedelta(days=9),))
            for number in range(compared)
        ),
        left_out=(DAY,) * left_out,
    )


def test_without_any_day_like_a_massage_there_is_no_picture() -> None:
    assert around_chart(around=AroundMassage(points=(), compared=(), left_out=(DAY,))) == {}


def test_the_sentence_says_how_many_days_and_the_means_without_taking_a_difference() -> None:
    assert around_chart(around=around())["sentence"] == (
        "2 massage days, and 1 day without a massage that looked the same. Mean pain with a massage and without: on "
        "the day 5 and 4.1, 1 day after 5 and 4.1, 3 days after 5 and 4.1."
    )


def test_what_is_not_known_is_not_said() -> None:
    assert (
        "Mean pain with a massage and without: on the day 5 and 4.1, 3 days after 5 and 4.1."
        in (around_chart(around=around(unknown=(1,)))["sentence"])
    )
    assert "Mean pain" not in around_chart(around=around(unknown=(0, 1, 3)))["sentence"]


@pytest.mark.parametrize(
    ("left_out", "words"),
    [
        (0, ""),
        (1, "One more massage day is not in the picture, because pain before it is not known or no day is like it."),
        (2, "2 more are not in the picture, because pain before them is not known or no day is like them."),
    ],
)
def test_it_says_which_massages_are_not_in_it(left_out: int, words: str) -> None:
    sentence = around_chart(around=around(left_out=left_out))["sentence"]
    assert sentence.endswith(words)
    assert ("not in the picture" in sentence) == bool(words)


def test_one_massage_day() -> None:
    assert around_chart(around=around(compared=1))["sentence"].startswith("1 massage day, and 1 day without a massage")


def test_the_table_has_a_row_for_each_day_with_the_days_behind_it() -> None:
    table = around_chart(around=around(unknown=(-6,)))["table"]
    assert table["head"] == ["Day", "Massage", "Days like it"]
    assert len(table["rows"]) == 18
    assert table["rows"][0] == ["7 before", "5 (2)", "4.1 (3)"]
    assert table["rows"][1] == ["6 before", "–", "4.1 (3)"]
    assert table["rows"][7] == ["massage", "5 (2)", "4.1 (3)"]
    assert table["rows"][17] == ["10 after", "5 (2)", "4.1 (3)"]


def test_a_gap_stays_a_gap() -> None:
    data = around_chart(around=around(unknown=(2,)))["data"]
    assert data["x"] == list(range(-7, 11))
    assert data["massage"][9] is None
    assert data["massage"][8] == 5
    assert set(data["alike"]) == {4.13}
    assert (data["massageDays"][9], data["alikeDays"][9]) == (0, 3)
    assert (data["labels"][0], data["labels"][7], data["labels"][8]) == ("7 days before", "massage day", "1 day after")


def test_the_band_lies_over_days_one_to_three() -> None:
    drawn = around_chart(around=around())
    along = drawn["axis"]
    length = along["to"] - along["from"]
    start, width = float(drawn["band"]["x"]) / 100 * length, float(drawn["band"]["width"]) / 100 * length
    assert (along["from"] + start, width) == (pytest.approx(0.5, abs=0.01), pytest.approx(3, abs=0.01))
    assert along["from"] + float(drawn["zero"]) / 100 * length == pytest.approx(0, abs=0.01)


def test_phones_get_fewer_labels() -> None:
    ticks = around_chart(around=around())["axis"]["ticks"]
    assert [tick["label"] for tick in ticks if not tick["wide"]] == ["7 before", "massage", "5 after", "10 after"]

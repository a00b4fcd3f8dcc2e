"""What is said about pain by time of day, and from how much on."""

from datetime import date, timedelta

import pytest

from journal.analytics.pain_patterns import FEWEST_DAYS, TimedPain, by_part_of_day
from journal.charts.pain_patterns import pattern_chart

MONDAY = date(2026, 3, 2)


def entries(days: int, *rated: tuple[int, float]) -> list[TimedPain]:
    """At these hours with these ratings on each of so many days."""
    return [TimedPain(MONDAY + timedelta(days=day), hour, pain) for day in range(days) for hour, pain in rated]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (entries(3, (9, 4)), "3 days with a time of day so far; from 14 on it is put in words."),
        (entries(20, (9, 4)), "Too few entries to compare: at least two of these need 5 or more."),
        (
            [*entries(20, (9, 4)), *entries(4, (20, 9))],
            "Too few entries to compare: at least two of these need 5 or more.",
        ),
        (
            entries(20, (9, 4), (20, 4.5)),
            "None of these stands out: the means of those with 5 entries or more lie within one point of each other.",
        ),
        (
            entries(FEWEST_DAYS, (3, 5), (9, 4), (15, 5), (20, 6)),
            "Highest: Evening, 6 on average. Lowest: Morning, 4. From entries on 14 days.",
        ),
    ],
)
def test_the_sentence_says_what_there_is_or_what_is_missing(said: list[TimedPain], sentence: str) -> None:
    assert pattern_chart(pattern=by_part_of_day(entries=said), caption="")["sentence"] == sentence

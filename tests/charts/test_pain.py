"""Pain by day or by week: what the title claims, what is drawn, what the table says."""

from datetime import date, timedelta
from typing import Any

import pytest

from journal.analytics.timeline import PainDay
from journal.charts.axis import day_number
from journal.charts.pain import pain_chart

FIRST = date(2026, 1, 5)  # a Monday


def pain_day(offset: int, *ratings: float) -> PainDay:
    return PainDay(
        day=FIRST + timedelta(days=offset),
        mean=sum(ratings) / len(ratings),
        worst=max(ratings),
        least=min(ratings),
        count=len(ratings),
    )


def stretch(then: float, now: float, *, length: int) -> list[PainDay]:
    return [pain_day(offset, then if offset < length / 2 else now) for offset in range(length)]


def chart(days: list[PainDay], *, first: date = FIRST, today: date | None = None) -> dict[str, Any]:
    last = days[-1].day if days else first
    return pain_chart(days=days, first=first, last=max(last, today or last), today=today or last)


def title(days: list[PainDay], today: date | None = None) -> str:
    found: str = chart(days, today=today)["title"]
    return found


def sentence(days: list[PainDay], **bounds: date) -> str:
    found: str = chart(days, **bounds)["sentence"]
    return found


@pytest.mark.parametrize(
    ("then", "now", "words"),
    [
        (5.44, 3.94, "Pain fell from 5.4 to 3.9 since January"),
        (3, 5, "Pain rose from 3.0 to 5.0 since January"),
        (5, 4.5, "Pain is much as it was in January: 5.0 then, 4.5 now"),
    ],
)
def test_the_title_says_how_pain_changed(then: float, now: float, words: str) -> None:
    assert title(stretch(then, now, length=90)) == words


def test_in_a_short_period_the_title_names_the_day() -> None:
    assert title(stretch(6, 4, length=40)) == "Pain fell from 6.0 to 4.0 since 5 January"
    assert title(stretch(4, 4, length=40)) == "Pain is much as it was around 5 January: 4.0 then, 4.0 now"


def test_another_year_is_named() -> None:
    assert title(stretch(6, 4, length=400)) == "Pain fell from 6.0 to 4.0 since January 2026"


def test_where_the_last_entries_are_old_nothing_is_said_of_now() -> None:
    days = stretch(6, 4, length=90)
    later = days[-1].day + timedelta(days=8)
    assert title(days, later) == "Pain fell from 6.0 to 4.0 between January and April"
    assert title(stretch(4, 4, length=90), later) == "Pain stayed much the same: 4.0 in January, 4.0 in April"
    assert title(days, later - timedelta(days=1)) == "Pain fell from 6.0 to 4.0 since January"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([pain_day(0, 6)], "Pain was 6 on the one day you logged"),
        ([pain_day(0, 4, 6.5)], "Pain was between 4 and 6.5 on the one day you logged"),
        ([pain_day(0, 2), pain_day(3, 7), pain_day(4, 3)], "Pain was between 2 and 7 on the 3 days you logged"),
    ],
)
def test_a_few_days_claim_no_change(days: list[PainDay], words: str) -> None:
    assert title(days) == words


def test_the_sentence_says_what_the_title_was_computed_from() -> None:
    days = [*stretch(6, 4, length=60)[:9], *stretch(6, 4, length=60)[30:]]
    assert sentence(days).startswith(
        "The first 14 days average 6.0 (9 of them logged), the last 14 average 4.0 (14 logged)."
    )


def test_the_sentence_counts_entries_and_days() -> None:
    assert sentence([pain_day(0, 5)]) == "1 entry on 1 day."
    assert "3 entries on 2 days." in sentence([pain_day(0, 5, 6), pain_day(1, 4)])


def test_days_with_nothing_logged_are_counted_calmly_from_the_first_day_shown() -> None:
    days = [pain_day(0, 5), pain_day(3, 5)]
    assert "Nothing is logged on 2 days; that is fine." in sentence(days)
    assert "Nothing is logged on 5 days; that is fine." in sentence(days, first=FIRST - timedelta(days=3))


def test_today_is_not_missing_yet() -> None:
    days = [pain_day(0, 5), pain_day(1, 5)]
    assert "Nothing" not in sentence(days, today=FIRST + timedelta(days=2))
    assert "Nothing is logged on 1 day;" in sentence(days, today=FIRST + timedelta(days=3))


def test_each_logged_day_is_drawn_with_its_range_and_gaps_are_left_out() -> None:
    found = chart([pain_day(0, 4, 7), pain_day(1, 5), pain_day(4, 3, 3, 4)])
    start = day_number(FIRST)
    assert found["data"] == {
        "unit": "day",
        "x": [start, start + 1, start + 4],
        "mean": [5.5, 5, 3.33],
        "least": [4, 5, 3],
        "worst": [7, 5, 4],
        "n": [2, 1, 3],
        "median": [None, None, 5],
    }


def test_the_table_has_the_same_numbers_and_names_the_gaps() -> None:
    found = chart([pain_day(0, 4, 7), pain_day(1, 5), pain_day(4, 3, 3, 4), pain_day(6, 2)])
    assert found["table"]["head"] == ["Day", "Mean", "Least", "Worst", "Entries", "7-day middle"]
    assert found["table"]["rows"] == [
        ["5 Jan 2026", "5.5", "4", "7", "2", "–"],
        ["6 Jan 2026", "5", "5", "5", "1", "–"],
        ["7 Jan 2026 to 8 Jan 2026", "nothing logged", "", "", "", ""],
        ["9 Jan 2026", "3.3", "3", "4", "3", "5"],
        ["10 Jan 2026", "nothing logged", "", "", "", ""],
        ["11 Jan 2026", "2", "2", "2", "1", "4.2"],
    ]


def test_up_to_four_hundred_days_are_drawn_by_day_and_more_by_week() -> None:
    assert chart(stretch(5, 5, length=400))["unit"] == "day"
    weekly = chart(stretch(5, 5, length=401))
    assert weekly["unit"] == "week"
    assert "One point is one week: the mean of its days" in weekly["sentence"]
    assert "thick line" not in weekly["sentence"]


def test_a_week_is_the_mean_of_its_days_with_least_and_worst_ratings() -> None:
    days = [pain_day(0, 2, 8), pain_day(6, 2), pain_day(21, 4), pain_day(500, 6)]
    found = chart(days)
    start = day_number(FIRST)
    assert found["data"]["x"] == [start, start + 21, start + 497]
    assert found["data"]["mean"] == [3.5, 4, 6]
    assert (found["data"]["least"][0], found["data"]["worst"][0], found["data"]["n"][0]) == (2, 8, 2)
    assert found["table"]["rows"][:3] == [
        ["5 Jan 2026 to 11 Jan 2026", "3.5", "2", "8", "2"],
        ["12 Jan 2026 to 25 Jan 2026", "nothing logged", "", "", ""],
        ["26 Jan 2026 to 1 Feb 2026", "4", "4", "4", "1"],
    ]


def test_without_pain_there_is_a_title_and_nothing_to_draw() -> None:
    found = pain_chart(days=[], first=FIRST, last=FIRST, today=FIRST)
    assert found["title"] == "No pain logged in this period"
    assert found["data"] == {"unit": "day", "x": [], "mean": [], "least": [], "worst": [], "n": [], "median": []}

"""Cutting a period into days, weeks, months and quarters."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analytics.spans import Span, Unit, span_numbers, spans_between, unit_for

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@given(first=DAYS, length=st.integers(0, 4000), unit=st.sampled_from(["day", "week", "month", "quarter"]))
def test_spans_cover_every_day_once_and_in_order(first: date, length: int, unit: Unit) -> None:
    last = first + timedelta(days=length)
    spans = spans_between(first=first, last=last, unit=unit)
    assert (spans[0].first, spans[-1].last) == (first, last)
    assert all(one.last + timedelta(days=1) == other.first for one, other in itertools.pairwise(spans))
    assert all(span.first <= span.last for span in spans)


@pytest.mark.parametrize(
    ("unit", "cuts"),
    [
        ("week", [date(2026, 3, 2), date(2026, 3, 9), date(2026, 3, 16)]),
        ("month", [date(2026, 4, 1), date(2026, 5, 1)]),
        ("quarter", [date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1), date(2027, 1, 1)]),
    ],
)
def test_spans_begin_where_the_calendar_says(unit: Unit, cuts: list[date]) -> None:
    first, last = cuts[0] - timedelta(days=1), cuts[-1]
    assert [span.first for span in spans_between(first=first, last=last, unit=unit)] == [first, *cuts]


def test_a_year_ends_in_the_middle_of_nothing() -> None:
    spans = spans_between(first=date(2025, 12, 31), last=date(2026, 1, 1), unit="month")
    assert spans == [
        Span(first=date(2025, 12, 31), last=date(2025, 12, 31)),
        Span(first=date(2026, 1, 1), last=date(2026, 1, 1)),
    ]


@pytest.mark.parametrize(
    ("days", "unit"), [(1, "day"), (45, "day"), (46, "week"), (400, "week"), (401, "month"), (1501, "quarter")]
)
def test_longer_periods_get_longer_units(days: int, unit: Unit) -> None:
    first = date(2020, 1, 1)
    assert unit_for(first=first, last=first + timedelta(days=days - 1)) == unit


@given(first=DAYS, length=st.integers(0, 500), unit=st.sampled_from(["day", "week", "month", "quarter"]))
def test_each_day_gets_the_number_of_the_span_that_holds_it(first: date, length: int, unit: Unit) -> None:
    days = [first + timedelta(days=offset) for offset in range(length + 1)]
    spans = spans_between(first=first, last=days[-1], unit=unit)
    numbers = span_numbers(days=days, spans=spans)
    assert all(spans[numbers[day]].first <= day <= spans[numbers[day]].last for day in days)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 5, 4), date(2026, 5, 4), "4 May 2026"),
        (date(2026, 5, 4), date(2026, 5, 7), "4 to 7 May 2026"),
        (date(2026, 4, 30), date(2026, 5, 7), "30 April to 7 May 2026"),
        (date(2025, 5, 4), date(2026, 5, 7), "4 May 2025 to 7 May 2026"),
    ],
)
def test_days_in_words_repeat_nothing(first: date, last: date, words: str) -> None:
    assert Span(first=first, last=last).in_words == words

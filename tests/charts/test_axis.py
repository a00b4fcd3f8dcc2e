"""The days along the bottom of every chart."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analytics.spans import Span, Unit
from journal.charts.axis import axis, day_number, percent, short_day, short_span, span_label

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


def labels(first: date, last: date, *, phone: bool = False) -> list[str]:
    return [tick["label"] for tick in axis(first=first, last=last)["ticks"] if not (phone and tick["wide"])]


def test_days_are_counted_from_1970() -> None:
    assert day_number(date(1970, 1, 1)) == 0
    assert day_number(date(1969, 12, 31)) == -1
    assert day_number(date(2026, 11, 22)) == 20779


def test_the_axis_ends_after_its_last_day() -> None:
    along = axis(first=date(1970, 1, 3), last=date(1970, 1, 5))
    assert (along["from"], along["to"], along["view"]) == (2, 5, "2 0 3 1")


@given(first=DAYS, length=st.integers(0, 20_000))
def test_there_are_few_ticks_and_fewer_on_phones(first: date, length: int) -> None:
    ticks = axis(first=first, last=first + timedelta(days=length))["ticks"]
    assert 1 <= len(ticks) <= 12
    on_phones = [tick["label"] for tick in ticks if not tick["wide"]]
    # "14 Sep" is longer than "Sep" or "2026".
    assert 1 <= len(on_phones) <= (4 if any(" " in label for label in on_phones) else 5)


@given(first=DAYS, length=st.integers(0, 20_000))
def test_ticks_stand_in_order_and_evenly(first: date, length: int) -> None:
    places = [float(tick["percent"]) for tick in axis(first=first, last=first + timedelta(days=length))["ticks"]]
    steps = [after - before for before, after in itertools.pairwise(places)]
    assert all(0 <= place < 98 for place in places)
    # Months and years differ in length by a tenth at most, and percents are rounded.
    assert not steps or (min(steps) > 0 and max(steps) < min(steps) * 1.15 + 0.1)


def test_ninety_days_are_marked_by_weeks() -> None:
    first, last = date(2026, 8, 25), date(2026, 11, 22)
    assert labels(first, last)[:3] == ["31 Aug", "7 Sep", "14 Sep"]
    assert len(labels(first, last, phone=True)) == 4


def test_a_year_is_marked_by_months_with_its_number_in_january() -> None:
    first, last = date(2025, 10, 20), date(2026, 10, 19)
    assert labels(first, last) == ["Nov", "Dec", "2026", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct"]
    assert labels(first, last, phone=True) == ["2026", "Apr", "Jul", "Oct"]


def test_ten_years_are_marked_by_years() -> None:
    assert labels(date(2016, 11, 25), date(2026, 11, 22)) == [str(year) for year in range(2017, 2027)]
    assert labels(date(2016, 11, 25), date(2026, 11, 22), phone=True) == ["2018", "2020", "2022", "2024", "2026"]


def test_a_single_day_is_marked_by_itself() -> None:
    assert labels(date(2026, 3, 5), date(2026, 3, 5)) == ["5 Mar"]


def test_what_lies_beyond_an_end_stands_there() -> None:
    along = {"from": 100, "to": 200}
    assert [percent(along=along, at=at) for at in (50, 100, 125.5, 200, 300)] == [
        "0.00", "0.00", "25.50", "100.00", "100.00",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("unit", "label"),
    [("day", "5 March 2026"), ("week", "week of 2 March 2026"), ("month", "March 2026"),
     ("quarter", "January to March 2026")],
)  # fmt: skip
def test_a_span_is_called_by_the_whole_of_it_even_where_the_period_cuts_it(unit: Unit, label: str) -> None:
    assert span_label(span=Span(first=date(2026, 3, 5), last=date(2026, 3, 6)), unit=unit) == label


def test_the_last_quarter_ends_in_december() -> None:
    span = Span(first=date(2026, 10, 1), last=date(2026, 12, 31))
    assert span_label(span=span, unit="quarter") == "October to December 2026"


@pytest.mark.parametrize(
    ("unit", "label"),
    [("day", "5 Mar 2026"), ("week", "Week of 2 Mar 2026"), ("month", "Mar 2026"), ("quarter", "Jan to Mar 2026")],
)
def test_tables_call_it_so_that_it_fits_a_column(unit: Unit, label: str) -> None:
    assert short_span(span=Span(first=date(2026, 3, 5), last=date(2026, 3, 6)), unit=unit) == label


def test_tables_name_the_month_in_words() -> None:
    assert short_day(date(2026, 3, 5)) == "5 Mar 2026"

"""Dates and times as people write them."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.imports.dates import DateOrder, NotADateError, guess_date_order, read_date, read_month, read_time

TODAY = date(2024, 6, 1)


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("2020-03-04", DateOrder.MDY, date(2020, 3, 4)),
        ("2020/3/4", DateOrder.DMY, date(2020, 3, 4)),
        ("20200304", DateOrder.DMY, date(2020, 3, 4)),
        ("03/04/2020", DateOrder.DMY, date(2020, 4, 3)),
        ("03/04/2020", DateOrder.MDY, date(2020, 3, 4)),
        ("3.4.20", DateOrder.DMY, date(2020, 4, 3)),
        ("20-04-03", DateOrder.YMD, date(2020, 4, 3)),
        ("31.12.99", DateOrder.DMY, date(1999, 12, 31)),
        ("Fr, 3.4.2020", DateOrder.DMY, date(2020, 4, 3)),
        ("3 April 2020", DateOrder.MDY, date(2020, 4, 3)),
        ("April 3, 2020", DateOrder.DMY, date(2020, 4, 3)),
        ("3. März 2020", DateOrder.DMY, date(2020, 3, 3)),
        ("1er février 2020", DateOrder.DMY, date(2020, 2, 1)),
        ("3 de enero de 2020", DateOrder.DMY, date(2020, 1, 3)),
        ("ma 3 mrt. 2020", DateOrder.DMY, date(2020, 3, 3)),
        ("03-Apr-20", DateOrder.DMY, date(2020, 4, 3)),
    ],
)
def test_it_reads_dates(text: str, order: DateOrder, day: date) -> None:
    assert read_date(text, order).day == day


def test_it_reads_the_time_beside_a_date() -> None:
    assert read_date("2018-01-31 20:21:49", DateOrder.DMY).at == time(20, 21, 49)
    assert read_date("31/01/2018, 8:21 pm", DateOrder.DMY).at == time(20, 21)
    written = read_date("2018-01-31T20:21:49.5+02:00", DateOrder.DMY)
    assert written.instant == datetime(2018, 1, 31, 18, 21, 49, tzinfo=UTC)


def test_text_beside_a_date_is_kept_and_not_taken_for_a_time() -> None:
    written = read_date("2018-01-31 in the evening", DateOrder.DMY)
    assert (written.at, written.rest) == (None, "in the evening")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("30.2.2020", "does not exist"),
        ("13/13/2020", "does not exist"),
        ("0000-00-00", "does not exist"),
        ("1825-01-01", "before 1900"),
        ("9999-12-31", "in the future"),
        ("yesterday", "not a date"),
        ("12", "not a date"),
        ("3 Smarch 2020", "not a date"),
    ],
)
def test_it_says_why_a_text_is_no_date(text: str, why: str) -> None:
    with pytest.raises(NotADateError, match=why):
        read_date(text, DateOrder.DMY)


@given(st.text(max_size=40), st.sampled_from(DateOrder))
def test_no_text_breaks_it(text: str, order: DateOrder) -> None:
    read_time(text)
    read_month(text)
    try:
        read_date(text, order)
    except NotADateError:
        return


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31)), st.sampled_from(DateOrder))
def test_each_order_reads_back_what_it_writes(day: date, order: DateOrder) -> None:
    parts = {"y": f"{day.year:04}", "m": f"{day.month}", "d": f"{day.day}"}
    assert read_date("/".join(parts[letter] for letter in order), order).day == day


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("16:30", time(16, 30)),
        ("8:20", time(8, 20)),
        ("16.30", time(16, 30)),
        ("16h30", time(16, 30)),
        ("9 Uhr", time(9)),
        ("0930", time(9, 30)),
        ("12:05 AM", time(0, 5)),
        ("12 p.m.", time(12)),
        ("7", time(7)),
        ("24:00", None),
        ("13 pm", None),
        ("taplog", None),
        ("", None),
    ],
)
def test_it_reads_times(text: str, at: time | None) -> None:
    assert read_time(text) == at


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["13/01/2020", "02/02/2020"], DateOrder.DMY),
        (["01/13/2020", "02/02/2020"], DateOrder.MDY),
        (["20-01-13", "20-02-02"], DateOrder.YMD),
        # All exist either way: as months first they follow each other day by day.
        (["03/01/2020", "03/02/2020", "03/03/2020"], DateOrder.MDY),
        # As days first, the second would be in the future.
        (["04/05/2024", "05/12/2024"], DateOrder.MDY),
        ([], DateOrder.DMY),
    ],
)
def test_it_guesses_the_order(texts: list[str], order: DateOrder) -> None:
    assert guess_date_order(texts, today=TODAY) == order

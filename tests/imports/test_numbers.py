"""Numbers with decimal commas, units and currencies."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.imports.numbers import read_minutes, read_money, read_number, read_rating


@pytest.mark.parametrize(
    ("text", "number"),
    [("3", 3), ("3.2", 3.2), ("3,2", 3.2), ("~1", 1), (",5", 0.5), ("-2", -2), ("5-6", None), ("?", None), ("", None)],
)
def test_it_reads_numbers(text: str, number: float | None) -> None:
    assert read_number(text) == number


def test_it_reads_a_rating_out_of_its_own_scale_only() -> None:
    assert read_rating("7/10", worst=10) == 7
    assert read_rating("3,5 / 5", worst=5) == 3.5
    assert read_rating("7/10", worst=5) is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("60", 60),
        ("60 min", 60),
        ("45'", 45),
        ("1:30", 90),
        ("1h", 60),
        ("1h30", 90),
        ("1 hour", 60),
        ("1,5", 2),
        ("17.5", 18),
        ("0", None),
        ("601", None),
        ("Garmin", None),
    ],
)
def test_it_reads_minutes(text: str, minutes: int | None) -> None:
    assert read_minutes(text) == minutes


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("45", "45.00"),
        ("45,00 €", "45.00"),
        ("$1,234.50", "1234.50"),
        ("1.234,50", "1234.50"),
        ("1.234", "1234.00"),
        ("CHF 1'200.-", "1200.00"),
        ("-5", None),
        ("free", None),
        ("1" * 30, None),
    ],
)
def test_it_reads_money(text: str, amount: str | None) -> None:
    assert read_money(text) == (None if amount is None else Decimal(amount))


@given(st.text(max_size=30))
def test_no_text_breaks_them(text: str) -> None:
    read_number(text)
    read_rating(text, worst=10)
    read_minutes(text)
    read_money(text)

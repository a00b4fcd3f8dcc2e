"""Frozen values to JSON and back."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.analytics.frozen_json import from_plain, to_plain


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, kw_only=True)
class Inner:
    day: date
    sizes: tuple[float, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Outer:
    name: str
    colour: Colour
    at: datetime
    amount: Decimal | None
    found: Literal["here", "there"]
    count: int
    ends: tuple[date, ...]
    inner: Inner | None
    several: tuple[Inner, ...]


VALUES = st.builds(
    Outer,
    name=st.text(),
    colour=st.just(Colour.RED),
    at=st.datetimes(timezones=st.just(UTC)),
    amount=st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=3),
    found=st.sampled_from(["here", "there"]),
    count=st.integers(),
    ends=st.lists(st.dates()).map(tuple),
    inner=st.none() | st.builds(Inner, day=st.dates(), sizes=st.lists(st.floats(0, 10)).map(tuple)),
    several=st.lists(st.builds(Inner, day=st.dates())).map(tuple),
)


@settings(max_examples=30)
@given(value=VALUES)
def test_it_gives_an_equal_value_back(value: Outer) -> None:
    assert from_plain(json.loads(json.dumps(to_plain(value))), kind=Outer) == value


@pytest.mark.parametrize("said", [{}, {"day": "yesterday", "sizes": []}, {"day": "2026-03-01", "sizes": ["a"]}, [], 3])
def test_it_refuses_what_it_did_not_write(said: Any) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        from_plain(said, kind=Inner)

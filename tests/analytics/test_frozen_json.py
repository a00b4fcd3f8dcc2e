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
from journal.analytics.records import QuestionnaireContent


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


@dataclass(frozen=True, kw_only=True)
class Later(Inner):
    note: str = "none"


@settings(max_examples=30)
@given(value=VALUES)
def test_it_gives_an_equal_value_back(value: Outer) -> None:
    assert from_plain(json.loads(json.dumps(to_plain(value))), kind=Outer) == value


@pytest.mark.parametrize("said", [{}, {"day": "yesterday", "sizes": []}, {"day": "2026-03-01", "sizes": ["a"]}, [], 3])
def test_it_refuses_what_it_did_not_write(said: Any) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        from_plain(said, kind=Inner)


def test_what_was_written_before_a_field_was_there_is_read_where_that_is_allowed() -> None:
    before = Inner(day=date(2026, 3, 1), sizes=(2.5,))

    later = from_plain(to_plain(before), kind=Later, may_lack=True)
    assert later == Later(day=before.day, sizes=before.sizes, note="none")
    with pytest.raises(KeyError):
        from_plain(to_plain(before), kind=Later)


def test_what_is_kept_by_name_reads_back() -> None:
    answered = QuestionnaireContent(instrument="peg", answers={"pain": 7, "enjoyment": 5})

    assert from_plain(json.loads(json.dumps(to_plain(answered))), kind=QuestionnaireContent) == answered

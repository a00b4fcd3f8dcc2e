"""The page about massages as values: JSON-ready, and made of nothing but what is known."""

import json
import math
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.analytics.massage_findings import EffectRecords, massage_findings
from journal.analytics.moments import Moment
from journal.analytics.rated_before import Rating
from journal.analytics.records import Area, MassageContent
from journal.analytics.sessions import LoggedSession
from journal.charts.massage_effect import effect_page
from tests.verdicts import COURSES, DAY, FIRST

CALF, SADDLE = Area(region="calf", side="left"), Area(region="saddle")
MIDNIGHT = datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=UTC)


def session(day: int, hour: int | None = 18, **said: Any) -> LoggedSession:
    moment = Moment(
        occurred_at=MIDNIGHT + timedelta(days=day, hours=12 if hour is None else hour),
        tz="UTC",
        utc_offset_minutes=0,
        local_date=FIRST + day * DAY,
        time_known=hour is not None,
    )
    return LoggedSession(moment=moment, content=MassageContent(**said))


def records_of(verdict: str) -> EffectRecords:
    course = COURSES[verdict]
    return EffectRecords(
        ratings=[Rating(day, pain, MIDNIGHT + (day - FIRST) + timedelta(hours=9)) for day, pain in course.pain()],
        sessions=[session((day - FIRST).days, technique="thai", minutes=60) for day in course.massage_days()],
    )


def page_of(records: EffectRecords) -> dict[str, Any]:
    return effect_page(massage_findings(records=records, flares=[]), records)


@pytest.mark.parametrize("verdict", COURSES)
def test_it_survives_json_unchanged(verdict: str) -> None:
    page = page_of(records_of(verdict))
    assert page["verdict"] == verdict
    again = json.loads(json.dumps(page, allow_nan=False))
    assert json.dumps(again, sort_keys=True) == json.dumps(page, sort_keys=True)


def test_without_a_session_there_is_no_page() -> None:
    assert page_of(EffectRecords(ratings=[], sessions=[])) == {}
    assert page_of(replace(records_of("lower"), sessions=[])) == {}


def test_the_days_that_are_looked_at_are_said() -> None:
    assert page_of(records_of("lower"))["shown"] == "1 January to 30 May 2025"
    alone = EffectRecords(ratings=[], sessions=[session(0)])
    assert page_of(alone)["shown"] == "1 January 2025"


def test_below_the_gate_there_is_no_range_and_no_change() -> None:
    page = page_of(records_of("not_enough_data"))
    assert (page["range"], page["size"], page["habit"], page["lasting"]) == (None, "", "", {})
    assert [needed for needed, _ in page["lacks"]] == ["3 more sessions", "20 more days"]
    assert page["around"]["data"]["x"] == list(range(-7, 11))


def test_the_range_stands_on_a_line_of_whole_points() -> None:
    page = page_of(records_of("lower"))
    drawn = page["range"]
    scale = 2 * drawn["reach"] / 100
    change = float(drawn["change"]) * scale - drawn["reach"]
    assert f"{-change:.1f} points lower than after" in page["sentence"]
    assert float(drawn["low"]) < float(drawn["change"]) < float(drawn["low"]) + float(drawn["width"])
    assert float(drawn["small"]) * scale == pytest.approx(2, abs=0.01)


def test_the_newest_massage_day_comes_first_with_the_days_like_it() -> None:
    page = page_of(records_of("lower"))
    days = [row[0] for row in page["compared"]]
    assert days == sorted(days, reverse=True)
    assert all(2 <= len(row) <= 6 for row in page["compared"])
    massages = {(FIRST + n * DAY).isoformat() for n in range(5, 150, 10)}
    assert set(days) | set(page["left_out"]) == massages
    assert not massages & {day for _, *alike in page["compared"] for day in alike}


def test_what_was_not_said_makes_no_table() -> None:
    assert [table["caption"] for table in page_of(records_of("lower"))["groups"]] == ["By technique", "By length"]


_numbers = st.none() | st.sampled_from([0, 0.5, 3, 10])
_sessions = st.lists(
    st.builds(
        session,
        st.integers(0, 70),
        st.none() | st.integers(0, 23),
        technique=st.sampled_from(["", "thai", "self"]),
        minutes=st.none() | st.sampled_from([1, 45, 600]),
        therapist_name=st.sampled_from(["", " ", "Vera", "vera"]),
        given_by=st.sampled_from(["", "self"]),
        pain_before=_numbers,
        pain_after=_numbers,
        areas=st.sampled_from([(), (CALF,), (CALF, SADDLE)]),
    ),
    max_size=25,
)
_ratings = st.lists(
    st.tuples(st.integers(0, 70), st.sampled_from([0, 2, 2.5, 4, 10]), st.none() | st.integers(0, 23)), max_size=150
)


@settings(max_examples=60)
@given(_ratings, _sessions, st.lists(st.integers(1, 20), max_size=3))
def test_odd_diaries_make_a_page_of_plain_words_and_finite_numbers(
    rated: list[tuple[int, float, int | None]], sessions: list[LoggedSession], earlier: list[int]
) -> None:
    ratings = [
        Rating(FIRST + day * DAY, pain, None if hour is None else MIDNIGHT + timedelta(days=day, hours=hour))
        for day, pain, hour in sorted(rated, key=lambda one: one[0])
    ]
    records = EffectRecords(
        ratings=ratings,
        sessions=sorted(sessions, key=lambda one: one.moment.local_date),
        earlier_massages=[FIRST - back * DAY for back in earlier],
    )
    page = page_of(records)
    json.dumps(page, allow_nan=False)
    assert [text for text in texts(page) if {"nan", "inf", "-inf"} & set(text.lower().split())] == []
    assert [text for text in texts(page) if "None " in text and "None of" not in text] == []
    assert bool(page) == bool(sessions)


def texts(value: Any) -> list[str]:
    """Every text in a page."""
    if isinstance(value, dict):
        return [text for inner in value.values() for text in texts(inner)]
    if isinstance(value, list | tuple):
        return [text for inner in value for text in texts(inner)]
    if isinstance(value, float):
        assert math.isfinite(value)
    return [value] if isinstance(value, str) else []


def test_dates_are_written_as_addresses_take_them() -> None:
    for row in page_of(records_of("lower"))["compared"]:
        assert [date.fromisoformat(day).isoformat() for day in row] == row

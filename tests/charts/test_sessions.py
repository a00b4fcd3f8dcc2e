"""Massage sessions, each with its own ratings."""

import json
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from journal.analytics.moments import moment_on_wall
from journal.analytics.records import MassageContent
from journal.analytics.sessions import LoggedSession
from journal.charts.axis import day_number
from journal.charts.sessions import sessions_chart

DAY = date(2026, 3, 5)


def session(before: float | None = None, after: float | None = None, **said: Any) -> LoggedSession:
    at = said.pop("at", time(18, 30))
    content = MassageContent(pain_before=before, pain_after=after, **said)
    return LoggedSession(moment=moment_on_wall(day=DAY, at=at, tz="Europe/Berlin"), content=content)


@pytest.mark.parametrize(
    ("sessions", "title"),
    [
        ([], "No massage sessions in this period"),
        ([session()], "One massage session"),
        ([session(6, 4)], "One massage session, rated before and right after"),
        ([session(6, 4), session(5, 5)], "2 massage sessions, each rated before and right after"),
        ([session(6, 4), session(5), session(0, 0)], "3 massage sessions, 2 of them rated before and right after"),
        ([session(), session(None, 3)], "2 massage sessions, none of them rated before and right after"),
    ],
)
def test_the_title_counts_and_claims_nothing(sessions: list[LoggedSession], title: str) -> None:
    assert sessions_chart(sessions=sessions)["title"] == title


def test_each_session_is_drawn_with_its_own_ratings() -> None:
    found = sessions_chart(sessions=[session(6.5, 4, minutes=60), session(None, 3)])
    assert found["data"] == {
        "x": [day_number(DAY)] * 2,
        "before": [6.5, None],
        "after": [4, 3],
        "text": ["60 minutes, 6.5 before, 4 after", "3 after"],
    }


def test_no_mean_of_the_ratings_is_anywhere() -> None:
    found = json.dumps(sessions_chart(sessions=[session(9, 2), session(8, 1), session(7, 3)]))
    assert not any(mean in found for mean in ("8.0", "2.0", "6.0", "-6", "7.0"))


def test_the_table_has_a_row_for_each() -> None:
    found = sessions_chart(sessions=[session(6, 4.5, pain_next_day=3), session(at=None, therapist_name="李小龙")])
    assert found["table"]["rows"] == [
        ["5 Mar 2026, 18:30", "6", "4.5", "3", "6 before, 4.5 after, 3 the day after"],
        ["5 Mar 2026", "–", "–", "–", "李小龙"],
    ]


def test_there_is_something_to_draw_once_there_is_a_rating() -> None:
    assert not sessions_chart(sessions=[session(minutes=60)])["drawn"]
    assert sessions_chart(sessions=[session(), session(0)])["drawn"]
    assert not sessions_chart(sessions=[session(0)])["rated"]


def test_the_day_is_the_diary_day_and_not_that_of_the_instant() -> None:
    moment = moment_on_wall(day=DAY, at=time(1), tz="Europe/Berlin", day_starts_at=4)
    assert moment.occurred_at == datetime(2026, 3, 5, 0, tzinfo=UTC)
    found = sessions_chart(sessions=[LoggedSession(moment=moment, content=MassageContent())])
    assert found["data"]["x"] == [day_number(date(2026, 3, 4))]
    assert found["table"]["rows"][0][0] == "4 Mar 2026, 01:00, in the night"

"""Massage sessions by what they were."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from journal.analytics.massage_groups import GroupedBy, massage_groups
from journal.analytics.moments import moment_at
from journal.analytics.records import Area, MassageContent
from journal.analytics.sessions import LoggedSession

FIRST = date(2026, 3, 1)


def sessions(*said: dict[str, Any]) -> list[LoggedSession]:
    return [
        LoggedSession(
            moment=moment_at(instant=datetime(2026, 3, 1, 18, tzinfo=UTC) + timedelta(days=number), tz="UTC"),
            content=MassageContent(**one),
        )
        for number, one in enumerate(said)
    ]


def labels(by: GroupedBy, *said: dict[str, Any]) -> list[tuple[str, int]]:
    return [(group.label, len(group.sessions)) for group in massage_groups(sessions=sessions(*said))[by]]


def test_nothing_said_is_in_no_group() -> None:
    assert massage_groups(sessions=sessions({})) == {"technique": [], "giver": [], "area": [], "minutes": []}


def test_techniques_come_by_number_of_sessions() -> None:
    deep, thai = {"technique": "deep_tissue"}, {"technique": "thai"}
    assert labels("technique", thai, deep, deep) == [("Deep tissue", 2), ("Thai", 1)]
    assert labels("technique", thai, deep) == [("Deep tissue", 1), ("Thai", 1)]


def test_a_therapist_is_the_same_however_the_name_is_cased() -> None:
    names = [{"given_by": "therapist", "therapist_name": name} for name in ("vera lang", "VERA  Lang ", "Vera Lang")]
    assert labels("giver", *names) == [("Vera Lang", 3)]


def test_who_has_no_name_is_called_by_what_they_are() -> None:
    assert labels("giver", {"given_by": "self"}, {"given_by": "therapist"}, {"therapist_name": " "}) == [
        ("A therapist", 1),
        ("Myself", 1),
    ]


def test_a_session_is_in_a_group_for_each_of_its_areas_and_left_is_not_right() -> None:
    left, right = (Area(region="buttock", side=side) for side in ("left", "right"))
    back = Area(region="lower_back", side="centre")
    assert labels("area", {"areas": (left, back)}, {"areas": (right,)}, {"areas": (left,)}) == [
        ("Left buttock", 2),
        ("Lower back (centre)", 1),
        ("Right buttock", 1),
    ]


@pytest.mark.parametrize(
    ("minutes", "label"),
    [
        (1, "Up to 30 minutes"),
        (30, "Up to 30 minutes"),
        (31, "31 to 60 minutes"),
        (60, "31 to 60 minutes"),
        (61, "More than 60 minutes"),
    ],
)
def test_lengths_are_put_in_three_bands(minutes: int, label: str) -> None:
    assert labels("minutes", {"minutes": minutes}) == [(label, 1)]

"""What the diary says about massages is computed when it is asked for, and kept until the diary changes."""

import datetime as dt
from typing import Any

import pytest

from journal.actions.massage_effect import massage_effect
from journal.analytics.massage_findings import EffectRecords, MassageFindings
from journal.models import KeptResult, User
from tests import cast
from tests.verdicts import COURSES, DAY, FIRST, write


class Drawing:
    """Counts how often it is asked to draw."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, findings: MassageFindings, records: EffectRecords) -> dict[str, Any]:
        self.times += 1
        return {"sessions": findings.effect.sessions, "flares": findings.flares.flares, "days": len(records.ratings)}


@pytest.fixture
def draw() -> Drawing:
    return Drawing()


def ask(
    user: User, draw: Drawing, period: str = "all", first: dt.date | None = None, last: dt.date | None = None
) -> dict[str, Any]:
    return massage_effect(user=user, period=period, first=first, last=last, draw=draw)


def test_it_is_computed_once(ana: User, draw: Drawing) -> None:
    write(ana, COURSES["not_enough_data"])
    assert ask(ana, draw) == ask(ana, draw) == {"sessions": 3, "flares": 0, "days": 40}
    assert draw.times == 1


@pytest.mark.parametrize("change", [cast.pain, cast.massage, cast.flare])
def test_any_change_of_the_diary_makes_it_new(ana: User, draw: Drawing, change: Any) -> None:
    write(ana, COURSES["not_enough_data"])
    before = ask(ana, draw)
    change(ana, on=FIRST + 2 * DAY)
    assert ask(ana, draw) != before
    assert draw.times == 2


def test_a_change_in_the_diary_of_another_does_not(ana: User, ben: User, draw: Drawing) -> None:
    cast.massage(ana)
    ask(ana, draw)
    cast.massage(ben)
    assert ask(ana, draw)["sessions"] == 1
    assert ask(ben, draw)["sessions"] == 1
    assert draw.times == 2


def test_each_period_is_kept_beside_the_others(ana: User, draw: Drawing) -> None:
    write(ana, COURSES["not_enough_data"])
    bounds = {"all": (None, None), "1y": (FIRST + 10 * DAY, None), "own": (None, FIRST + 10 * DAY)}
    for _ in range(2):
        found = {period: ask(ana, draw, period, *ends)["sessions"] for period, ends in bounds.items()}
        assert found == {"all": 3, "1y": 2, "own": 1}
    assert draw.times == 3


def test_a_period_with_other_bounds_takes_the_place_of_the_last_one(ana: User, draw: Drawing) -> None:
    write(ana, COURSES["not_enough_data"])
    for last in (FIRST + 10 * DAY, FIRST + 25 * DAY, FIRST + 25 * DAY):
        ask(ana, draw, "own", None, last)
    assert draw.times == 2
    assert KeptResult.objects.filter(name__startswith="massage_effect").count() == 1


def test_flare_ups_count_as_they_stood_on_the_last_logged_day(ana: User, draw: Drawing) -> None:
    write(ana, COURSES["not_enough_data"])
    cast.flare(ana, on=FIRST + 20 * DAY, until=FIRST + 22 * DAY)
    cast.flare(ana, on=FIRST + 30 * DAY)
    cast.flare(ana, on=FIRST + 300 * DAY, until=FIRST + 301 * DAY)
    assert ask(ana, draw)["flares"] == 2
    assert ask(ana, draw, "own", None, FIRST + 25 * DAY)["flares"] == 1

"""All charts of a period together."""

import json
from datetime import date, timedelta
from typing import Any

from journal.analytics.flare_facts import FlareFacts, FlareSpan
from journal.analytics.moments import moment_on_wall
from journal.analytics.records import MassageContent
from journal.analytics.sensations import Felt
from journal.analytics.sessions import LoggedSession
from journal.analytics.timeline import PainDay
from journal.charts.axis import day_number
from journal.charts.page import Logged, charts_page

TODAY = date(2026, 3, 20)
DAY = timedelta(days=1)


def logged(*offsets: int, sessions: tuple[int, ...] = (), flares: tuple[tuple[int, int], ...] = ()) -> Logged:
    return Logged(
        days=[PainDay(day=TODAY + offset * DAY, mean=5, worst=5, least=5, count=1) for offset in offsets],
        felt=[Felt(TODAY + offset * DAY, "ache", "calf", "", 5) for offset in offsets],
        sessions=[
            LoggedSession(moment=moment_on_wall(day=TODAY + at * DAY, at=None, tz="UTC"), content=MassageContent())
            for at in sessions
        ],
        flares=[
            FlareFacts(
                span=FlareSpan(start=TODAY + one * DAY, last=TODAY + other * DAY, state="ended", found="declared"),
                peak=None,
                sessions=0,
                days_since_massage=None,
            )
            for one, other in flares
        ],
    )


def page(found: Logged, *, begins: int = -100, first: int | None = None, last: int | None = None) -> dict[str, Any]:
    return charts_page(
        logged=found,
        begins=TODAY + begins * DAY,
        first=None if first is None else TODAY + first * DAY,
        last=None if last is None else TODAY + last * DAY,
        today=TODAY,
    )


def ends(found: dict[str, Any]) -> tuple[int, int]:
    """First and last day drawn, from today."""
    return found["axis"]["from"] - day_number(TODAY), found["axis"]["to"] - 1 - day_number(TODAY)


def test_a_period_up_to_now_ends_today() -> None:
    found = page(logged(-40, -20), first=-89)
    assert ends(found) == (-89, 0)
    assert found["shown"] == "21 December 2025 to 20 March 2026"


def test_a_day_logged_ahead_of_today_is_shown() -> None:
    assert ends(page(logged(-40, 1), first=-89)) == (-89, 1)
    assert ends(page(logged(-40, sessions=(1,)), first=-89)) == (-89, 1)


def test_nothing_is_shown_from_before_the_diary() -> None:
    assert ends(page(logged(-40, 0), begins=-40)) == (-40, 0)
    assert ends(page(logged(-40, 0), begins=-40, first=-89)) == (-40, 0)
    assert "Nothing is logged on 39 days" in page(logged(-40, 0), begins=-40, first=-89)["pain"]["sentence"]


def test_a_young_diary_is_drawn_at_the_right() -> None:
    found = page(logged(0), begins=0, first=-89)
    assert ends(found) == (-13, 0)
    assert found["shown"] == "20 March 2026"
    assert "Nothing is logged" not in found["pain"]["sentence"]


def test_own_dates_are_drawn_as_they_are() -> None:
    assert ends(page(logged(-40), first=-40, last=-39)) == (-40, -39)
    assert ends(page(logged(-40), first=-50, last=-30)) == (-50, -30)


def test_own_dates_in_the_future_end_today() -> None:
    assert ends(page(logged(-40), first=-50, last=400)) == (-50, 0)


def test_a_flare_up_alone_is_enough_to_draw() -> None:
    found = page(logged(flares=((-3, 1),)), begins=-3, first=-89)
    assert ends(found) == (-13 + 1, 1)
    assert "places" not in found


def test_scripts_get_their_data_once_and_pages_the_rest() -> None:
    found = page(logged(-40, -20, sessions=(-5,), flares=((-30, -20),)))
    assert set(found["data"]) == {"axis", "pain", "sessions", "flares", "kinds", "places", "reach", "signs"}
    assert all(
        "data" not in found[subject] for subject in ("pain", "sessions", "flares", "kinds", "places", "reach", "signs")
    )
    assert found["data"]["flares"] == found["flares"]["bands"]
    assert json.loads(json.dumps(found)) == found


def test_an_empty_period_is_recognised() -> None:
    assert logged().is_empty
    assert not logged(0).is_empty
    assert not logged(sessions=(0,)).is_empty
    assert not logged(flares=((0, 0),)).is_empty

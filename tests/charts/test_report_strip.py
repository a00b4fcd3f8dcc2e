"""The line of days: gaps stay gaps, and what lies beyond the period is cut."""

import datetime as dt
import re
import xml.etree.ElementTree as ElementTree
from typing import Any

import pytest

from journal.analytics.period_records import Period
from journal.charts.report_strip import WIDE, report_strip
from tests.analytics.period_values import flare, june, may, pain_day, pain_days, session, summary_of


def drawn(**said: Any) -> dict[str, list[dict[str, str]]]:
    """The attributes of each element by its class."""
    found: dict[str, list[dict[str, str]]] = {}
    for one in ElementTree.fromstring(report_strip(summary_of(**said))["svg"]).iter():
        found.setdefault(one.get("class", ""), []).append(dict(one.attrib))
    return found


def test_days_without_an_entry_leave_a_hole() -> None:
    (line,) = drawn(days=pain_days({june(1): 2, june(2): 4, june(5): 6}))["strip-line"]

    assert re.findall("[ML]", line["d"]) == ["M", "L", "M"]


def test_a_day_with_several_ratings_shows_their_range() -> None:
    days = [pain_day(june(1), 4, worst=6, least=2), pain_day(june(2), 5)]

    (ranges,) = drawn(days=days)["strip-range"]

    assert ranges["d"].count("M") == 1
    assert " 40.0H" in ranges["d"], "6 of 10 stands 40 below the top"


def test_flare_ups_and_massages_stand_on_their_days() -> None:
    found = drawn(
        days=pain_days({june(1): 2}),
        flares=[flare(may(20), june(3)), flare(june(29), None), flare(june(9), june(9), "suggested")],
        sessions=[session(june(30))],
    )

    assert [(float(one["x"]), float(one["width"])) for one in found["strip-flare"]] == [(0, 72), (672, 48)]
    assert [one.get("stroke-dasharray") for one in found["strip-cap"]] == [None, None, "3 3"]
    (massage,) = found["strip-massage"]
    assert WIDE - 24 < float(massage["x"]) < WIDE


def test_a_long_period_is_drawn_by_weeks() -> None:
    period = Period(first=dt.date(2025, 7, 1), last=dt.date(2026, 6, 30))
    days = pain_days({period.first + dt.timedelta(days=n): n % 11 for n in range(365)})

    strip = report_strip(summary_of(period=period, days=days))

    assert "the mean of each week" in strip["words"]
    line = re.search(r'class="strip-line"[^>]* d="([^"]+)"', strip["svg"])
    assert line
    assert line[1].count("L") == 52


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "No pain is logged in this period."),
        ({"days": pain_days({june(1): 2.5, june(2): 7})}, "Pain on 2 logged days, from 2.5 to 7 of 10."),
        (
            {"days": pain_days({june(1): 2}), "flares": [flare(june(1), None)], "sessions": [session(june(1))]},
            "Pain on 1 logged day, 2 of 10. 1 flare-up. Massages on 1 day.",
        ),
    ],
)
def test_it_says_in_words_what_it_shows(said: dict[str, Any], words: str) -> None:
    assert report_strip(summary_of(**said))["alt"] == words

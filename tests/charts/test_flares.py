"""Flare-ups as bands and in a table."""

from datetime import date, timedelta
from typing import Any

import pytest

from journal.analytics.flare_facts import FlareFacts, FlareSpan
from journal.charts.axis import axis, day_number
from journal.charts.flares import flares_chart

FIRST = date(2026, 3, 1)
TODAY = date(2026, 3, 10)
DAY = timedelta(days=1)


def facts(start: int, last: int | None, *, sessions: int = 0, since: int | None = None, **said: Any) -> FlareFacts:
    span = FlareSpan(
        start=FIRST + start * DAY,
        last=None if last is None else FIRST + last * DAY,
        **{"state": "ended", "found": "declared"} | said,
    )
    return FlareFacts(span=span, peak=7.5, sessions=sessions, days_since_massage=since)


def chart(*flares: FlareFacts) -> dict[str, Any]:
    return flares_chart(flares=flares, along=axis(first=FIRST, last=TODAY), today=TODAY)


@pytest.mark.parametrize(
    ("flares", "title"),
    [
        ([], "No flare-ups in this period"),
        ([facts(0, 0)], "One flare-up, 1 day"),
        ([facts(0, 5), facts(6, 7)], "2 flare-ups, the longest 6 days"),
        ([facts(0, 2), facts(3, None, state="ongoing")], "2 flare-ups, the longest 7 days so far"),
        ([facts(0, 2, state="end_unknown")], "One flare-up, at least 3 days"),
        ([facts(0, 0, hours=3.4)], "One flare-up, 3 hours"),
        ([facts(0, 0, hours=1.2)], "One flare-up, 1 hour"),
        ([facts(0, 0, hours=0.4)], "One flare-up, less than an hour"),
    ],
)
def test_the_title_says_how_many_and_how_long(flares: list[FlareFacts], title: str) -> None:
    assert chart(*flares)["title"] == title


def test_the_sentence_says_who_found_them() -> None:
    found = chart(facts(0, 0), facts(1, 1, found="confirmed"), facts(2, 2, found="suggested"), facts(3, 3))
    assert found["sentence"] == "2 declared by you, 1 confirmed by you, 1 suggested by the rule"
    assert found["suggested"] == 1


def test_a_band_covers_whole_days() -> None:
    (band,) = chart(facts(2, 3))["bands"]
    assert (band["from"], band["to"]) == (day_number(FIRST) + 2, day_number(FIRST) + 4)
    assert (band["percent"], band["width"]) == ("20.00", "20.00")
    assert not band["suggested"]
    assert not band["open"]
    assert band["text"] == "flare-up declared by you, 2 days"


def test_one_that_lasts_reaches_to_today_and_is_open() -> None:
    (band,) = chart(facts(5, None, state="ongoing"))["bands"]
    assert (band["to"], band["percent"], band["width"]) == (day_number(TODAY) + 1, "50.00", "50.00")
    assert band["open"]


def test_a_band_is_cut_at_the_ends_of_the_picture() -> None:
    (before,) = chart(facts(-30, 1))["bands"]
    assert (before["percent"], before["width"]) == ("0.00", "20.00")
    (after,) = chart(facts(8, 30))["bands"]
    assert (after["percent"], after["width"]) == ("80.00", "20.00")


def test_the_table_has_the_newest_first() -> None:
    found = chart(
        facts(0, 1, sessions=1, since=12),
        facts(3, 3, since=1, found="confirmed"),
        facts(5, 6, state="end_unknown", found="suggested"),
    )
    assert found["table"]["rows"] == [
        ["6 March 2026", "at least 2 days", "7.5", "0", "none logged", "suggested by the rule"],
        ["4 March 2026", "1 day", "7.5", "0", "1 day earlier", "confirmed by you"],
        ["1 March 2026", "2 days", "7.5", "1", "12 days earlier", "declared by you"],
    ]


def test_a_long_list_says_that_it_scrolls() -> None:
    assert not chart(*[facts(0, 0)] * 12)["many"]
    long = chart(*[facts(0, 0)] * 13)
    assert long["many"]
    assert long["table"]["caption"] == "Flare-ups, the newest first; the list scrolls"
    assert len(long["table"]["rows"]) == 13

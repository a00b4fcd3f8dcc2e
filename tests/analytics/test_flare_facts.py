"""What there is to know about each flare-up."""

from datetime import date, timedelta
from typing import Any

import pytest

from journal.analytics.flare_facts import FlareSpan, days_between, days_long, flare_facts
from journal.analytics.timeline import PainDay

START = date(2026, 3, 10)
DAY = timedelta(days=1)
SPAN = FlareSpan(start=START, last=START + 3 * DAY, state="ended", found="declared")
LASTING = FlareSpan(start=START, last=None, state="ongoing", found="declared")


def pain_day(offset: int, worst: float) -> PainDay:
    return PainDay(day=START + offset * DAY, mean=worst / 2, worst=worst, least=0, count=2)


DAYS = [pain_day(-1, 10), pain_day(0, 6), pain_day(2, 8), pain_day(3, 7), pain_day(4, 9)]


def test_the_peak_is_the_highest_rating_inside_it() -> None:
    assert flare_facts(span=SPAN, days=DAYS, massages=[]).peak == 8


def test_one_that_lasts_takes_in_all_that_follows() -> None:
    facts = flare_facts(span=LASTING, days=DAYS, massages=[START + 9 * DAY])
    assert (facts.peak, facts.sessions) == (9, 1)


def test_without_a_rating_in_it_there_is_no_peak() -> None:
    assert flare_facts(span=SPAN, days=DAYS[:1], massages=[]).peak is None


def test_massages_count_from_its_first_to_its_last_day() -> None:
    massages = [START - 2 * DAY, START, START + DAY, START + DAY, START + 3 * DAY, START + 4 * DAY]
    assert flare_facts(span=SPAN, days=DAYS, massages=massages).sessions == 4


@pytest.mark.parametrize(("offsets", "days"), [([], None), ([0, 2], None), ([-30, -9, 0], 9), ([-1], 1)])
def test_the_last_massage_is_one_on_an_earlier_day(offsets: list[int], days: int | None) -> None:
    massages = [START + offset * DAY for offset in offsets]
    assert flare_facts(span=SPAN, days=DAYS, massages=massages).days_since_massage == days


def test_its_length_counts_both_ends_and_runs_to_today_while_it_lasts() -> None:
    assert days_long(span=SPAN, today=START + 30 * DAY) == 4
    assert days_long(span=LASTING, today=START + 30 * DAY) == 31
    assert days_long(span=LASTING, today=START - DAY) == 1


class TestDaysBetween:
    def spans(self, *spans: FlareSpan) -> dict[str, int]:
        return days_between(facts=[flare_facts(span=span, days=[], massages=[]) for span in spans])

    def one(self, uid: str, first: int, last: int | None, **said: Any) -> FlareSpan:
        end = None if last is None else START + last * DAY
        return FlareSpan(start=START + first * DAY, last=end, uid=uid, **{"state": "ended", "found": "declared"} | said)

    def test_it_goes_from_the_end_of_one_to_the_start_of_the_next(self) -> None:
        assert self.spans(self.one("a", 0, 3), self.one("b", 10, 12), self.one("c", 12, 14)) == {"b": 7, "c": 0}

    def test_suggested_ones_do_not_count(self) -> None:
        suggested = self.one("", 5, 6, found="suggested")
        assert self.spans(self.one("a", 0, 3), suggested, self.one("b", 10, 12)) == {"b": 7}

    def test_after_one_whose_end_is_not_known_there_is_no_count(self) -> None:
        assert self.spans(self.one("a", 0, 3, state="end_unknown"), self.one("b", 10, 12)) == {}

"""How far down the leg, day by day."""

from datetime import date, timedelta

from journal.analytics.reach import (
    FurthestPlaces,
    Reach,
    ReachedOn,
    furthest_on,
    furthest_places,
    reach_by_day,
    reach_by_span,
    reach_change,
)
from journal.analytics.sensations import Felt
from journal.analytics.spans import spans_between
from journal.analytics.vocabulary import STATIONS, Region, Side

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)


def felt(offset: int, region: str = "", side: str = "", strength: float = 5) -> Felt:
    return Felt(MONDAY + offset * DAY, "ache", region, side, strength)


def on(offset: int, left: int | None = 0, right: int | None = 0, unsaid: int | None = None) -> Reach:
    return Reach(day=MONDAY + offset * DAY, left=left, right=right, unsaid=unsaid)


def test_a_day_reaches_its_furthest_station_on_each_side() -> None:
    said = [
        felt(1, "calf", "left"),
        felt(1, "hip", "left"),
        felt(1, "thigh_back", "right"),
        felt(0, "toes", "left"),
    ]
    assert reach_by_day(felt=said) == [on(0, left=7), on(1, left=5, right=3)]


def test_every_region_on_the_way_down_has_its_station() -> None:
    for region, station in STATIONS.items():
        assert reach_by_day(felt=[felt(0, region, "left")]) == [on(0, left=station)]
    assert set(Region) - set(STATIONS) == {Region.SADDLE}


def test_a_day_that_names_no_place_is_a_gap() -> None:
    assert reach_by_day(felt=[felt(0), felt(2, "calf", "left")]) == [on(2, left=5)]


def test_a_place_without_a_side_counts_for_neither_and_leaves_both_unknown() -> None:
    assert reach_by_day(felt=[felt(0, "sole")]) == [on(0, left=None, right=None, unsaid=6)]
    both = [felt(0, "sole"), felt(0, "calf", "left")]
    assert reach_by_day(felt=both) == [on(0, left=5, right=None, unsaid=6)]


def test_the_middle_of_the_back_is_where_both_legs_begin() -> None:
    assert reach_by_day(felt=[felt(0, "lower_back", "centre")]) == [on(0, left=1, right=1)]


def test_what_was_not_there_or_on_no_leg_reaches_nothing() -> None:
    assert reach_by_day(felt=[felt(0, "calf", "left", strength=0)]) == [on(0)]
    assert reach_by_day(felt=[felt(0, "saddle")]) == [on(0)]


def test_the_furthest_of_a_day_is_on_whichever_side() -> None:
    assert on(0, left=2, right=5).furthest == 5
    assert on(0, left=None, right=None, unsaid=6).furthest == 6
    assert Reach(day=MONDAY).furthest == 0


def test_a_span_has_the_middle_of_its_days_and_an_empty_one_is_left_out() -> None:
    spans = spans_between(first=MONDAY, last=MONDAY + 20 * DAY, unit="week")
    days = [on(0, left=2), on(1, left=7), on(2, left=3, right=None), on(14, left=1), on(15, left=4)]
    assert reach_by_span(days=days, spans=spans) == [on(0, left=3), on(14, left=4)]


def test_days_that_got_as_far_as_the_furthest_are_counted() -> None:
    days = [on(0, left=5), on(1, right=5), on(2, left=3)]
    assert furthest_on(days=days) == (5, ReachedOn(reached=2, days=3))
    assert furthest_on(days=days, station=3) == (3, ReachedOn(reached=3, days=3))
    assert furthest_on(days=[]) == (0, ReachedOn(reached=0, days=0))


def test_the_last_thirty_days_stand_against_the_thirty_before() -> None:
    last = MONDAY + 59 * DAY
    then = [on(offset, left=5 if offset < 4 else 2) for offset in range(0, 30, 3)]
    now = [on(offset, right=5 if offset < 31 else 1) for offset in range(30, 60, 4)]
    found = reach_change(days=[*then, *now], last=last)
    assert found is not None
    assert found.station == 5
    assert found.then == ReachedOn(reached=2, days=10)
    assert found.now == ReachedOn(reached=1, days=8)


def test_what_is_older_than_both_plays_no_part() -> None:
    days = [on(-1, left=7), *(on(offset, left=2) for offset in range(60))]
    found = reach_change(days=days, last=MONDAY + 59 * DAY)
    assert found is not None
    assert (found.station, found.then.days, found.now.days) == (2, 30, 30)


def test_fewer_than_seven_days_in_either_are_not_compared() -> None:
    last = MONDAY + 59 * DAY
    seven, six = [on(offset) for offset in range(7)], [on(offset) for offset in range(30, 36)]
    assert reach_change(days=[*seven, *six], last=last) is None
    assert reach_change(days=[*seven, *six, on(36)], last=last) is not None
    assert reach_change(days=[*seven[1:], *six, on(36)], last=last) is None
    assert reach_change(days=[], last=last) is None


class TestFurthestPlaces:
    def test_each_leg_is_said_by_itself(self) -> None:
        said = [felt(0, "buttock", "right"), felt(0, "calf", "left"), felt(1, "shin", "left"), felt(0, "hip", "left")]

        assert furthest_places(felt=said) == [
            FurthestPlaces(side=Side.LEFT, station=5, regions=(Region.SHIN, Region.CALF)),
            FurthestPlaces(side=Side.RIGHT, station=2, regions=(Region.BUTTOCK,)),
        ]

    def test_the_middle_of_the_back_is_said_only_where_no_leg_is(self) -> None:
        middle = felt(0, "sacrum", "centre")
        assert [one.side for one in furthest_places(felt=[middle])] == [Side.CENTRE]
        assert [one.side for one in furthest_places(felt=[middle, felt(0, "calf", "left")])] == [Side.LEFT]

    def test_what_is_not_there_or_on_no_leg_does_not_count(self) -> None:
        assert furthest_places(felt=[felt(0, "big_toe", "left", 0), felt(0, "saddle"), felt(0)]) == []

    def test_a_side_that_nobody_said_stays_unsaid(self) -> None:
        found = furthest_places(felt=[felt(0, "calf")])
        assert found == [FurthestPlaces(side=None, station=5, regions=(Region.CALF,))]

"""How far down the leg it went."""

from datetime import date

from journal.analytics.reach import Reach, furthest
from journal.analytics.sensations import Felt
from journal.analytics.vocabulary import Region, Side


def felt(region: str, side: str, strength: float = 5) -> Felt:
    return Felt(date(2026, 5, 4), "ache", region, side, strength)


def test_each_leg_is_said_by_itself() -> None:
    found = furthest(felt=[felt("buttock", "right"), felt("calf", "left"), felt("shin", "left"), felt("hip", "left")])

    assert found == [
        Reach(side=Side.LEFT, station=5, regions=(Region.SHIN, Region.CALF)),
        Reach(side=Side.RIGHT, station=2, regions=(Region.BUTTOCK,)),
    ]


def test_the_middle_of_the_back_is_said_only_where_no_leg_is() -> None:
    assert [one.side for one in furthest(felt=[felt("sacrum", "centre")])] == [Side.CENTRE]
    assert [one.side for one in furthest(felt=[felt("sacrum", "centre"), felt("calf", "left")])] == [Side.LEFT]


def test_what_is_not_there_or_on_no_leg_does_not_count() -> None:
    assert furthest(felt=[felt("big_toe", "left", 0), felt("saddle", ""), felt("", "")]) == []


def test_a_side_that_nobody_said_stays_unsaid() -> None:
    assert furthest(felt=[felt("calf", "")]) == [Reach(side=None, station=5, regions=(Region.CALF,))]

"""Kinds and places over time."""

from datetime import date, timedelta

from journal.analytics.sensations import Felt, Share, kinds_over_time, places_in_halves, places_over_time
from journal.analytics.vocabulary import Place, Quality, Region, Side

MONDAY = date(2026, 3, 2)
LAST = MONDAY + timedelta(days=69)


def felt(offset: int, quality: str = "", region: str = "", side: str = "", strength: float = 5) -> Felt:
    return Felt(MONDAY + timedelta(days=offset), quality, region, side, strength)


def test_a_kind_counts_once_a_day_with_its_strongest() -> None:
    found = kinds_over_time(
        felt=[felt(0, "ache", strength=3), felt(0, "ache", "calf", strength=7), felt(2, "ache", strength=4)],
        first=MONDAY,
        last=LAST,
    )
    (ache,) = found.rows
    assert (ache.what, ache.days) == (Quality.ACHE, 2)
    assert ache.shares[0] == Share(days=2, strength=5.5)
    assert ache.shares[1] == Share(days=0, strength=None)


def test_a_day_that_names_no_kind_says_nothing_about_kinds() -> None:
    found = kinds_over_time(felt=[felt(0, "ache"), felt(1, region="calf")], first=MONDAY, last=LAST)
    assert found.named[0] == 1
    assert places_over_time(felt=[felt(0, "ache"), felt(1, region="calf")], first=MONDAY, last=LAST).named[0] == 1


def test_a_strength_of_zero_is_a_named_day_without_the_pain() -> None:
    found = places_over_time(
        felt=[felt(0, region="calf", strength=0), felt(1, region="calf", strength=2)], first=MONDAY, last=LAST
    )
    assert found.named[0] == 2
    assert found.rows[0].shares[0] == Share(days=1, strength=2)


def test_what_was_only_ever_zero_gets_no_row() -> None:
    found = places_over_time(felt=[felt(0, region="calf", strength=0)], first=MONDAY, last=LAST)
    assert found.rows == ()
    assert sum(found.named) == 1


def test_the_most_frequent_kind_comes_first_and_then_the_order_of_the_vocabulary() -> None:
    said = [felt(0, "numbness"), felt(1, "numbness"), felt(0, "tingling"), felt(0, "ache")]
    found = kinds_over_time(felt=said, first=MONDAY, last=LAST)
    assert [row.what for row in found.rows] == [Quality.NUMBNESS, Quality.ACHE, Quality.TINGLING]


def test_places_go_down_the_leg_and_keep_sides_apart() -> None:
    said = [
        felt(0, region="saddle"),
        felt(0, region="toes", side="left"),
        felt(0, region="calf"),
        felt(0, region="calf", side="right"),
        felt(0, region="calf", side="left"),
        felt(0, region="groin", side="left"),
        felt(0, region="lower_back", side="centre"),
    ]
    found = places_over_time(felt=said, first=MONDAY, last=LAST)
    assert [row.what for row in found.rows] == [
        Place(Region.LOWER_BACK, Side.CENTRE),
        Place(Region.GROIN, Side.LEFT),
        Place(Region.CALF, Side.LEFT),
        Place(Region.CALF, Side.RIGHT),
        Place(Region.CALF, None),
        Place(Region.TOES, Side.LEFT),
        Place(Region.SADDLE, None),
    ]


def test_a_side_that_a_region_does_not_have_is_still_shown() -> None:
    found = places_over_time(felt=[felt(0, region="calf", side="centre")], first=MONDAY, last=LAST)
    assert found.rows[0].what == Place(Region.CALF, Side.CENTRE)


def test_days_fall_into_their_weeks() -> None:
    found = kinds_over_time(felt=[felt(offset, "ache") for offset in (6, 7, 8, 69)], first=MONDAY, last=LAST)
    assert found.unit == "week"
    assert [share.days for share in found.rows[0].shares] == [1, 2, 0, 0, 0, 0, 0, 0, 0, 1]
    assert found.named == (1, 2, 0, 0, 0, 0, 0, 0, 0, 1)


def test_a_period_has_two_halves_and_the_first_has_the_odd_day() -> None:
    said = [felt(0, region="calf", side="left"), felt(2, region="calf", side="left", strength=7), felt(3, region="hip")]
    found = places_in_halves(felt=said, first=MONDAY, last=MONDAY + timedelta(days=4))
    assert [(span.last - span.first).days + 1 for span in found.spans] == [3, 2]
    assert found.named == (2, 1)
    hip, calf = found.rows
    assert (hip.what, calf.what) == (Place(Region.HIP, None), Place(Region.CALF, Side.LEFT))
    assert calf.shares == (Share(days=2, strength=6), Share(days=0, strength=None))
    assert hip.shares[1] == Share(days=1, strength=5)


def test_a_single_day_has_no_halves() -> None:
    found = places_in_halves(felt=[felt(0, region="calf")], first=MONDAY, last=MONDAY)
    assert found.named == (1,)
    assert len(found.spans) == 1

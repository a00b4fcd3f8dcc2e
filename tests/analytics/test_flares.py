"""Where a suggested flare-up starts and ends, day by day."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analytics.flares import Flare, suggest_flares
from journal.analytics.timeline import DayPain

FIRST = date(2024, 1, 1)
CALM = [3.0] * 12


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def flares(means: Sequence[float | None], *, rise_days: int = 2, today: int | None = None) -> list[Flare]:
    days = [DayPain(day=day(at), mean=mean) for at, mean in enumerate(means)]
    return suggest_flares(days=days, today=day(len(means) - 1 if today is None else today), rise_days=rise_days)


def test_a_rise_of_two_points_on_two_days_is_a_flare_up_until_it_settles() -> None:
    assert flares([*CALM, 5, 7.5, 4, 3.9, 3]) == [
        Flare(
            start=day(12),
            end=day(14),
            last_seen=day(14),
            state="ended",
            peak=7.5,
            usual=3,
            rule="plus_2_on_2_days",
        )
    ]


def test_nothing_is_found_in_an_empty_or_even_diary() -> None:
    assert suggest_flares(days=[], today=FIRST) == []
    assert flares([None] * 30) == []
    assert flares([4.0] * 100) == []
    assert flares([0.0] * 100) == []


def test_a_rise_of_less_than_two_points_is_none() -> None:
    assert flares([*CALM, 4.9, 4.9, 4.9]) == []


def test_one_day_is_enough_only_where_the_person_chose_so() -> None:
    diary = [*CALM, 6, 3, 3, 3]
    assert flares(diary) == []
    (flare,) = flares(diary, rise_days=1)
    assert (flare.start, flare.end, flare.rule) == (day(12), day(12), "plus_2_on_1_days")


def test_usual_needs_ten_logged_days_in_the_four_weeks_before() -> None:
    assert flares([*[3.0] * 9, 6, 6]) == []
    assert len(flares([*[3.0] * 10, 6, 6])) == 1
    assert flares([*[3.0] * 10, *[None] * 19, 6, 6]) == []
    assert len(flares([*[3.0] * 10, *[None] * 18, 6, 6])) == 1


def test_usual_is_the_median_so_that_one_bad_day_does_not_move_it() -> None:
    (flare,) = flares([10, *CALM, 5, 5])
    assert flare.usual == 3


def test_the_median_of_an_even_number_of_days_is_between_the_middle_two() -> None:
    (flare,) = flares([3, 4, 3, 4, 3, 4, 3, 4, 3, 4, 5.5, 5.5])
    assert flare.usual == 3.5


def test_usual_is_frozen_at_the_start_and_flare_days_do_not_raise_the_next_one() -> None:
    found = flares([*CALM, *[6.0] * 20, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 5, 5, 3, 3])
    assert [(flare.start, flare.end, flare.usual) for flare in found] == [
        (day(12), day(31), 3),
        (day(42), day(43), 3),
    ]


def test_one_calm_day_does_not_end_it() -> None:
    (flare,) = flares([*CALM, 6, 6, 3, 6, 3, 3])
    assert (flare.start, flare.end) == (day(12), day(15))


def test_it_ends_with_the_last_logged_day_before_the_calm_ones() -> None:
    (flare,) = flares([*CALM, 6, 6, None, None, 3, None, 3])
    assert (flare.end, flare.state) == (day(13), "ended")


def test_it_goes_on_while_pain_stays_a_point_above_usual() -> None:
    (flare,) = flares([*CALM, 6, 6, 4, 4, 4])
    assert (flare.end, flare.last_seen, flare.state) == (None, day(16), "ongoing")


def test_three_unlogged_days_are_bridged_and_four_leave_the_end_unknown() -> None:
    (flare,) = flares([*CALM, 6, 6, None, None, None, 6, 3, 3])
    assert flare.end == day(17)
    first, *_ = flares([*CALM, 6, 6, None, None, None, None, 3, 3])
    assert (first.end, first.last_seen, first.state) == (None, day(13), "end_unknown")


def test_a_calm_day_before_a_long_gap_is_not_an_end() -> None:
    (flare,) = flares([*CALM, 6, 6, 3, None, None, None, None, 3, 3])
    assert (flare.last_seen, flare.state) == (day(13), "end_unknown")


def test_pain_still_raised_after_a_long_gap_is_a_second_flare_up() -> None:
    found = flares([*CALM, 6, 6, None, None, None, None, 7, 7, 3, 3])
    assert [(flare.start, flare.state) for flare in found] == [(day(12), "end_unknown"), (day(18), "ended")]


def test_two_high_days_with_a_long_gap_between_are_no_start() -> None:
    assert flares([*CALM, 6, None, None, None, None, 6]) == []
    assert len(flares([*CALM, 6, None, None, None, 6])) == 1


def test_a_diary_that_stops_in_a_flare_up_leaves_it_open_and_then_unknown() -> None:
    diary = [*CALM, 6, 6]
    assert [flares(diary, today=13 + away)[0].state for away in (0, 1, 4, 5)] == [
        "ongoing",
        "ongoing",
        "ongoing",
        "end_unknown",
    ]


def test_it_covers_the_days_on_which_it_can_be_followed() -> None:
    (flare,) = flares([*CALM, 6, 6, 3, 6, 3, 3])
    assert [at for at in range(18) if flare.covers(day(at))] == [12, 13, 14, 15]


def test_days_after_today_are_not_looked_at() -> None:
    assert flares([*CALM, 6, 6], today=12) == []


def test_it_asks_for_at_least_one_day() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        flares(CALM, rise_days=0)


means = st.one_of(st.none(), st.integers(0, 30).map(lambda third: third / 3))
diaries = st.builds(
    lambda calm, rest: [*calm, *rest],
    st.lists(st.sampled_from([2.0, 7 / 3, 3.0]), min_size=10, max_size=20),
    st.lists(means, max_size=80),
)


@given(diaries, st.integers(1, 3), st.integers(-60, 60).map(lambda tenth: tenth / 10))
def test_adding_a_constant_to_all_pain_changes_no_dates(
    diary: list[float | None], rise_days: int, constant: float
) -> None:
    moved = flares([None if mean is None else mean + constant for mean in diary], rise_days=rise_days)
    assert [(flare.start, flare.last_seen, flare.state) for flare in moved] == [
        (flare.start, flare.last_seen, flare.state) for flare in flares(diary, rise_days=rise_days)
    ]


@given(diaries, st.integers(-4000, 4000))
def test_shifting_all_dates_shifts_the_flare_ups(diary: list[float | None], by: int) -> None:
    shifted = suggest_flares(
        days=[DayPain(day=day(at + by), mean=mean) for at, mean in enumerate(diary)], today=day(len(diary) - 1 + by)
    )
    there = [(flare.start - timedelta(days=by), flare.last_seen - timedelta(days=by), flare.peak) for flare in shifted]
    assert there == [(flare.start, flare.last_seen, flare.peak) for flare in flares(diary)]


@given(diaries, st.integers(1, 3), st.randoms(use_true_random=False))
def test_flare_ups_are_ordered_and_apart_whatever_the_order_of_days(
    diary: list[float | None], rise_days: int, order: random.Random
) -> None:
    days = [DayPain(day=day(at), mean=mean) for at, mean in enumerate(diary)]
    found = suggest_flares(days=days, today=day(len(diary)), rise_days=rise_days)
    order.shuffle(days)
    assert suggest_flares(days=days, today=day(len(diary)), rise_days=rise_days) == found
    for flare, following in pairwise(found):
        assert flare.last_seen < following.start
        assert flare.state != "ongoing"
    for flare in found:
        assert flare.start <= flare.last_seen
        assert flare.peak >= flare.usual + 2 - 1e-6
        assert (flare.end == flare.last_seen) == (flare.state == "ended")


@given(diaries, st.integers(10, 100))
def test_what_the_future_brings_moves_no_start_that_was_certain(diary: list[float | None], known: int) -> None:
    today = min(known, len(diary)) - 1
    earlier = flares(diary, today=today)
    later = flares(diary)
    assert [flare.start for flare in later[: len(earlier)]] == [flare.start for flare in earlier]

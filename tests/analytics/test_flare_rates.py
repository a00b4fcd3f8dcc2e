"""Counts of flare-ups around massages."""

from datetime import date, timedelta

from journal.analytics.around_massage import ComparedDays
from journal.analytics.flare_facts import FlareSpan
from journal.analytics.flare_rates import Rate, flare_rates
from journal.analytics.flares import FlareState

FIRST = date(2024, 1, 1)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def flare(start: int, last: int | None, state: FlareState = "ended") -> FlareSpan:
    return FlareSpan(start=day(start), last=None if last is None else day(last), state=state, found="suggested")


def pair(massage: int, *alike: int) -> ComparedDays:
    return ComparedDays(massage_day=day(massage), alike=tuple(day(at) for at in alike))


def test_starts_are_counted_in_the_seven_days_after() -> None:
    rates = flare_rates(
        flares=[flare(17, 20), flare(48, 50)],
        compared=[pair(10, 30, 41), pair(9, 40)],
        massage_days=[day(9), day(10)],
        last_day=day(99),
    )
    assert rates.starts_after_massage == Rate(days=2, events=1)
    assert rates.starts_after_alike == Rate(days=3, events=1)


def test_days_in_a_flare_up_cannot_be_followed_by_its_start() -> None:
    rates = flare_rates(flares=[flare(10, 20)], compared=[pair(12, 20), pair(9, 21)], massage_days=[], last_day=day(99))
    assert rates.starts_after_massage == Rate(days=1, events=1)
    assert rates.starts_after_alike == Rate(days=1, events=0)


def test_days_that_are_not_followed_for_a_week_do_not_count() -> None:
    rates = flare_rates(flares=[], compared=[pair(92, 93)], massage_days=[], last_day=day(99))
    assert (rates.starts_after_massage.days, rates.starts_after_alike.days) == (1, 0)


def test_a_day_that_is_like_several_massages_counts_once() -> None:
    rates = flare_rates(flares=[], compared=[pair(10, 30), pair(20, 30)], massage_days=[], last_day=day(99))
    assert rates.starts_after_alike.days == 1


def test_each_day_of_a_flare_up_counts_by_the_massages_up_to_it() -> None:
    rates = flare_rates(flares=[flare(10, 19)], compared=[], massage_days=[day(12), day(18)], last_day=day(99))
    assert rates.ends_with_massage == Rate(days=5, events=1)
    assert rates.ends_without_massage == Rate(days=5, events=0)


def test_a_massage_just_before_the_flare_up_still_counts_in_it() -> None:
    rates = flare_rates(flares=[flare(10, 12)], compared=[], massage_days=[day(9)], last_day=day(99))
    assert (rates.ends_with_massage.days, rates.ends_without_massage.days) == (2, 1)


def test_an_end_that_is_not_known_is_none() -> None:
    rates = flare_rates(
        flares=[flare(10, 12, "end_unknown"), flare(20, 22, "ongoing"), flare(97, None, "ongoing")],
        compared=[],
        massage_days=[],
        last_day=day(99),
    )
    assert rates.ends_without_massage == Rate(days=9, events=0)


def test_shares_wait_for_ten_flare_ups() -> None:
    few, many = (
        flare_rates(
            flares=[flare(at, at) for at in range(0, 3 * count, 3)], compared=[], massage_days=[], last_day=day(99)
        )
        for count in (9, 10)
    )
    assert (few.enough, many.enough) == (False, True)
    assert (Rate(days=0, events=0).share, Rate(days=4, events=1).share) == (None, 0.25)

"""Day logs as numbers beside pain."""

import datetime as dt

from journal.analytics.day_factors import FACTORS, FEWEST_DAYS, Factor, beside_pain, said_most, values_by_day
from journal.analytics.records import DayContent

DAY = dt.date(2026, 5, 4)
BY_LABEL = {factor.label: factor for factor in FACTORS}
STRESS = BY_LABEL["Stress"]


def days(*values: float) -> dict[dt.date, float]:
    return {DAY + dt.timedelta(days=at): value for at, value in enumerate(values)}


def value(factor: Factor, said: DayContent) -> dict[dt.date, float]:
    return values_by_day(factor=factor, logs=[(DAY, said)])


def test_codes_name_nothing_and_stand_once() -> None:
    codes = [factor.code for factor in FACTORS]

    assert len(codes) == len(set(codes))
    assert all(code.isdecimal() for code in codes)


def test_zero_is_a_value_and_silence_is_none() -> None:
    nothing = DayContent(stress=0, lifting="none", core=False, exercise_minutes=0)

    assert [value(BY_LABEL[name], nothing) for name in ("Stress", "Lifting", "Core exercises", "Exercise")] == [
        {DAY: 0}
    ] * 4
    assert [value(factor, DayContent(note="x")) for factor in FACTORS] == [{}] * len(FACTORS)


def test_what_most_days_say_comes_first_and_what_none_says_never() -> None:
    logs = [(DAY, DayContent(stress=1, sitting_minutes=60)), (DAY + dt.timedelta(days=1), DayContent(stress=1))]

    assert [factor.label for factor in said_most(logs=logs, count=1)] == ["Stress"]
    assert [factor.label for factor in said_most(logs=logs, count=3)] == ["Stress", "Sitting"]


def test_pain_on_days_of_much_and_of_little() -> None:
    found = beside_pain(values=days(*range(15)), pain=days(*([2.0] * 5 + [3.0] * 5 + [6.0] * 5)))

    assert found.low
    assert found.high
    assert (found.low.bound, found.low.days, found.low.pain) == (4, 5, 2)
    assert (found.high.bound, found.high.days, found.high.pain) == (10, 5, 6)


def test_days_with_the_value_of_a_bound_all_count() -> None:
    found = beside_pain(values=days(*([1] * 8 + [2] * 8)), pain=days(*range(16)))

    assert found.low
    assert found.high
    assert (found.low.days, found.high.days) == (8, 8)


def test_too_few_days_say_nothing() -> None:
    few = FEWEST_DAYS - 1

    assert beside_pain(values=days(*range(few)), pain=days(*[1.0] * few)).high is None
    assert beside_pain(values=days(*range(30)), pain=days(*[1.0] * few)).days == few


def test_days_that_are_all_alike_say_nothing() -> None:
    assert beside_pain(values=days(*[3] * 30), pain=days(*[1.0] * 30)).low is None
    assert beside_pain(values=days(*[3] * 29, 4), pain=days(*[1.0] * 30)).low is None


def test_values_read_in_words() -> None:
    assert BY_LABEL["Lifting"].words(2) == "heavy things"
    assert BY_LABEL["Core exercises"].words(0.4) == "40 % of days"
    assert BY_LABEL["Sitting"].words(437) == "7 h 15 min"
    assert STRESS.words(5.04) == "5"

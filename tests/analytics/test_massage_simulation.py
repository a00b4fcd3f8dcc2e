"""The estimate in diaries in which the truth is known: a small version of benchmarks/massage_effect.py.

Each bound leaves at least three Monte Carlo standard errors, and before against after lies far outside all of them.
"""

from collections.abc import Sequence
from functools import cache
from statistics import fmean

import pytest

from benchmarks.judged_diaries import Judged, judge
from benchmarks.simulated_diaries import Scenario, simulated_diary

DIARIES = 250


@cache
def judged(scenario: Scenario, *, diaries: int = DIARIES, deals: int = 0) -> tuple[Judged, ...]:
    """What comes out for the diaries that pass the gate."""
    made = (simulated_diary(scenario=scenario, seed=[77, number]) for number in range(diaries))
    return tuple(one for one in (judge(diary=diary, deals=deals) for diary in made) if one.estimate is not None)


def alarms(diaries: Sequence[Judged]) -> float:
    return fmean(one.estimate is not None and one.estimate.alarm for one in diaries)


def coverage(diaries: Sequence[Judged], truth: float) -> float:
    return fmean(one.estimate is not None and one.estimate.low <= truth <= one.estimate.high for one in diaries)


def bias(diaries: Sequence[Judged], truth: float) -> float:
    return fmean(one.estimate.change - truth for one in diaries if one.estimate is not None)


USELESS = {
    "booked at random": Scenario(odds=1.0),
    "booked on bad days": Scenario(),
    "stronger memory": Scenario(memory=0.9),
    "a quarter of the days missing": Scenario(missing=0.25),
    "slow recovery": Scenario(recovery=0.9),
    "short": Scenario(days=90, sessions=7),
    "long": Scenario(days=365, sessions=32),
}


@pytest.mark.parametrize("scenario", USELESS.values(), ids=USELESS.keys())
def test_a_useless_massage_is_seldom_said_to_change_anything(scenario: Scenario) -> None:
    diaries = judged(scenario)
    assert len(diaries) > DIARIES / 2
    assert alarms(diaries) < 0.10
    assert coverage(diaries, 0) > 0.90
    assert abs(bias(diaries, 0)) < 0.12


@pytest.mark.parametrize("name", ["booked on bad days", "a quarter of the days missing", "slow recovery", "long"])
def test_before_against_after_says_so_all_the_time(name: str) -> None:
    assert fmean(one.before_after_alarm for one in judged(USELESS[name])) > 0.2


def test_a_massage_that_helps_is_found_and_its_size_is_right() -> None:
    diaries = judged(Scenario(effect=(-1.2, -1.1, -1.0)))
    truth = fmean(one.true_change for one in diaries)
    assert truth == pytest.approx(-0.85, abs=0.05)
    assert alarms(diaries) > 0.5
    assert coverage(diaries, truth) > 0.90
    assert abs(bias(diaries, truth)) < 0.12


def test_a_hidden_cause_fools_it_which_is_why_the_page_says_so() -> None:
    diaries = judged(Scenario(hidden=True))
    assert alarms(diaries) > 0.2
    assert coverage(diaries, 0) < 0.9


def test_booking_habit_and_windows_raise_few_false_alarms() -> None:
    diaries = judged(Scenario(), diaries=150, deals=199)
    estimates = [one.estimate for one in diaries if one.estimate is not None]
    assert fmean(one.redeal_alarm for one in estimates) < 0.11
    assert fmean(one.window_alarm for one in estimates) < 0.11


def test_booking_habit_and_windows_find_what_is_there() -> None:
    diaries = judged(Scenario(days=365, sessions=32, effect=(-1.2, -1.1, -1.0)), diaries=40, deals=99)
    estimates = [one.estimate for one in diaries if one.estimate is not None]
    assert fmean(one.redeal_alarm for one in estimates) > 0.7
    assert fmean(one.window_alarm for one in estimates) > 0.7

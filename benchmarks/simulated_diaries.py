"""Diaries in which the effect of massage is known, because they are made here.

Pain follows a first-order autoregression with flare-ups on top, in whole points from 0 to 10, rated once a day. A
person books a massage the more readily the worse the day, never twice within a few days.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from journal.analytics.massage_effect import DayPain

Floats = NDArray[np.float64]

FIRST_DAY = date(2020, 1, 1)
LEVEL = 4.0
SPREAD = 1.7
"""Standard deviation of the pain that is no flare-up."""
FLARE_CHANCE = 1 / 40
FLARE_HEIGHT = 3.0


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """How a person's pain runs and how they book.

    `effect` is the change in pain on the first, second, ... day after a massage. `missing` is the share of days that
    are not logged. `odds` is the factor on the odds of a massage for each point of pain. With `hidden` true there
    are days on which something that is not in the diary both makes a massage likelier and eases the days after.
    """

    days: int = 180
    sessions: int = 15
    odds: float = 2.2
    memory: float = 0.7
    recovery: float = 0.6
    """What is left of a flare-up from one day to the next."""
    least_gap: int = 5
    """Days from one massage to the next at the least."""
    missing: float = 0.0
    effect: tuple[float, ...] = ()
    hidden: bool = False


HIDDEN_CHANCE = 0.15
HIDDEN_ODDS = 30.0
HIDDEN_RELIEF = (-2.0, -2.0, -2.0)


@dataclass(frozen=True, kw_only=True)
class SimulatedDiary:
    """A diary as the product would read it, and the true mean change over the three days after its massages."""

    days: list[DayPain]
    massage_days: list[date]
    true_change: float


@dataclass(frozen=True, kw_only=True, eq=False)
class _Chance:
    """All that is left to chance in one diary, drawn beforehand, so that it can be lived twice."""

    untreated: Floats
    booking: Floats
    hidden: NDArray[np.bool_]
    logged: NDArray[np.bool_]


def simulated_diary(*, scenario: Scenario, seed: Sequence[int]) -> SimulatedDiary:
    """The diary with that seed: the same one every time."""
    chance = _draw(scenario, np.random.default_rng(seed))
    pain, massages = _live(scenario, chance, _readiness(scenario))
    return SimulatedDiary(
        days=diary_days(pain=np.where(chance.logged, pain, np.nan), massages=massages),
        massage_days=[FIRST_DAY + timedelta(days=day) for day in massages],
        true_change=_true_change(scenario, chance, pain, massages),
    )


def diary_days(*, pain: Floats, massages: Sequence[int]) -> list[DayPain]:
    """A day for each value (NaN where nothing is logged); on massage days it was rated before the massage."""
    with_massage = set(massages)
    return [
        DayPain(
            day=FIRST_DAY + timedelta(days=day),
            mean=None if np.isnan(value) else float(value),
            before_massage=None if np.isnan(value) or day not in with_massage else float(value),
        )
        for day, value in enumerate(pain)
    ]


def _draw(scenario: Scenario, rng: np.random.Generator) -> _Chance:
    noise = rng.normal(size=scenario.days) * SPREAD
    starts = rng.random(scenario.days) < FLARE_CHANCE
    untreated = np.empty(scenario.days)
    swing, flare = noise[0], 0.0
    for day in range(scenario.days):
        swing = scenario.memory * swing + np.sqrt(1 - scenario.memory**2) * noise[day]
        flare = FLARE_HEIGHT if starts[day] else scenario.recovery * flare
        untreated[day] = LEVEL + swing + flare
    return _Chance(
        untreated=untreated,
        booking=rng.random(scenario.days),
        hidden=rng.random(scenario.days) < (HIDDEN_CHANCE if scenario.hidden else 0.0),
        logged=rng.random(scenario.days) >= scenario.missing,
    )


def _live(
    scenario: Scenario, chance: _Chance, readiness: float, *, never_on: int | None = None
) -> tuple[Floats, list[int]]:
    """Pain and massage days when life takes its course, without a massage on the day `never_on`."""
    added = np.zeros(scenario.days + 10)
    pain = np.empty(scenario.days)
    massages: list[int] = []
    steep, pull = float(np.log(scenario.odds)), float(np.log(HIDDEN_ODDS))
    for day in range(scenario.days):
        pain[day] = min(10.0, max(0.0, round(chance.untreated[day] + added[day])))
        log_odds = readiness + steep * (pain[day] - LEVEL)
        if chance.hidden[day]:
            log_odds += pull
            added[day + 1 : day + 1 + len(HIDDEN_RELIEF)] += HIDDEN_RELIEF
        free = not massages or day - massages[-1] >= scenario.least_gap
        if free and day != never_on and chance.booking[day] < 1 / (1 + np.exp(-log_odds)):
            massages.append(day)
            added[day + 1 : day + 1 + len(scenario.effect)] += scenario.effect
    return pain, massages


def _true_change(scenario: Scenario, chance: _Chance, pain: Floats, massages: Sequence[int]) -> float:
    """The mean change over the next three days against the same life in which only that massage did not happen."""
    if not scenario.effect:
        return 0.0
    readiness = _readiness(scenario)
    changes = [
        pain[day + 1 : day + 4].mean() - _live(scenario, chance, readiness, never_on=day)[0][day + 1 : day + 4].mean()
        for day in massages
        if day + 3 < scenario.days
    ]
    return float(np.mean(changes)) if changes else 0.0


@lru_cache(maxsize=64)
def _readiness(scenario: Scenario) -> float:
    """The log odds of a massage on a day of usual pain at which that many sessions come about on average."""
    chances = [_draw(scenario, np.random.default_rng([987, number])) for number in range(60)]
    low, high = -12.0, 3.0
    for _ in range(14):
        middle = (low + high) / 2
        sessions = np.mean([len(_live(scenario, chance, middle)[1]) for chance in chances])
        low, high = (middle, high) if sessions < scenario.sessions else (low, middle)
    return (low + high) / 2

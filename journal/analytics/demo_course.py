"""The course of an invented back: how strong its pain is day by day, and when it flares up.

Pain has a memory: a bad day is likely to follow a bad day. Nothing that is done about it changes it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

_USUAL = 2.8
_MEMORY = 0.7
_SURPRISE = 0.75
_SLOW_STEP = 0.06
_DAYS_BETWEEN_FLARES = 48
_DAYS_IN_A_YEAR = 365.25


@dataclass(frozen=True, kw_only=True)
class Course:
    """Pain on each day from the first on, 0-10, and the flare-ups in it as (first day, last day), counted from 0."""

    pain: tuple[float, ...]
    flares: tuple[tuple[int, int], ...]

    def in_flare(self, day: int) -> bool:
        """Whether a flare-up goes on that day."""
        return any(first <= day <= last for first, last in self.flares)


def invent_course(*, days: int, random: Random) -> Course:
    """A course of so many days; the same for a `random` in the same state."""
    raised = [0.0] * days
    flares = _flares(days, raised, random)
    memory, slow = 0.0, 0.0
    pain = []
    for day in range(days):
        memory = _MEMORY * memory + random.gauss(0, _SURPRISE)
        slow = 0.995 * slow + random.gauss(0, _SLOW_STEP)
        winter = 0.4 * math.cos(2 * math.pi * day / _DAYS_IN_A_YEAR)
        pain.append(min(10.0, max(0.0, _USUAL + winter + slow + memory + raised[day])))
    return Course(pain=tuple(pain), flares=flares)


def _flares(days: int, raised: list[float], random: Random) -> tuple[tuple[int, int], ...]:
    """Raise some stretches: up within a day or two, then slowly down again."""
    found = []
    day = random.randint(18, 40)
    while day < days:
        height = random.uniform(2.8, 4.8)
        length = max(2, round(random.lognormvariate(1.7, 0.6)))
        last = min(day + length - 1, days - 1)
        for at, height_then in zip(range(day, last + 1), _shape(height, length), strict=False):
            raised[at] = height_then
        found.append((day, last))
        day = last + 14 + round(random.expovariate(1 / (_DAYS_BETWEEN_FLARES - 14)))
    return tuple(found)


def _shape(height: float, length: int) -> Sequence[float]:
    rise = [0.75 * height] if length > 3 else []
    return [*rise, *(height * (1 - 0.65 * at / length) for at in range(length - len(rise)))]

"""A diary for each verdict about massages: pain without a pattern, a massage every few days, a change after each."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from journal.models import User
from tests import cast

FIRST = dt.date(2025, 1, 1)
DAY = dt.timedelta(days=1)
CHANGED_DAYS = 3


@dataclass(frozen=True, kw_only=True)
class Course:
    """`days` days of pain around 4, with a massage every `every` days and `change` points after each of them."""

    days: int
    every: int
    change: float
    spread: float = 1.0
    seed: int = 3

    def massage_days(self) -> list[dt.date]:
        return [FIRST + number * DAY for number in range(5, self.days, self.every)]

    def pain(self) -> Iterator[tuple[dt.date, float]]:
        drawn = 4 + self.spread * np.random.default_rng(self.seed).normal(size=self.days)
        for number in range(5, self.days, self.every):
            drawn[number + 1 : number + 1 + CHANGED_DAYS] += self.change
        for number, pain in enumerate(np.clip(np.round(drawn), 0, 10)):
            yield FIRST + number * DAY, float(pain)


COURSES = {
    "lower": Course(days=150, every=10, change=-2),
    "higher": Course(days=150, every=10, change=2),
    "no_noticeable_effect": Course(days=400, every=12, change=0),
    "cannot_tell_yet": Course(days=70, every=10, change=-0.3, spread=2.2),
    "not_enough_data": Course(days=40, every=14, change=0),
}


def write(user: User, course: Course, **said: Any) -> None:
    """Log it: pain at nine, each massage at six with the same `said` about it."""
    cast.pains(user, dict(course.pain()))
    for day in course.massage_days():
        cast.massage(user, on=day, **said)

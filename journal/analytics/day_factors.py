"""What a day log says, as numbers that can stand beside pain. Observations only: nothing here tells causes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from journal.analytics.day_wording import describe_minutes
from journal.analytics.records import DayContent
from journal.analytics.vocabulary import Lifting

FEWEST_DAYS = 14
"""Fewer days that say both are drawn, but nothing about them is put in words."""
_FEWEST_ON_A_SIDE = 5
_LIFTED = tuple(Lifting)


@dataclass(frozen=True, kw_only=True)
class Factor:
    """One thing that a day log says. `code` is what addresses call it, so that they name nothing.

    `value` is None where it was not said. `most` is the top of its scale, None where the largest value shown is.
    """

    code: str
    label: str
    value: Callable[[DayContent], float | None]
    words: Callable[[float], str]
    most: float | None = None

    @property
    def is_yes_or_no(self) -> bool:
        """Whether its values are 1 for yes and 0 for no."""
        return self.words is _share


def _minutes(value: float) -> str:
    return describe_minutes(round(value / 5) * 5)


def _rating(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _share(value: float) -> str:
    return f"{100 * value:.0f} % of days"


def _lifted(value: float) -> str:
    return _LIFTED[round(value)].label.lower()


def _lifting(said: DayContent) -> float | None:
    return _LIFTED.index(Lifting(said.lifting)) if said.lifting else None


FACTORS: tuple[Factor, ...] = (
    Factor(code="1", label="Sleep quality", value=lambda said: said.sleep_quality, words=_rating, most=10),
    Factor(code="2", label="Sleep", value=lambda said: said.sleep_minutes, words=_minutes),
    Factor(code="3", label="Stress", value=lambda said: said.stress, words=_rating, most=10),
    Factor(code="4", label="Sitting", value=lambda said: said.sitting_minutes, words=_minutes),
    Factor(code="5", label="Standing", value=lambda said: said.standing_minutes, words=_minutes),
    Factor(code="6", label="Walking", value=lambda said: said.walking_minutes, words=_minutes),
    Factor(code="7", label="Lifting", value=_lifting, words=_lifted, most=len(_LIFTED) - 1),
    Factor(code="8", label="Exercise", value=lambda said: said.exercise_minutes, words=_minutes),
    Factor(code="9", label="Core exercises", value=lambda said: said.core, words=_share, most=1),
    Factor(code="10", label="Held back by pain", value=lambda said: said.interference, words=_rating, most=10),
)


@dataclass(frozen=True, kw_only=True)
class Side:
    """The days on which a factor was at a bound or beyond it, and their mean pain."""

    bound: float
    days: int
    pain: float


@dataclass(frozen=True, kw_only=True)
class Beside:
    """Pain on the third of the days where a factor was lowest, and on the third where it was highest.

    `days` counts the days that say both; `low` and `high` are None where that is not enough to say anything.
    """

    days: int
    low: Side | None
    high: Side | None


def values_by_day(*, factor: Factor, logs: Sequence[tuple[date, DayContent]]) -> dict[date, float]:
    """The days that say it, and what."""
    said = ((day, factor.value(content)) for day, content in logs)
    return {day: float(value) for day, value in said if value is not None}


def said_most(*, logs: Sequence[tuple[date, DayContent]], count: int) -> list[Factor]:
    """The factors that most days say, in the order of FACTORS."""
    days = {factor.code: len(values_by_day(factor=factor, logs=logs)) for factor in FACTORS}
    often = sorted((factor for factor in FACTORS if days[factor.code]), key=lambda factor: -days[factor.code])[:count]
    return [factor for factor in FACTORS if factor in often]


def beside_pain(*, values: Mapping[date, float], pain: Mapping[date, float]) -> Beside:
    """Pain on the days of low and of high values. Days with the value of a bound all belong to it."""
    both = sorted((value, pain[day]) for day, value in values.items() if day in pain)
    nothing = Beside(days=len(both), low=None, high=None)
    if len(both) < FEWEST_DAYS:
        return nothing
    third = len(both) // 3
    least, most = both[third - 1][0], both[-third][0]
    if least >= most:
        least, most = both[0][0], both[-1][0]
    low = [pained for value, pained in both if value <= least]
    high = [pained for value, pained in both if value >= most]
    if least >= most or min(len(low), len(high)) < _FEWEST_ON_A_SIDE:
        return nothing
    return Beside(
        days=len(both),
        low=Side(bound=least, days=len(low), pain=fmean(low)),
        high=Side(bound=most, days=len(high), pain=fmean(high)),
    )

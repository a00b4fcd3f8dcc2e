"""What a person does to prevent pain, week by week, beside their own goals.

A day that is not logged is unknown: it counts neither as exercise nor as none. Nothing here counts days in a row.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean

from journal.analytics.records import DayContent
from journal.analytics.vocabulary import Lifting

_WEEK = timedelta(days=7)
_RANKS = {member.value: rank for rank, member in enumerate(Lifting)}


@dataclass(frozen=True, kw_only=True)
class Goal:
    """Days a week of exercise and of core exercise; the most sitting in minutes and the heaviest lifting on a day.

    None or "": no goal.
    """

    exercise_days: int | None = None
    core_days: int | None = None
    sitting_minutes: int | None = None
    lifting: str = ""


@dataclass(frozen=True, kw_only=True)
class PreventionWeek:
    """A week from `monday` on. `known` counts the logged days that say anything about a subject.

    `sitting_mean` is in minutes over the days that say it, None where none does. `within_*` count days within the
    goal, None where there is no goal; `lifting_heavy` those with heavy things or more than one should have.
    """

    monday: date
    logged: int
    exercise_known: int
    exercise_days: int
    core_known: int
    core_days: int
    sitting_known: int
    sitting_mean: float | None
    sitting_within: int | None
    lifting_known: int
    lifting_heavy: int
    lifting_within: int | None


def prevention_weeks(
    *, logs: Sequence[tuple[date, DayContent]], goal: Goal, today: date, count: int
) -> list[PreventionWeek]:
    """The last `count` weeks, this one first, whatever was logged in them."""
    this = today - timedelta(days=today.weekday())
    return [_week(this - back * _WEEK, logs, goal) for back in range(count)]


def _week(monday: date, logs: Sequence[tuple[date, DayContent]], goal: Goal) -> PreventionWeek:
    said = [content for day, content in logs if monday <= day < monday + _WEEK]
    exercise = [content.exercise_minutes for content in said if content.exercise_minutes is not None]
    core = [content.core for content in said if content.core is not None]
    sitting = [content.sitting_minutes for content in said if content.sitting_minutes is not None]
    lifting = [_RANKS[content.lifting] for content in said if content.lifting]
    return PreventionWeek(
        monday=monday,
        logged=len(said),
        exercise_known=len(exercise),
        exercise_days=sum(minutes > 0 for minutes in exercise),
        core_known=len(core),
        core_days=sum(core),
        sitting_known=len(sitting),
        sitting_mean=fmean(sitting) if sitting else None,
        sitting_within=_within(sitting, goal.sitting_minutes),
        lifting_known=len(lifting),
        lifting_heavy=sum(rank >= _RANKS[Lifting.HEAVY] for rank in lifting),
        lifting_within=_within(lifting, _RANKS[goal.lifting] if goal.lifting else None),
    )


def _within(values: Sequence[int], most: int | None) -> int | None:
    return None if most is None else sum(value <= most for value in values)

"""What a person does to prevent pain, in words: what was logged and what the goal is, without praise or blame."""

from collections.abc import Sequence
from typing import NamedTuple

from journal.analytics.day_wording import describe_minutes
from journal.analytics.prevention import Goal, PreventionWeek
from journal.analytics.vocabulary import Lifting

_NOT_SAID = "not said"


class Subject(NamedTuple):
    """One thing to do or to keep low: what it is, the goal in words ("" for none), and this week in words."""

    label: str
    goal: str
    this_week: str


class WeekRow(NamedTuple):
    """A week of the table, each cell in words."""

    exercise: str
    core: str
    sitting: str
    lifting: str


def subjects(*, week: PreventionWeek, goal: Goal) -> tuple[Subject, ...]:
    """This week so far beside the goals, in the order of the page."""
    return (
        Subject("Exercise", _days_a_week(goal.exercise_days), _did(week.exercise_days, week.exercise_known)),
        Subject("Core exercises", _days_a_week(goal.core_days), _did(week.core_days, week.core_known)),
        Subject(
            "Sitting",
            "" if goal.sitting_minutes is None else f"at most {describe_minutes(goal.sitting_minutes)} a day",
            _sitting(week),
        ),
        Subject("Lifting", _lifting_goal(goal), _lifting(week)),
    )


def week_row(week: PreventionWeek) -> WeekRow:
    """A week of the table; `lifting` means something only where there is a goal for it."""
    return WeekRow(
        exercise=_cell(week.exercise_days, week.exercise_known),
        core=_cell(week.core_days, week.core_known),
        sitting="–" if week.sitting_mean is None else f"{week.sitting_mean / 60:.1f} h",
        lifting=_cell(week.lifting_within or 0, week.lifting_known),
    )


def summary(*, weeks: Sequence[PreventionWeek]) -> str:
    """One sentence about all weeks shown; empty where nothing is logged in them."""
    logged = sum(week.logged for week in weeks)
    if not logged:
        return ""
    exercise = _days(sum(week.exercise_days for week in weeks))
    core = _days(sum(week.core_days for week in weeks))
    return (
        f"In these {len(weeks)} weeks you logged {_days(logged)}: exercise on {exercise}, core exercises on {core}. "
        "A day that is not logged is not known; it does not count as a day without."
    )


def _did(days: int, known: int) -> str:
    return f"on {days} of {_days(known)} logged" if known else _NOT_SAID


def _kept(within: int, known: int) -> str:
    return f"within your goal on {within} of {_days(known)}"


def _lifting(week: PreventionWeek) -> str:
    if not week.lifting_known:
        return _NOT_SAID
    if week.lifting_within is not None:
        return _kept(week.lifting_within, week.lifting_known)
    return f"heavy things, or more, on {week.lifting_heavy} of {_days(week.lifting_known)}"


def _sitting(week: PreventionWeek) -> str:
    if week.sitting_mean is None:
        return _NOT_SAID
    mean = f"{describe_minutes(_rounded(week.sitting_mean))} a day on average"
    return mean if week.sitting_within is None else f"{mean}, {_kept(week.sitting_within, week.sitting_known)}"


def _lifting_goal(goal: Goal) -> str:
    if not goal.lifting:
        return ""
    return "nothing" if goal.lifting == Lifting.NONE else f"at most {Lifting(goal.lifting).label.lower()}"


def _days_a_week(days: int | None) -> str:
    return "" if days is None else f"{_days(days)} a week"


def _cell(days: int, known: int) -> str:
    return f"{days} of {known}" if known else "–"


def _days(count: int) -> str:
    return f"{count} day" if count == 1 else f"{count} days"


def _rounded(minutes: float) -> int:
    """To five minutes: nobody measures sitting more exactly."""
    return round(minutes / 5) * 5

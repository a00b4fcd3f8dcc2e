"""A person's own goals for prevention; each may be left out."""

from typing import Any

from django import forms

from journal.analytics.prevention import Goal
from journal.analytics.vocabulary import Lifting
from journal.forms.amount import HoursField
from journal.forms.chips import ChipWidget

_DAYS = [(str(days), str(days)) for days in range(1, 8)]
_LIFTING = [
    (Lifting.NONE.value, "Nothing"),
    (Lifting.LIGHT.value, "Light things"),
    (Lifting.HEAVY.value, "Heavy things"),
]


def _choice(label: str, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=[("", "No goal"), *choices],
        required=False,
        widget=ChipWidget,
        error_messages={"invalid_choice": "Choose from what is shown here."},
    )


class GoalForm(forms.Form):
    """The goals; hours are cleaned to minutes."""

    exercise_days = _choice("Days a week with exercise", _DAYS)
    core_days = _choice("Days a week with core exercises", _DAYS)
    sitting_minutes = HoursField(label="The most sitting on a day, in hours")
    lifting = _choice("The heaviest to lift", _LIFTING)

    def __init__(self, data: Any = None, *, goal: Goal) -> None:
        said = {name: value if name == "sitting_minutes" else str(value or "") for name, value in vars(goal).items()}
        super().__init__(data, initial=said)

    @property
    def goal(self) -> Goal:
        """What the person said; call after `is_valid()`."""
        said = self.cleaned_data
        return Goal(
            exercise_days=int(said["exercise_days"]) if said["exercise_days"] else None,
            core_days=int(said["core_days"]) if said["core_days"] else None,
            sitting_minutes=said["sitting_minutes"],
            lifting=said["lifting"],
        )

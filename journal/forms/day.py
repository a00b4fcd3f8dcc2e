"""The day around the pain: every answer may be left out."""

from typing import Any, Self

from django import forms

from journal.analytics.records import DayContent
from journal.analytics.vocabulary import Lifting
from journal.forms.amount import HoursField, MinutesField
from journal.forms.chips import ChipField
from journal.forms.log import VersionField
from journal.forms.plain_text import PlainTextField
from journal.forms.rating import RatingField
from journal.models import DayLog

_NOTHING = "Nothing is filled in yet. Say what you know of this day; one answer is enough."
_EMPTIED = "Everything is taken out. To take this day out of your journal, delete it below."


class DayForm(forms.Form):
    """The log of one day; `log` is None where there is none yet. Hours are cleaned to minutes."""

    version = VersionField()
    sleep_minutes = HoursField(label="Sleep, in hours")
    sleep_quality = RatingField(label="How well did you sleep?", least="badly", most="very well")
    stress = RatingField(label="How much stress?", least="none", most="very much")
    sitting_minutes = HoursField(label="Sitting, in hours")
    standing_minutes = HoursField(label="Standing, in hours")
    walking_minutes = MinutesField(label="Walking, in minutes")
    exercise_minutes = MinutesField(label="Exercise, in minutes")
    core = ChipField(label="Exercises for the core?", choices=[("yes", "Yes"), ("no", "No")])
    lifting = ChipField(label="The heaviest you lifted", choices=Lifting.choices())
    interference = RatingField(label="How much did pain hold you back?", least="not at all", most="from everything")
    note = PlainTextField(label="Note", rows=3)

    def __init__(self, data: Any = None, *, log: DayLog | None) -> None:
        self.log = log
        super().__init__(data, initial=_initial(log))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and self.content == DayContent():
            self.add_error(None, _EMPTIED if self.log else _NOTHING)
        return cleaned

    @property
    def content(self) -> DayContent:
        """What the person said; call after `is_valid()`."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        return DayContent(**said | {"core": {"yes": True, "no": False, "": None}[said["core"]]})

    @property
    def has_problems(self) -> bool:
        """True where it was not saved and a message says why."""
        return bool(self.errors)

    def on_top_of(self, current: Any) -> Self:
        """The same typed form, ready to be saved over what is stored now."""
        self.data = {**self.data.dict(), "version": str(current.version)}  # type: ignore[attr-defined]
        return self


def _initial(log: DayLog | None) -> dict[str, Any]:
    if log is None:
        return {"version": 0}
    said: dict[str, Any] = vars(log.content)
    return said | {"version": log.version, "core": {True: "yes", False: "no", None: ""}[log.core]}

"""What a person keeps about a massage therapist of theirs, and choosing one to merge with."""

import datetime as dt
from typing import Any, ClassVar

from django import forms

from journal.analytics.names import name_key, tidy_name
from journal.analytics.records import Answered, TherapistContent
from journal.analytics.therapist_questions import Ask, Tell
from journal.forms.chips import ChipsField
from journal.forms.log import LogForm
from journal.forms.moment import DayField
from journal.forms.plain_text import PlainTextField
from journal.models import MyTherapist, User

_NAME_LENGTH = 120
_ANSWER_LENGTH = 2_000
_NO_NAME = "Write a name, as you would call them."
TAKEN = (
    "name",
    "This name means another therapist in your list. Write this one differently, or merge the two on their page.",
)
_SHORT = {Ask.LICENSED_BY, Ask.LICENCE_NUMBER, Ask.INSURED, Ask.SESSIONS, Ask.COST}


class MyTherapistForm(LogForm):
    """One therapist. Its moment is not asked for: it is when they came into the diary."""

    collision: ClassVar[tuple[str, str] | None] = TAKEN

    def __init__(self, data: Any = None, *, user: User, now: dt.datetime, therapist: MyTherapist | None = None) -> None:
        super().__init__(data, user=user, now=now, record=therapist, initial=_initial(therapist))
        del self.fields["day"], self.fields["at"]
        name = PlainTextField(label="Name", max_length=_NAME_LENGTH)
        name.required, name.error_messages["required"] = True, _NO_NAME
        self.fields |= {
            "name": name,
            "goal": PlainTextField(label="What do you want to achieve?", rows=2, max_length=_ANSWER_LENGTH),
            "recommended_by": PlainTextField(label="Recommended by a doctor: who?", max_length=_NAME_LENGTH),
            "recommended_on": DayField(label="When?"),
            **{question.value: _answer(question) for question in Ask},
            "told": ChipsField(words=Tell.choices(), used_last=list, label="What have you told them about?"),
            "note": PlainTextField(label="Private notes", rows=3),
        }

    def clean_name(self) -> str:
        """A name with something in it that tells it from others."""
        name = tidy_name(self.cleaned_data["name"])
        if not name_key(name):
            raise forms.ValidationError(_NO_NAME)
        return name

    def clean_recommended_on(self) -> dt.date | None:
        """A day that has been."""
        day: dt.date | None = self.cleaned_data["recommended_on"]
        if day is not None and self.may_be(day, name="recommended_on") and day > self.now.date() + dt.timedelta(days=1):
            raise forms.ValidationError("This date is in the future. Choose today or an earlier day.")
        return day

    @property
    def asked(self) -> list[Any]:
        """The fields of what to ask, in order."""
        return [self[question.value] for question in Ask]

    @property
    def asked_is_open(self) -> bool:
        """Whether what to ask stands open: it says something, or something is wrong with it."""
        return any(field.errors or field.value() for field in self.asked)

    @property
    def told_is_open(self) -> bool:
        """Whether what to tell stands open."""
        return bool(self["told"].errors or self["told"].value())

    @property
    def content(self) -> TherapistContent:
        """What the person said; call after `is_valid()`."""
        said = self.cleaned_data
        answers = [Answered(question=question.value, answer=said[question.value]) for question in Ask]
        return TherapistContent(
            name=said["name"],
            goal=said["goal"],
            recommended_by=tidy_name(said["recommended_by"]),
            recommended_on=said["recommended_on"],
            answers=tuple(one for one in answers if one.answer),
            told=tuple(what.value for what in Tell if what in said["told"]),
            note=said["note"],
        )


class MergeForm(forms.Form):
    """Which other therapist is the same person, by uid."""

    other = forms.UUIDField(error_messages=dict.fromkeys(("required", "invalid"), "Choose one of them."))


def _answer(question: Ask) -> PlainTextField:
    return PlainTextField(label=question.label, rows=0 if question in _SHORT else 2, max_length=_ANSWER_LENGTH)


def _initial(therapist: MyTherapist | None) -> dict[str, Any]:
    if therapist is None:
        return {}
    said: TherapistContent = therapist.content
    return vars(said) | {one.question: one.answer for one in said.answers} | {"told": list(said.told)}

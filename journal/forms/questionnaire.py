"""Answering a questionnaire, and how often it is asked."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django import forms

from journal.analytics.questionnaires import INSTRUMENTS, RHYTHM_WEEKS, Instrument, ticks_of
from journal.analytics.records import QuestionnaireContent
from journal.forms.log import LogForm
from journal.forms.rating import RatingField
from journal.models import QuestionnaireResponse, User

_NOT_OFFERED = "This page does not have that sentence. Tick from what is shown here."
_NOTHING_TICKED = "Tick what describes you today. If nothing does, tick the last box."
_BOTH = "You ticked sentences, and also that none describes you. Take one of the two back."
_NOTHING_RATED = "Rate at least one of them."
_WEEKS = {1: "Every week", 2: "Every two weeks", 4: "Every four weeks"}


class QuestionnaireForm(LogForm):
    """One questionnaire: ratings, all needed where they make a score, or sentences to tick.

    No tick is an answer only if the person says so: `none`.
    """

    def __init__(
        self,
        data: Any = None,
        *,
        user: User,
        now: dt.datetime,
        instrument: Instrument,
        response: QuestionnaireResponse | None = None,
    ) -> None:
        self.instrument = instrument
        answers = response.content.answers if response else {}
        initial: dict[str, Any] = dict(answers)
        if instrument.is_ticked:
            ticked = [code for code, tick in answers.items() if tick]
            initial = {"ticked": ticked, "none": response is not None and not ticked}
        super().__init__(data, user=user, now=now, record=response, initial=initial)
        self.fields |= _tick_fields(instrument) if instrument.is_ticked else _rating_fields(instrument)

    @property
    def questions(self) -> list[forms.BoundField]:
        """The ratings, in the order of the questionnaire."""
        return [] if self.instrument.is_ticked else [self[item.code] for item in self.instrument.items]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.instrument.is_ticked:
            self._clean_ticks(cleaned)
        elif not self.errors and not self._answers():
            self.add_error(self.instrument.items[0].code, _NOTHING_RATED)
        return cleaned

    @property
    def content(self) -> QuestionnaireContent:
        """The answers; call after `is_valid()`."""
        return QuestionnaireContent(instrument=self.instrument.code, answers=self._answers())

    def _answers(self) -> dict[str, int]:
        said = self.cleaned_data
        if self.instrument.is_ticked:
            return ticks_of(instrument=self.instrument, ticked=said["ticked"])
        answers = {item.code: said.get(item.code) for item in self.instrument.items}
        return {code: answer for code, answer in answers.items() if answer is not None}

    def _clean_ticks(self, cleaned: dict[str, Any]) -> None:
        if "ticked" in self.errors:
            return
        if cleaned["ticked"] and cleaned["none"]:
            self.add_error("ticked", _BOTH)
        elif not (cleaned["ticked"] or cleaned["none"]):
            self.add_error("ticked", _NOTHING_TICKED)


class RhythmForm(forms.Form):
    """How often each questionnaire is asked; a field for each, called like it."""

    def __init__(self, data: Any = None, *, weeks: Mapping[str, int]) -> None:
        super().__init__(data, initial=dict(weeks))
        self.fields |= {code: _rhythm_field(instrument) for code, instrument in INSTRUMENTS.items()}


def _rating_fields(instrument: Instrument) -> dict[str, forms.Field]:
    return {
        item.code: RatingField(label=item.words, least=item.least, most=item.most, required=instrument.scoring != "raw")
        for item in instrument.items
    }


def _tick_fields(instrument: Instrument) -> dict[str, forms.Field]:
    ticked = forms.MultipleChoiceField(
        choices=[(item.code, item.words) for item in instrument.items],
        required=False,
        label="Which sentences describe you today?",
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
        error_messages=dict.fromkeys(("invalid_choice", "invalid_list"), _NOT_OFFERED),
    )
    none = forms.BooleanField(
        required=False,
        label="None of these sentences describes me today",
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )
    return {"ticked": ticked, "none": none}


def _rhythm_field(instrument: Instrument) -> forms.Field:
    return forms.TypedChoiceField(
        label=instrument.title,
        choices=[("", "Never"), *((weeks, _WEEKS[weeks]) for weeks in RHYTHM_WEEKS)],
        coerce=int,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": "Choose from the list."},
    )

"""What a person wants to lay before their doctor. Sent by POST and kept in the session: no address names any of it."""

import datetime as dt
from typing import Any

from django import forms

from journal.analytics.report import ReportChoices, Section
from journal.forms.moment import DayField
from journal.forms.plain_text import PlainTextField

_SPANS = (
    ("visit", "Since my last visit"),
    ("30d", "30 days"),
    ("90d", "90 days"),
    ("1y", "1 year"),
    ("all", "All of it"),
    ("own", "My own dates"),
)
_SECTIONS = (
    (Section.HELP, "Signs to watch, and what I answered"),
    (Section.QUESTIONNAIRES, "Questionnaires"),
    (Section.PLACES, "Where it was and what it felt like"),
    (Section.DAYS, "Sleep, stress, sitting and the rest of my days"),
    (Section.MASSAGES, "Massages"),
    (Section.MEDICINES, "Medicines"),
    (Section.QUESTIONS, "My questions"),
    (Section.ENTRIES, "Every single entry"),
)
_NAME_LENGTH = 120
_LIFETIME = 120


class ReportForm(forms.Form):
    """Period, sections, notes and who; `choices` are what the report is made from."""

    use_required_attribute = False

    span = forms.ChoiceField(
        label="Which days",
        choices=_SPANS,
        widget=forms.RadioSelect,
        help_text="Where no visit is logged, “since my last visit” shows 90 days.",
        error_messages={"invalid_choice": "Choose one of these periods.", "required": "Choose one of these periods."},
    )
    first = DayField(label="From")
    last = DayField(label="To")
    sections = forms.MultipleChoiceField(
        label="What to show",
        choices=[(section.value, words) for section, words in _SECTIONS],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Choose from what is shown here."},
    )
    notes = forms.BooleanField(label="Show my notes too", required=False)
    name = PlainTextField(label="Name on the report", max_length=_NAME_LENGTH, help_text="Left empty, none is shown.")
    birth_year = forms.IntegerField(
        label="Year of birth",
        required=False,
        help_text="Left empty, none is shown.",
        error_messages={"invalid": "Write the year in four figures."},
    )

    def __init__(self, data: Any = None, *, choices: ReportChoices, today: dt.date) -> None:
        super().__init__(data, initial={name: getattr(choices, name) for name in self.base_fields})
        self._today = today
        for name in ("first", "last", "birth_year"):
            self.fields[name].widget.attrs["class"] = "form-control"

    def clean_birth_year(self) -> int | None:
        year: int | None = self.cleaned_data["birth_year"]
        if year is not None and not self._today.year - _LIFETIME <= year <= self._today.year:
            raise forms.ValidationError("Write the year in four figures, such as 1975.")
        return year

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = cleaned.get("first"), cleaned.get("last")
        if cleaned.get("span") == "own" and not self.errors:
            if not first and not last:
                self.add_error("first", "Choose a first day, a last day or both.")
            elif first and first > (last or self._today):
                self.add_error("first", "This is after the last day. Choose the same day or an earlier one.")
        return cleaned

    @property
    def choices(self) -> ReportChoices:
        """What was chosen; only of a valid form."""
        said = self.cleaned_data
        sections = tuple(section for section in Section if section.value in said["sections"])
        return ReportChoices(**said | {"sections": sections})

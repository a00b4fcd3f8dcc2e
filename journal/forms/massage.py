"""Logging a massage session: how it was, and what it was, filled in as it was last time."""

import datetime as dt
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Field, Layout
from django import forms

from journal.analytics.records import Area, MassageContent
from journal.analytics.vocabulary import PRESSURES, Giver, Goal, Soreness, Technique
from journal.forms.chips import ChipWidget, PlacesField
from journal.forms.layout import More, When
from journal.forms.log import LogForm
from journal.forms.plain_text import PlainTextField
from journal.forms.scale import ScaleField
from journal.models import MassageSession, User

_QUESTION = "journal/_partials/question.html"
_LONGEST_MINUTES = 600


class _ChipField(forms.ChoiceField):
    """One of several words as chips, or none of them."""

    def __init__(self, *, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(required=False, choices=[("", "Not said"), *choices], widget=ChipWidget, **kwargs)


def _minutes_field() -> forms.IntegerField:
    message = f"Write the minutes as a number from 1 to {_LONGEST_MINUTES}."
    return forms.IntegerField(
        label="Minutes",
        required=False,
        min_value=1,
        max_value=_LONGEST_MINUTES,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": None, "max": None}),
        error_messages={"invalid": message, "min_value": message, "max_value": message},
    )


class _CostField(forms.DecimalField):
    """An amount; a comma is as good as a point."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(value.strip().replace(",", ".") if isinstance(value, str) else value)


def _cost_field() -> _CostField:
    message = "Write the cost as a number, for example 60 or 59.50."
    return _CostField(
        label="Cost",
        required=False,
        min_value=0,
        max_digits=9,
        decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_digits", "max_decimal_places", "max_whole_digits"), message
        ),
    )


class MassageForm(LogForm):
    """A session. For a new one, `last` is the session before it: what it was is filled in, how it felt is not."""

    def __init__(
        self,
        data: Any = None,
        *,
        user: User,
        now: dt.datetime,
        session: MassageSession | None = None,
        last: MassageContent | None = None,
    ) -> None:
        said = session.content if session else None
        super().__init__(data, user=user, now=now, record=session, initial=_initial(said, last))
        self.fields |= _rating_fields(said)
        self.fields |= _session_fields(used_last=[area.region for area in (said or last or MassageContent()).areas])
        self.order_fields(["pain_before", "pain_after", "minutes"])
        self.helper = _helper(is_new=session is None, filled_in=last is not None)
        if session is None:
            del self.fields["pain_next_day"], self.fields["soreness_next_day"]

    @property
    def content(self) -> MassageContent:
        """What the person said; call after `is_valid()`."""
        said = self.cleaned_data
        areas = {Area(region=place.region.value, side=(place.side or "")) for place in said["areas"]}
        return MassageContent(
            minutes=said["minutes"],
            technique=said["technique"],
            pressure=int(said["pressure"]) if said["pressure"] else None,
            given_by=said["given_by"],
            therapist_name=said["therapist_name"],
            goal=said["goal"],
            pain_before=said["pain_before"],
            pain_after=said["pain_after"],
            cost=said["cost"],
            note=said["note"],
            pain_next_day=said.get("pain_next_day"),
            soreness_next_day=said.get("soreness_next_day", ""),
            areas=tuple(sorted(areas)),
        )


def _rating_fields(said: MassageContent | None) -> dict[str, forms.Field]:
    return {
        name: ScaleField(label=label, required=False, current=getattr(said, name) if said else None)
        for name, label in (
            ("pain_before", "Pain just before"),
            ("pain_after", "Pain right after"),
            ("pain_next_day", "Pain the day after"),
        )
    }


def _session_fields(*, used_last: list[str]) -> dict[str, forms.Field]:
    return {
        "minutes": _minutes_field(),
        "technique": forms.ChoiceField(
            label="Technique", required=False, choices=[("", "Not said"), *Technique.choices()]
        ),
        "pressure": _ChipField(label="Pressure", choices=[(str(level), words) for level, words in PRESSURES]),
        "given_by": _ChipField(label="Who gave it?", choices=Giver.choices()),
        "therapist_name": PlainTextField(label="Therapist’s name", max_length=120),
        "areas": PlacesField(label="Where was it?", used_last=used_last),
        "goal": _ChipField(label="What was it for?", choices=Goal.choices()),
        "cost": _cost_field(),
        "note": PlainTextField(label="Note", rows=3),
        "soreness_next_day": _ChipField(label="Sore the day after?", choices=Soreness.choices()),
    }


def _initial(said: MassageContent | None, last: MassageContent | None) -> dict[str, Any]:
    shown = said or last
    if shown is None:
        return {}
    what = {
        "minutes": shown.minutes,
        "technique": shown.technique,
        "pressure": str(shown.pressure or ""),
        "given_by": shown.given_by,
        "therapist_name": shown.therapist_name,
        "areas": [f"{area.region}.{area.side}" if area.side else area.region for area in shown.areas],
    }
    if said is None:
        return what
    felt = ("pain_before", "pain_after", "pain_next_day", "soreness_next_day", "goal", "cost", "note")
    return what | {name: getattr(said, name) for name in felt}


def _helper(*, is_new: bool, filled_in: bool) -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    ratings = ["pain_before", "pain_after"] if is_new else ["pain_before", "pain_after", "pain_next_day"]
    asked = [_question(name) for name in ratings]
    if not is_new:
        asked.append(_question("soreness_next_day"))
    session = (
        Div("minutes", "technique", css_class="pair"),
        _question("given_by"),
        "therapist_name",
        _question("areas"),
        _question("pressure"),
    )
    helper.layout = Layout(
        "uid",
        "version",
        "tz",
        *asked,
        *([More("The same as last time", *session, shut=True)] if filled_in else session),
        More("Goal, cost, note", _question("goal"), "cost", "note"),
        When(),
    )
    return helper


def _question(name: str) -> Field:
    return Field(name, template=_QUESTION)

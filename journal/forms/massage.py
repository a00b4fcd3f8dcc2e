"""Logging a massage session: how it was, and what it was, filled in as it was last time."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms

from journal.analytics.moments import moment_at
from journal.analytics.records import Area, MassageContent
from journal.analytics.vocabulary import PRESSURES, Giver, Goal, Soreness, Technique
from journal.analytics.wording import describe_massage
from journal.forms.amount import AmountField
from journal.forms.chips import ChipField, ListWidget, PlacesField
from journal.forms.drawn import LineInput
from journal.forms.log import LogForm
from journal.forms.plain_text import PlainTextField
from journal.forms.scale import ScaleField
from journal.models import MassageSession, User

_LONGEST_MINUTES = 600


_OTHERS_SHOWN = 4
_SESSION = ("minutes", "technique", "given_by", "therapist_name", "other_therapist", "areas", "pressure")
_REST = ("goal", "cost", "note")


def _minutes_field() -> forms.IntegerField:
    message = f"Write the minutes as a number from 1 to {_LONGEST_MINUTES}."
    return forms.IntegerField(
        label="Minutes",
        required=False,
        min_value=1,
        max_value=_LONGEST_MINUTES,
        widget=LineInput(attrs={"inputmode": "numeric", "class": "form-control"}),
        error_messages={"invalid": message, "min_value": message, "max_value": message},
    )


def _cost_field() -> AmountField:
    message = "Write the cost as a number, for example 60 or 59.50."
    return AmountField(label="Cost", message=message, min_value=0, max_digits=9, decimal_places=2)


def _name_field() -> PlainTextField:
    field = PlainTextField(label="Therapist’s name", max_length=120)
    field.widget.attrs["list"] = "my-therapists"
    return field


class MassageForm(LogForm):
    """A session. For a new one, `last` is the session before it: what it was is filled in, how it felt is not.

    `therapists` are the names of the person's own, the one they saw last first; `given_by` is one chosen beforehand.
    """

    def __init__(
        self,
        data: Any = None,
        *,
        user: User,
        now: dt.datetime,
        session: MassageSession | None = None,
        last: MassageContent | None = None,
        given_by: str = "",
        therapists: Sequence[str] = (),
    ) -> None:
        said = session.content if session else None
        initial = _initial(said, last) | ({"therapist_name": given_by} if given_by else {})
        super().__init__(data, user=user, now=now, record=session, initial=initial)
        areas = (said or last or MassageContent()).areas
        self.fields |= _rating_fields(is_new=session is None)
        self.fields |= _session_fields(used_last=[area.region for area in areas])
        self.therapists = therapists
        others = [name for name in therapists if name != initial.get("therapist_name")]
        if others:
            words = [(name, name) for name in others[:_OTHERS_SHOWN]]
            self.fields["other_therapist"] = ChipField(
                label="Or somebody else of yours", choices=words, none="As written above"
            )
        if session is not None:
            self.fields["soreness_next_day"] = ChipField(label="Sore the day after?", choices=Soreness.choices())
        self.last_words = describe_massage(_what_it_was(last)) if last else ""

    def clean(self) -> dict[str, Any]:
        """A session logged as over, with no time typed, has just ended: its moment is when it began."""
        cleaned = super().clean()
        if cleaned.get("other_therapist") and "therapist_name" not in self.changed_data:
            cleaned["therapist_name"] = cleaned["other_therapist"]
        minutes = cleaned.get("minutes")
        is_now = "moment" in cleaned and self.stored_moment is None and not self.said_moment
        if is_now and minutes and cleaned.get("pain_after") is not None:
            began = cleaned["moment"].occurred_at - dt.timedelta(minutes=minutes)
            cleaned["moment"] = moment_at(instant=began, tz=cleaned["tz"], day_starts_at=self.user.day_starts_at)
        return cleaned

    @property
    def session_is_open(self) -> bool:
        """Whether what the session was stands open: it was not just filled in from the last one."""
        touched = self.is_bound and any(
            name in self.changed_data or self[name].errors for name in _SESSION if name in self.fields
        )
        return touched or not self.last_words

    @property
    def rest_is_open(self) -> bool:
        """Whether goal, cost and note stand open: they say something, or something is wrong with them."""
        return any(self[name].errors or self[name].value() for name in _REST)

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


def _rating_fields(*, is_new: bool) -> dict[str, forms.Field]:
    labels = {"pain_before": "Pain just before", "pain_after": "Pain right after"}
    if not is_new:
        labels["pain_next_day"] = "Pain the day after"
    return {name: ScaleField(label=label, required=False) for name, label in labels.items()}


def _session_fields(*, used_last: list[str]) -> dict[str, forms.Field]:
    return {
        "minutes": _minutes_field(),
        "technique": ChipField(
            label="Technique", choices=Technique.choices(), widget=ListWidget(attrs={"class": "form-select"})
        ),
        "pressure": ChipField(label="Pressure", choices=[(str(level), words) for level, words in PRESSURES]),
        "given_by": ChipField(label="Who gave it?", choices=Giver.choices()),
        "therapist_name": _name_field(),
        "areas": PlacesField(label="Where was it?", used_last=lambda: used_last),
        "goal": ChipField(label="What was it for?", choices=Goal.choices()),
        "cost": _cost_field(),
        "note": PlainTextField(label="Note", rows=3),
    }


def _what_it_was(last: MassageContent) -> MassageContent:
    """The part of a session that the next one is likely to share."""
    return MassageContent(
        minutes=last.minutes,
        technique=last.technique,
        pressure=last.pressure,
        given_by=last.given_by,
        therapist_name=last.therapist_name,
        areas=last.areas,
    )


def _initial(said: MassageContent | None, last: MassageContent | None) -> dict[str, Any]:
    filled_in = said or (_what_it_was(last) if last else None)
    if filled_in is None:
        return {}
    return vars(filled_in) | {
        "pressure": str(filled_in.pressure or ""),
        "areas": [f"{area.region}.{area.side}" if area.side else area.region for area in filled_in.areas],
    }

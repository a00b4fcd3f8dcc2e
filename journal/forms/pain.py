"""Logging pain: how strong, and if wanted what it feels like where, when, and a note."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Field, Layout
from django import forms
from django.forms.utils import ErrorDict

from journal.analytics.records import Feeling, PainContent
from journal.analytics.vocabulary import Place, Quality
from journal.forms.chips import ChipsField, PlacesField
from journal.forms.layout import When
from journal.forms.log import LogForm
from journal.forms.plain_text import PlainTextField
from journal.forms.scale import ScaleField, scale_choices, scale_code
from journal.models import PainEntry, User
from journal.queries.pain import UsedLast

MOST_GROUPS = 9


class FeelingGroupForm(forms.Form):
    """Kinds and places that go together, with a strength of their own where it differs from the entry's.

    Two kinds at three places are six sensations; another group says something else about other places.
    """

    def __init__(self, *args: Any, used_last: UsedLast, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["qualities"] = ChipsField(
            label="What does it feel like?", choices=Quality.choices(), used_last=used_last.qualities
        )
        self.fields["places"] = PlacesField(label="Where does it hurt?", used_last=used_last.regions)
        self.fields["strength"] = forms.TypedChoiceField(
            label="How strong is this one?",
            choices=[("", "As above"), *scale_choices(_number(self.initial.get("strength")))],
            coerce=float,
            empty_value=None,
            required=False,
            widget=forms.Select(attrs={"class": "form-select"}),
        )

    def feelings(self) -> list[Feeling]:
        """The sensations this group stands for."""
        qualities: list[Quality | None] = [Quality(code) for code in self.cleaned_data.get("qualities", [])]
        places: list[Place | None] = [*self.cleaned_data.get("places", [])]
        strength = self.cleaned_data.get("strength")
        return [
            Feeling.of(quality=quality, place=place, intensity=strength)
            for quality in qualities or [None]
            for place in places or [None]
            if quality or place
        ]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("strength") is not None and not self.errors and not self.feelings():
            self.add_error("strength", "Choose a kind or a place for this strength, or set it to “As above”.")
        return cleaned


class FeelingGroups(forms.BaseFormSet):  # type: ignore[type-arg]
    """The groups of one entry; a sensation may be said once only."""

    def clean(self) -> None:
        seen: dict[tuple[str, str, str], float | None] = {}
        for form in self.forms:
            for feeling in form.feelings() if not form.errors else []:
                key = feeling.what_and_where()
                if seen.setdefault(key, feeling.intensity) != feeling.intensity:
                    form.add_error(
                        "strength", "You chose the same kind and place above with another strength. Keep one of them."
                    )
                    return

    def feelings(self) -> tuple[Feeling, ...]:
        """Every sensation once, sorted."""
        found = {feeling for form in self.forms for feeling in form.feelings()}
        return tuple(sorted(found, key=Feeling.what_and_where))


class PainForm(LogForm):
    """An entry with its groups of feelings in `self.groups`."""

    field_order = ("intensity", "note", "day", "at")

    def __init__(
        self,
        data: Any = None,
        *,
        user: User,
        now: dt.datetime,
        used_last: UsedLast,
        entry: PainEntry | None = None,
    ) -> None:
        content = entry.content if entry else None
        initial = {"intensity": content.intensity, "note": content.note} if content else {}
        super().__init__(data, user=user, now=now, record=entry, initial=initial)
        self.fields["intensity"] = ScaleField(
            label="How strong is the pain?", current=content.intensity if content else None
        )
        self.fields["note"] = PlainTextField(label="Note", rows=3)
        self.order_fields(self.field_order)
        self.groups = _groups(data, used_last, content.feelings if content else ())
        self.helper = _helper()
        if self.is_unfinished:
            self._show_unchecked()

    def is_valid(self) -> bool:
        """Both the entry and its groups, so that all messages show at once."""
        return super().is_valid() & self.groups.is_valid()

    @property
    def is_unfinished(self) -> bool:
        return self.is_bound and ("add_group" in self.data or "more" in self.data)

    def _show_unchecked(self) -> None:
        """Keep what was typed so far without calling anything wrong yet."""
        self._errors = ErrorDict()
        for form in self.groups.forms:
            form._errors = ErrorDict()

    @property
    def has_problems(self) -> bool:
        """True where a message stands next to a field, of the entry or of a group."""
        return super().has_problems or any(self.groups.errors)

    @property
    def may_add_group(self) -> bool:
        return self.groups.total_form_count() < MOST_GROUPS

    @property
    def content(self) -> PainContent:
        """What the person said; call after `is_valid()`."""
        return PainContent(
            intensity=self.cleaned_data["intensity"],
            note=self.cleaned_data["note"],
            feelings=self.groups.feelings(),
        )


def _groups(data: Any, used_last: UsedLast, feelings: Iterable[Feeling]) -> FeelingGroups:
    factory = forms.formset_factory(
        FeelingGroupForm,
        formset=FeelingGroups,
        extra=0,
        min_num=1,
        max_num=MOST_GROUPS,
        absolute_max=MOST_GROUPS,
    )
    if data is not None:
        data = _with_room(data)
    groups: Any = factory(data, prefix="feelings", initial=grouped(feelings), form_kwargs={"used_last": used_last})
    assert isinstance(groups, FeelingGroups)
    return groups


def _with_room(data: Any) -> Any:
    """The data with room for one group where none was sent (the start page), and for one more where asked."""
    total = data.get("feelings-TOTAL_FORMS", "")
    count = int(total) if total.isascii() and total.isdigit() else 1
    wider = data.copy()
    wider["feelings-TOTAL_FORMS"] = str(count + ("add_group" in data))
    wider.setdefault("feelings-INITIAL_FORMS", "0")
    return wider


def _number(code: str | None) -> float | None:
    return float(code) if code else None


def grouped(feelings: Iterable[Feeling]) -> list[dict[str, Any]]:
    """The fewest groups that stand for just these sensations: kinds felt alike at the same places go together."""
    places: dict[tuple[str, float | None, bool], list[str]] = {}
    for feeling in feelings:
        codes = places.setdefault((feeling.quality, feeling.intensity, feeling.place is None), [])
        if feeling.place:
            codes.append(feeling.place.code)
    kinds: dict[tuple[bool, float | None, tuple[str, ...]], list[str]] = {}
    for (quality, intensity, _), found in places.items():
        kinds.setdefault((bool(quality), intensity, tuple(found)), []).append(quality)
    return [
        {
            "qualities": qualities if named else [],
            "places": list(codes),
            "strength": "" if intensity is None else scale_code(intensity),
        }
        for (named, intensity, codes), qualities in kinds.items()
    ]


def _helper() -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(
        "uid",
        "version",
        "tz",
        Field("intensity", template="journal/_partials/question.html"),
        HTML('{% include "journal/_partials/pain_feelings.html" %}'),
        "note",
        When(),
    )
    return helper

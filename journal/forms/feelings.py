"""What is felt where: groups of kinds and places that go together, as a person says it."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.http import QueryDict

from journal.analytics.records import Feeling
from journal.analytics.vocabulary import Place, Quality
from journal.forms.chips import ChipsField, PlacesField
from journal.forms.scale import ScaleField, ScaleListWidget, scale_code
from journal.queries.pain import UsedLast

MOST_GROUPS = 9
"""So many are offered; an imported entry may need more."""
_QUALITIES = Quality.choices()
_FIELD = re.compile(r"feelings-([0-9]{1,3})-(?:qualities|places|strength)")


class FeelingGroupForm(forms.Form):
    """Kinds and places that go together, with a strength of their own where it differs from the entry's.

    Two kinds at three places are six sensations; another group says something else about other places.
    """

    def __init__(self, *args: Any, used_last: Callable[[], UsedLast], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["qualities"] = ChipsField(
            label="What does it feel like?", words=_QUALITIES, used_last=lambda: used_last().qualities
        )
        self.fields["places"] = PlacesField(label="Where does it hurt?", used_last=lambda: used_last().regions)
        self.fields["strength"] = ScaleField(
            label="How strong is this one?", required=False, widget=ScaleListWidget(unsaid="As above")
        )

    def show_unchecked(self) -> None:
        """Call nothing wrong yet."""
        self._errors = ErrorDict()

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


class FeelingGroups:
    """The groups of one entry. Their number is read off the fields that were sent, so that no group can get lost;
    there is always one, and one more where the person asked for it."""

    def __init__(self, data: Any, *, used_last: Callable[[], UsedLast], feelings: Iterable[Feeling]) -> None:
        self._used_last = used_last
        stored = grouped(feelings)
        numbers = range(max(1, len(stored))) if data is None else _numbers_in(data)
        self.forms = [
            FeelingGroupForm(
                data,
                prefix=f"feelings-{number}",
                initial=stored[number] if number < len(stored) else None,
                used_last=used_last,
            )
            for number in numbers
        ]

    def __iter__(self) -> Iterator[FeelingGroupForm]:
        return iter(self.forms)

    def __len__(self) -> int:
        return len(self.forms)

    def is_valid(self) -> bool:
        """Whether each group is, and no two say something else about the same kind at the same place."""
        checked = [form.is_valid() for form in self.forms]  # every one, so that all messages show at once
        return all(checked) and not self._contradicts()

    def show_unchecked(self) -> None:
        """Call nothing wrong yet."""
        for form in self.forms:
            form.show_unchecked()

    @property
    def has_problems(self) -> bool:
        return any(form.errors for form in self.forms)

    @property
    def has_last(self) -> bool:
        """Whether anything was ever felt anywhere."""
        last = self._used_last()
        return bool(last.qualities or last.regions)

    @property
    def may_grow(self) -> bool:
        return len(self.forms) < MOST_GROUPS

    def feelings(self) -> tuple[Feeling, ...]:
        """Every sensation once, sorted."""
        found = {feeling for form in self.forms for feeling in form.feelings()}
        return tuple(sorted(found, key=Feeling.what_and_where))

    def _contradicts(self) -> bool:
        strengths: dict[tuple[str, str, str], float | None] = {}
        for form in self.forms:
            for feeling in form.feelings():
                if strengths.setdefault(feeling.what_and_where(), feeling.intensity) != feeling.intensity:
                    form.add_error(
                        "strength", "You chose the same kind and place above with another strength. Keep one of them."
                    )
                    return True
        return False


def _numbers_in(data: Any) -> list[int]:
    """The numbers of the groups that were sent, and the next one where it was asked for."""
    sent = sorted({int(found[1]) for name in data if (found := _FIELD.fullmatch(name))})
    if "add_group" in data and len(sent) < MOST_GROUPS:
        sent.append(sent[-1] + 1 if sent else 0)
    return sent or [0]


def with_feelings(data: QueryDict, feelings: Iterable[Feeling]) -> QueryDict:
    """What was sent, with groups for these sensations as well: in the place of groups that say nothing, then after
    the others. Groups that say just the same are not repeated."""
    filled = data.copy()
    sent = {number: _said_in(data, number) for number in _numbers_in(data)}
    free = [number for number, said in sent.items() if not any(said.values())]
    for group in grouped(feelings):
        strength = "" if group["strength"] is None else scale_code(group["strength"])
        said = {"qualities": group["qualities"], "places": group["places"], "strength": [strength] if strength else []}
        if said not in sent.values():
            number = free.pop(0) if free else max(sent) + 1
            sent[number] = said
            for name, values in said.items():
                filled.setlist(f"feelings-{number}-{name}", values)
    return filled


def _said_in(data: QueryDict, number: int) -> dict[str, list[str]]:
    names = ("qualities", "places", "strength")
    return {name: [value for value in data.getlist(f"feelings-{number}-{name}") if value] for name in names}


def grouped(feelings: Iterable[Feeling]) -> list[dict[str, Any]]:
    """Groups that stand for just these sensations: kinds felt alike at the same places go together."""
    places: dict[tuple[str, float | None, bool], list[str]] = {}
    for feeling in feelings:
        codes = places.setdefault((feeling.quality, feeling.intensity, feeling.place is None), [])
        if feeling.place:
            codes.append(feeling.place.code)
    kinds: dict[tuple[bool, float | None, tuple[str, ...]], list[str]] = {}
    for (quality, intensity, _), found in places.items():
        kinds.setdefault((bool(quality), intensity, tuple(found)), []).append(quality)
    return [
        {"qualities": qualities if named else [], "places": list(codes), "strength": intensity}
        for (named, intensity, codes), qualities in kinds.items()
    ]

"""Choices to tap: chips for words, rows of left / centre / right for places along the nerve, lists."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from journal.analytics.vocabulary import Place, Region, place_from_code, places_to_choose, sides_of
from journal.forms.drawn import drawn_once, with_chosen

_USUAL_REGIONS = (Region.LOWER_BACK, Region.BUTTOCK, Region.THIGH_BACK, Region.CALF, Region.SOLE)
_NOT_OFFERED = "This page does not offer that answer. Choose from what is shown here."
_MESSAGES = {"invalid_choice": _NOT_OFFERED, "invalid_list": _NOT_OFFERED}

Groups = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""What a list offers: the name of each group, or "", and its (code, label) pairs."""
UsedLast = Callable[[], Sequence[str]]
"""Gives codes, the one used last first; asked only when something is drawn."""


class ChipWidget(forms.RadioSelect):
    """One of several, as chips."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        auto_id = _id(name, attrs)
        pieces = [_chip(self.input_type, name, auto_id, str(code), str(label)) for code, label in self.in_order()]
        chips = with_chosen(pieces, self.format_value(value))
        return render_to_string("journal/_partials/chips.html", {"chips": chips})

    def in_order(self) -> Iterable[Any]:
        """The choices as they are shown."""
        return self.choices


class ChipsWidget(forms.CheckboxSelectMultiple, ChipWidget):
    """Several of several, as chips; those used last come first."""

    def __init__(self, *, words: Sequence[tuple[str, str]], used_last: UsedLast) -> None:
        super().__init__()
        self.words, self.used_last = words, used_last

    def in_order(self) -> Iterable[Any]:
        rank = {code: position for position, code in enumerate(self.used_last())}
        return sorted(self.words, key=lambda word: rank.get(word[0], len(rank)))


class ListWidget(forms.Select):
    """One of many, as the browser's own list."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        return self.draw(name, _grouped(self.choices), self.format_value(value), attrs)

    def draw(self, name: str, groups: Groups, chosen: list[str], attrs: dict[str, Any] | None) -> SafeString:
        """The list of the given groups, those without a name outside of any."""
        own = {"name": name} | self.build_attrs(self.attrs, attrs)
        shown = with_chosen([_options(groups)], chosen, mark="selected")
        return format_html("<select{}>{}</select>", flatatt(own), shown)


class PlacesWidget(forms.CheckboxSelectMultiple):
    """A picture of the body and a list of the same places, to tap in either; those used last come first in the list.

    There is one box for each place, with a label in the list and one that is its shape in the picture.
    """

    def __init__(self, *, used_last: UsedLast) -> None:
        super().__init__()
        self.used_last = used_last
        self.shows_list = False

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        self.shows_list = data.get(f"{name}-as") == "list"
        return super().value_from_datadict(data, files, name)

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        codes = self.format_value(value)
        first = dict.fromkeys([*self.used_last(), *(region.value for region in _USUAL_REGIONS)])
        rank = {code: position for position, code in enumerate(first)}
        auto_id = _id(name, attrs)
        regions = sorted(Region, key=lambda region: rank.get(region.value, len(rank)))
        rows = [_row(region, name, auto_id, region.value in codes) for region in regions]
        context = {"name": name, "id": auto_id, "rows": with_chosen(rows, codes), "shows_list": self.shows_list}
        return render_to_string("journal/_partials/places.html", context)


@drawn_once
def _chip(input_type: str, name: str, auto_id: str, code: str, label: str) -> str:
    context = {"type": input_type, "name": name, "value": code, "id": _choice_id(auto_id, code), "label": label}
    return render_to_string("journal/_partials/chip.html", context)


def _grouped(choices: Iterable[Any]) -> Groups:
    """Django's choices, (code, label) or (name, choices), as they can be told apart."""
    return tuple(
        (str(code), tuple((str(one), str(words)) for one, words in label))
        if isinstance(label, (list, tuple))
        else ("", ((str(code), str(label)),))
        for code, label in choices
    )


@drawn_once
def _options(groups: Groups) -> str:
    return render_to_string("journal/_partials/list_options.html", {"groups": groups})


@drawn_once
def _row(region: Region, name: str, auto_id: str, sideless: bool) -> str:
    """A row of boxes. A place whose side nobody said (from an imported diary) is offered only where it is chosen."""
    places = [place for place in places_to_choose() if place.region is region]
    if sideless and sides_of(region):
        places.append(Place(region, None))
    options = [(place.code, _choice_id(auto_id, place.code), _side_words(place)) for place in places]
    context = {"label": region.label, "name": name, "options": options}
    return render_to_string("journal/_partials/places_row.html", context)


def _side_words(place: Place) -> str:
    if place.side:
        return place.side.label
    return "Side not said" if sides_of(place.region) else "Here"


def _id(name: str, attrs: dict[str, Any] | None) -> str:
    return (attrs or {}).get("id") or f"id_{name}"


def _choice_id(auto_id: str, code: str) -> str:
    return f"{auto_id}_{code.replace('.', '_') or 'unsaid'}"


_PLACE_CODES = {place.code for place in places_to_choose()} | {region.value for region in Region}


class ChipField(forms.ChoiceField):
    """One of several words as chips, or none of them."""

    widget = ChipWidget

    def __init__(self, *, choices: Sequence[tuple[str, str]], none: str = "Not said", **kwargs: Any) -> None:
        super().__init__(choices=[("", none), *choices], required=False, error_messages=_MESSAGES, **kwargs)


class ChipsField(forms.MultipleChoiceField):
    """Check boxes shown as chips, with these (code, words)."""

    def __init__(self, *, words: Sequence[tuple[str, str]], used_last: UsedLast, label: str) -> None:
        widget = ChipsWidget(words=words, used_last=used_last)
        super().__init__(label=label, required=False, widget=widget, error_messages=_MESSAGES)
        self._codes = {code for code, _ in words}

    def valid_value(self, value: Any) -> bool:
        return value in self._codes


class PlacesField(forms.TypedMultipleChoiceField):
    """Places along the nerve, cleaned to a list of `Place`."""

    def __init__(self, *, used_last: UsedLast, label: str) -> None:
        super().__init__(
            label=label,
            required=False,
            coerce=place_from_code,
            empty_value=[],
            widget=PlacesWidget(used_last=used_last),
            error_messages=_MESSAGES,
        )

    def valid_value(self, value: Any) -> bool:
        return value in _PLACE_CODES

"""Choices to tap: chips for words, rows of left / centre / right for places along the nerve."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from journal.analytics.vocabulary import Place, Region, place_from_code, places_to_choose, sides_of

_USUAL_REGIONS = (Region.LOWER_BACK, Region.BUTTOCK, Region.THIGH_BACK, Region.CALF, Region.SOLE)


class ChipsField(forms.MultipleChoiceField):
    """Check boxes shown as chips; those used last come first."""

    def __init__(self, *, choices: Sequence[tuple[str, str]], used_last: Iterable[str] = (), **kwargs: Any) -> None:
        rank = {code: position for position, code in enumerate(used_last)}
        ordered = sorted(choices, key=lambda choice: rank.get(choice[0], len(rank)))
        super().__init__(required=False, choices=ordered, widget=ChipsWidget, **kwargs)


class ChipsWidget(forms.CheckboxSelectMultiple):
    template_name = "journal/_partials/chips.html"


class ChipWidget(forms.RadioSelect):
    """One of several, as chips."""

    template_name = "journal/_partials/chips.html"


class PlacesWidget(forms.CheckboxSelectMultiple):
    """A row for each region with its sides; regions used last stand open, the others behind “More places”."""

    template_name = "journal/_partials/places.html"
    used_last: Sequence[str] = ()

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        options = {group[1][0]["value"]: group[1][0] for group in context["widget"]["optgroups"]}
        near = list(dict.fromkeys([*self.used_last, *(region.value for region in _USUAL_REGIONS)]))[:7]
        rows = [_row(region, options) for region in Region]
        context["near"] = [row for row in rows if row["code"] in near]
        context["more"] = [row for row in rows if row["code"] not in near]
        context["more_chosen"] = any(option["selected"] for row in context["more"] for option in row["options"])
        return context


def _row(region: Region, options: dict[str, dict[str, Any]]) -> dict[str, Any]:
    places = [place for place in places_to_choose() if place.region is region]
    # A place whose side nobody said (from an imported diary) is offered only where it is already chosen.
    if sides_of(region) and options.get(region.value, {}).get("selected"):
        places.append(Place(region, None))
    row = [options[place.code] | {"words": _words(place)} for place in places]
    return {"code": region.value, "label": region.label, "options": row}


def _words(place: Place) -> str:
    if place.side:
        return place.side.label
    return "Side not said" if sides_of(place.region) else place.region.label


class PlacesField(forms.TypedMultipleChoiceField):
    """Places along the nerve, cleaned to a list of `Place`."""

    widget = PlacesWidget

    def __init__(self, *, used_last: Sequence[str] = (), **kwargs: Any) -> None:
        sideless = [Place(region, None) for region in Region if sides_of(region)]
        choices = [(place.code, place.label) for place in (*places_to_choose(), *sideless)]
        super().__init__(required=False, choices=choices, coerce=place_from_code, empty_value=[], **kwargs)
        self.widget.used_last = used_last

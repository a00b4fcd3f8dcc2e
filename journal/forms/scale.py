"""The pain scale of eleven buttons."""

import math
from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from journal.analytics.wording import pain_number
from journal.forms.chips import ListWidget
from journal.forms.drawn import drawn_once, with_chosen

_OUTSIDE = "Choose a number from 0 to 10."


class ScaleWidget(forms.RadioSelect):
    """Eleven large radio buttons, drawn by the stylesheet's `.scale`. A rating that lies between two of them (an
    imported 5.7) gets a button of its own, and one that may be left out can be taken back."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        rating = _rating(value)
        auto_id = (attrs or {}).get("id") or f"id_{name}"
        chosen = [] if rating is None else [scale_code(rating)]
        context = {"name": name, "id": auto_id, "steps": with_chosen([_steps(name, auto_id, rating)], chosen)}
        context["may_be_unsaid"] = rating is not None and not self.is_required
        return render_to_string("journal/_partials/scale.html", context)


class ScaleListWidget(ListWidget):
    """The same steps in a list, for a rating that is said rarely."""

    def __init__(self, *, unsaid: str) -> None:
        super().__init__(attrs={"class": "form-select"})
        self.unsaid = unsaid

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        rating = _rating(value)
        groups = (("", (("", self.unsaid), *steps_with(rating))),)
        return self.draw(name, groups, ["" if rating is None else scale_code(rating)], attrs)


class ScaleField(forms.FloatField):
    """A rating of 0-10, cleaned to a float or None."""

    def __init__(self, *, widget: Any = ScaleWidget, **kwargs: Any) -> None:
        messages = dict.fromkeys(("required", "invalid", "min_value", "max_value"), _OUTSIDE)
        super().__init__(min_value=0, max_value=10, widget=widget, error_messages=messages, **kwargs)

    def widget_attrs(self, widget: Any) -> dict[str, Any]:
        return {}  # no minimum and maximum: neither buttons nor lists have them


@drawn_once
def _steps(name: str, auto_id: str, rating: float | None) -> str:
    context = {"name": name, "id": auto_id, "steps": steps_with(rating)}
    return render_to_string("journal/_partials/scale_steps.html", context)


def scale_code(rating: float) -> str:
    """The value of a button: `6`, or `5.7`, with every digit that is stored."""
    return repr(float(rating)).removesuffix(".0")


def steps_with(rating: float | None) -> tuple[tuple[str, str], ...]:
    """Values and labels of the eleven buttons, and of one more for a rating that lies between them."""
    steps = sorted({*map(float, range(11)), *([] if rating is None else [rating])})
    return tuple((scale_code(step), pain_number(step)) for step in steps)


def _rating(value: Any) -> float | None:
    """What the field holds or what was sent, if it is on the scale."""
    try:
        rating = float(value)
    except (TypeError, ValueError):
        return None
    return rating if math.isfinite(rating) and 0 <= rating <= 10 else None

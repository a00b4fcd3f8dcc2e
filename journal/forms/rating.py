"""A rating of 0-10 of something that is not pain: eleven buttons without the colours of pain, words at both ends."""

from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

_MOST = 10
_OUTSIDE = "Choose a number from 0 to 10."


class RatingWidget(forms.RadioSelect):
    """Eleven radio buttons; one that is chosen can be taken back."""

    def __init__(self, *, least: str, most: str) -> None:
        super().__init__()
        self.words = {0: least, _MOST: most}

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        chosen = "" if value is None else str(value)
        steps = [(str(step), self.words.get(step, ""), str(step) == chosen) for step in range(_MOST + 1)]
        auto_id = (attrs or {}).get("id") or f"id_{name}"
        may_be_unsaid = any(step[2] for step in steps) and not self.is_required
        context = {"name": name, "id": auto_id, "steps": steps, "may_be_unsaid": may_be_unsaid}
        return render_to_string("journal/_partials/rating.html", context)


class RatingField(forms.IntegerField):
    """A whole number of 0-10, or None where it is not `required`; `least` and `most` say what the ends mean."""

    def __init__(self, *, label: str, least: str, most: str, required: bool = False) -> None:
        super().__init__(
            label=label,
            required=required,
            min_value=0,
            max_value=_MOST,
            widget=RatingWidget(least=least, most=most),
            error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), _OUTSIDE),
        )

    def widget_attrs(self, widget: Any) -> dict[str, Any]:
        return {}  # buttons have no minimum and maximum

"""The pain scale of eleven buttons."""

from typing import Any

from django import forms

SCALE_WORDS = {0: "no pain", 2: "mild", 5: "moderate", 8: "severe", 10: "excruciating"}


class ScaleWidget(forms.RadioSelect):
    """Eleven large radio buttons, drawn by the stylesheet's `.scale`."""

    template_name = "journal/_partials/scale.html"


class ScaleField(forms.TypedChoiceField):
    """A rating of 0-10, cleaned to a float or None.

    `current` is a stored rating that lies between two buttons (an imported 5.7): it gets a button of its own, so
    that an edit keeps it.
    """

    def __init__(self, *, current: float | None = None, **kwargs: Any) -> None:
        messages = {"required": "Choose a number from 0 to 10.", "invalid_choice": "Choose a number from 0 to 10."}
        super().__init__(
            choices=scale_choices(current),
            coerce=float,
            empty_value=None,
            widget=ScaleWidget,
            error_messages=messages,
            **kwargs,
        )

    def prepare_value(self, value: Any) -> Any:
        return scale_code(value) if isinstance(value, float | int) else value


def scale_code(value: float) -> str:
    """The code of a button: `6`, or `5.7` for a stored rating between two buttons."""
    return f"{value:g}"


def scale_choices(current: float | None = None) -> list[tuple[str, str]]:
    """The eleven buttons, and one more for a stored rating that lies between them."""
    values = sorted({*range(11), *([] if current is None else [current])})
    return [(scale_code(value), scale_code(value)) for value in values]

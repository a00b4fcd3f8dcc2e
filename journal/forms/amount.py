"""Numbers that people type: a comma is as good as a point, and hours may be written as a clock does."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from journal.forms.drawn import LineInput

_A_DAY = 24 * 60
_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)", re.ASCII)


class AmountField(forms.DecimalField):
    """A decimal number of at least `min_value`."""

    def __init__(self, *, message: str, **kwargs: Any) -> None:
        reasons = ("invalid", "min_value", "max_value", "max_digits", "max_decimal_places", "max_whole_digits")
        widget = LineInput(attrs={"inputmode": "decimal", "class": "form-control"})
        super().__init__(required=False, widget=widget, error_messages=dict.fromkeys(reasons, message), **kwargs)

    def to_python(self, value: Any) -> Any:
        return super().to_python(value.strip().replace(",", ".") if isinstance(value, str) else value)


class MinutesField(forms.IntegerField):
    """Minutes of one day."""

    def __init__(self, **kwargs: Any) -> None:
        message = "Write the minutes as a number from 0 to 1440."
        super().__init__(
            required=False,
            min_value=0,
            max_value=_A_DAY,
            widget=LineInput(attrs={"inputmode": "numeric", "class": "form-control"}),
            error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), message),
            **kwargs,
        )

    def widget_attrs(self, widget: Any) -> dict[str, Any]:
        return {}  # a line of text has no minimum and maximum


class HoursField(AmountField):
    """Hours of one day as `7`, `7.5` or `7:30`; cleaned to whole minutes, or None."""

    def __init__(self, **kwargs: Any) -> None:
        message = "Write the hours as a number from 0 to 24, for example 7.5 or 7:30."
        super().__init__(message=message, min_value=0, max_value=24, **kwargs)

    def widget_attrs(self, widget: Any) -> dict[str, Any]:
        return {}  # a line of text has no minimum and maximum

    def prepare_value(self, value: Any) -> Any:
        return hours_text(value) if isinstance(value, int) else value

    def clean(self, value: Any) -> int | None:
        clock = _CLOCK.fullmatch(value.strip()) if isinstance(value, str) else None
        if clock:
            minutes = int(clock[1]) * 60 + int(clock[2])
            if minutes > _A_DAY:
                raise ValidationError(self.error_messages["invalid"])
            return minutes
        hours = super().clean(value)
        return None if hours is None else round(hours * 60)


def hours_text(minutes: int) -> str:
    """`7`, `7.5`, `7:20`: what an HoursField reads as these minutes."""
    hours, rest = divmod(minutes, 60)
    if rest % 15 == 0:
        return f"{Decimal(minutes) / 60:f}"
    return f"{hours}:{rest:02}"

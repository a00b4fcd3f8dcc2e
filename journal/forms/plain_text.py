"""Text a person types: kept as it is, except for characters that no screen shows and no database takes."""

import unicodedata
from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from journal.forms.drawn import LineInput, NoteInput

_LINE_BREAKS_AND_TABS = "\n\t"
NOTE_LENGTH = 20_000


class PlainTextField(forms.CharField):
    """One line, or several where `rows` says so; refuses control characters by saying where they stand."""

    def __init__(self, *, max_length: int = NOTE_LENGTH, rows: int = 0, **kwargs: Any) -> None:
        attrs = {"class": "form-control"}
        widget = NoteInput(attrs={"rows": rows} | attrs) if rows else LineInput(attrs=attrs)
        kwargs.setdefault("widget", widget)
        super().__init__(max_length=max_length, required=False, **kwargs)
        # The browser counts differently from us at line ends; our own message says what to do.
        self.widget.attrs.pop("maxlength", None)
        self.validators = [_not_longer_than(max_length), _without_controls(_LINE_BREAKS_AND_TABS if rows else "")]

    def to_python(self, value: Any) -> str:
        text: str = super().to_python(value) or ""
        return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_longer_than(length: int) -> Callable[[str], None]:
    def check(text: str) -> None:
        if len(text) > length:
            raise ValidationError(
                f"This is {len(text):,} characters long; up to {length:,} fit. Shorten it, or split it in two."
            )

    return check


def _without_controls(allowed: str) -> Callable[[str], None]:
    def check(text: str) -> None:
        for position, character in enumerate(text):
            if unicodedata.category(character) == "Cc" and character not in allowed:
                before = text[max(0, position - 12) : position].strip()
                where = f"after “{before}”" if before else "at the beginning"
                raise ValidationError(f"There is an invisible character {where} that cannot be saved. Delete it there.")

    return check

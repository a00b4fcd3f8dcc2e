"""What a log form shows, drawn quickly: buttons and boxes once for everybody, inputs without a template."""

from collections.abc import Callable, Iterable
from functools import lru_cache, wraps
from typing import Any, ParamSpec

from django import forms
from django.conf import settings
from django.forms.utils import flatatt
from django.forms.widgets import Input
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

P = ParamSpec("P")


def drawn_once(draw: Callable[P, str]) -> Callable[P, str]:
    """Keep the HTML that a function draws from hashable arguments and nothing else, such as one chip: a form shows
    some eighty of them. While developing it is drawn anew each time, so that a changed template shows."""
    kept = lru_cache(maxsize=4096)(draw)

    @wraps(draw)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> str:
        return draw(*args, **kwargs) if settings.DEBUG else kept(*args, **kwargs)  # type: ignore[arg-type]

    return drawn


def with_chosen(pieces: Iterable[str], codes: Iterable[str], *, mark: str = "checked") -> SafeString:
    """The pieces in a row, those of the given values marked as chosen."""
    html = "".join(pieces)
    for code in codes:
        value = f'value="{conditional_escape(code)}"'
        html = html.replace(value, f"{value} {mark}", 1)
    return SafeString(html)


class _DrawnInput(Input):
    """An input as its attributes say."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        own = {"type": self.input_type, "name": name, "value": self.format_value(value)}
        return format_html("<input{}>", flatatt(own | self.build_attrs(self.attrs, attrs)))


class LineInput(_DrawnInput, forms.TextInput):
    """A line of text."""


class DayInput(_DrawnInput, forms.DateInput):
    """The browser's own picker of a day."""

    input_type = "date"


class ClockInput(_DrawnInput, forms.TimeInput):
    """The browser's own picker of a time."""

    input_type = "time"


class HiddenInput(_DrawnInput, forms.HiddenInput):
    """Nothing that is seen."""


class NoteInput(forms.Textarea):
    """Several lines of text."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        own = {"name": name} | self.build_attrs(self.attrs, attrs)
        # Browsers leave out a line break at the very beginning; with one of ours the person's own is kept.
        return format_html("<textarea{}>\n{}</textarea>", flatatt(own), self.format_value(value) or "")

"""Buttons and boxes drawn once and kept: a log form shows some eighty of them, the same for everybody."""

from collections.abc import Hashable, Iterable
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString


def drawn(template: str, **words: Hashable) -> str:
    """The HTML of a template that depends on `words` and nothing else, such as one chip. While developing it is
    drawn anew each time, so that a changed template shows."""
    return _draw(template, **words) if settings.DEBUG else _kept(template, **words)


def with_chosen(pieces: Iterable[str], codes: Iterable[str], *, mark: str = "checked") -> SafeString:
    """The pieces in a row, those of the given values marked as chosen."""
    html = "".join(pieces)
    for code in codes:
        value = f'value="{conditional_escape(code)}"'
        html = html.replace(value, f"{value} {mark}", 1)
    return SafeString(html)


def _draw(template: str, **words: Any) -> str:
    return render_to_string(template, words)


_kept = lru_cache(maxsize=4096)(_draw)

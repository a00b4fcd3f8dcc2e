"""Parts of the page about massages that are written straight to text: ten years compare well over a thousand days."""

from datetime import date
from functools import lru_cache

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
def compared_days(compared: list[list[str]]) -> SafeString:
    """A row for each massage day, given as `2026-03-29`, with the days like it that follow; each opens the journal."""
    journal = reverse("journal")
    return mark_safe(  # noqa: S308 -- made of dates only
        "".join(
            f'<tr><th scope="row">{_link(journal, massage)}<td>{", ".join(_link(journal, day) for day in alike)}'
            for massage, *alike in compared
        )
    )


@register.simple_tag
def days_to_open(days: list[str]) -> SafeString:
    """Days, given as `2026-03-29`, each of which opens the journal."""
    journal = reverse("journal")
    return mark_safe(", ".join(_link(journal, day) for day in days))  # noqa: S308 -- made of dates only


@lru_cache(maxsize=8192)
def _link(journal: str, written: str) -> str:
    day = date.fromisoformat(written)
    return f'<a href="{journal}?day={written}">{day.day} {day:%b} {day.year}</a>'

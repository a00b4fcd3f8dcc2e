"""Parts of the report that are written straight to text."""

from html import escape
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
def drawing(svg: str) -> SafeString:
    """A drawing of journal/charts/report_strip.py or body_map.py, made of numbers and words of our own."""
    return mark_safe(svg)  # noqa: S308 -- as said above


@register.simple_tag
def entry_rows(entries: dict[str, Any]) -> SafeString:
    """A table of journal/charts/report.py with a row for each entry, every text in it escaped."""
    head = "".join(f'<th scope="col">{escape(words)}</th>' for words in entries["head"])
    rows = "".join(_row(row) for row in entries["rows"])
    return mark_safe(  # noqa: S308 -- every text in it is escaped
        f"<table><caption>{escape(entries['title'])}, {escape(entries['count'])}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(row: list[str]) -> str:
    when, *cells = map(escape, row)
    return f'<tr><th scope="row">{when}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'

"""The table beside a chart. Written straight to text: a ten-year diary has thousands of cells."""

from html import escape
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
def chart_table(table: dict[str, Any]) -> SafeString:
    """A `table` of journal/charts/table.py, every text in it escaped."""
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in table["head"])
    rows = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in row[1:])}</tr>'
        for row in table["rows"]
    )
    return mark_safe(  # noqa: S308 -- every text in it is escaped above
        f"<table><caption>{escape(table['caption'])}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )

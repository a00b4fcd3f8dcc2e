"""Parts of charts that are written straight to text: a ten-year diary has thousands of cells and bars."""

from html import escape
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
def chart_table(table: dict[str, Any], *, labelled: bool = False) -> SafeString:
    """A `table` of journal/charts/table.py, every text in it escaped. Where it is `labelled`, each cell carries the
    words of its column, for a phone that shows rows as lists."""
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in table["head"])
    opening = [f'<td data-label="{escape(text)}">' if labelled else "<td>" for text in table["head"]]
    rows = "".join(
        f'<tr><th scope="row">{"".join(tag + escape(cell) for tag, cell in zip(["", *opening[1:]], row, strict=True))}'
        for row in table["rows"]
    )
    return mark_safe(  # noqa: S308 -- every text in it is escaped above
        f"<table><caption>{escape(table['caption'])}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


@register.simple_tag
def chart_rows(rows: list[dict[str, Any]], view: str) -> SafeString:
    """The `rows` of journal/charts/strips.py: a name, a count and bars each, on an axis whose viewBox is `view`."""
    return mark_safe(  # noqa: S308 -- every text in it is escaped
        "".join(
            f'<div class="strip {escape(row["code"])}"><div class="strip-name"><span>{escape(row["label"])}</span> '
            f'<span class="soft">{escape(row["days"])}</span></div>'
            f'<svg class="strip-bars" aria-hidden="true" preserveAspectRatio="none" viewBox="{escape(view)}">'
            + "".join(f'<path class="{escape(path["level"])}" d="{escape(path["d"])}"/>' for path in row["paths"])
            + "</svg></div>"
            for row in rows
        )
    )

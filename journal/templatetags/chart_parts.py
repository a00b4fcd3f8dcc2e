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
def chart_paths(paths: list[dict[str, str]]) -> SafeString:
    """The `paths` of a row of journal/charts/strips.py."""
    return mark_safe(  # noqa: S308 -- as above
        "".join(f'<path class="{escape(path["level"])}" d="{escape(path["d"])}"/>' for path in paths)
    )

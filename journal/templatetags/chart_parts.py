"""Parts of charts that are written straight to text: a ten-year diary has thousands of cells and bars."""

from html import escape
from operator import add
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

_DECLARED, _SUGGESTED = 'class="band"', 'fill="url(#hatch)"'


_BETWEEN_CELLS = "\0"
"""Stands in no text that is stored, so that a row can be escaped at once."""


@register.simple_tag
def chart_table(table: dict[str, Any], *, labelled: bool = False) -> SafeString:
    """A `table` of journal/charts/table.py, every text in it escaped. Where it is `labelled`, each cell carries the
    words of its column, for a phone that shows rows as lists."""
    columns = [escape(text) for text in table["head"]]
    head = "".join(f'<th scope="col">{text}</th>' for text in columns)
    tags = [f'<td data-label="{text}">' if labelled else "<td>" for text in columns[1:]]
    rows = "".join(_row(row, tags) for row in table["rows"])
    return mark_safe(  # noqa: S308 -- every text in it is escaped
        f"<table><caption>{escape(table['caption'])}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(row: list[str], tags: list[str]) -> str:
    name, *cells = escape(_BETWEEN_CELLS.join(row)).split(_BETWEEN_CELLS)
    # The closing tags of cells and rows may be left out.
    return f'<tr><th scope="row">{name}</th>{"".join(map(add, tags, cells))}'


@register.simple_tag
def chart_bands(bands: list[dict[str, Any]]) -> SafeString:
    """The `bands` of journal/charts/flares.py; a dashed line where an end is open."""
    return mark_safe(  # noqa: S308 -- numbers of our own
        "".join(
            f'<rect {_SUGGESTED if band["suggested"] else _DECLARED} x="{band["percent"]}%" width="{band["width"]}%" '
            'height="100%"/>'
            + (f'<line class="band-open" x1="{band["end"]}%" x2="{band["end"]}%" y2="100%"/>' if band["open"] else "")
            for band in bands
        )
    )


@register.simple_tag
def chart_caps(bands: list[dict[str, Any]]) -> SafeString:
    """What marks the declared and confirmed among the `bands`, in colour and in grey."""
    return mark_safe(  # noqa: S308 -- as above
        "".join(
            f'<rect class="band-cap" x="{band["percent"]}%" width="{band["width"]}%" height="4"/>'
            for band in bands
            if not band["suggested"]
        )
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


@register.simple_tag
def chart_heat(rows: list[dict[str, Any]]) -> SafeString:
    """The `rows` of journal/charts/heat.py: a name, and for each half a cell on the left and one on the right, or one
    in the middle."""
    return mark_safe(  # noqa: S308 -- every text in it is escaped
        "".join(
            f'<div class="heat-row heat-at-{row["station"]}"><span>{escape(row["label"])}</span>'
            + "".join(f"<span>{''.join(map(_heat_cell, half))}</span>" for half in row["halves"])
            + "</div>"
            for row in rows
        )
    )


def _heat_cell(cell: dict[str, Any]) -> str:
    return f'<b class="heat-{cell["level"]}">{cell["share"]}</b>' if cell["share"] else "<b></b>"

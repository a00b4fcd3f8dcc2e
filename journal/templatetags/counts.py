"""Counts that may be large."""

from django import template

register = template.Library()


@register.filter
def thousands(count: int) -> str:
    """`11,826`."""
    return f"{count:,}"


@register.filter
def counted(count: int, word: str) -> str:
    """`1 row`, `11,826 rows`; a word with another plural is given as `entry,entries`."""
    one, _, many = word.partition(",")
    return f"{count:,} {one if count == 1 else many or one + 's'}"

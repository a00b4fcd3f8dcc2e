"""How the pain scale shows a number."""

from django import template

register = template.Library()

_WORDS = {0: "none", 2: "mild", 5: "moderate", 8: "severe", 10: "worst"}


@register.filter
def scale_word(code: str) -> str:
    """The word under a button, where it has one: at the ends and in the middles of the ranges."""
    return _WORDS.get(int(code), "") if code.isdigit() else ""


@register.filter
def scale_colour(code: str | float) -> int:
    """The step 0-10 of the colour ramp that stands for an intensity."""
    return min(10, max(0, round(float(code))))

"""What the base page needs to draw itself."""

from functools import cache
from urllib.parse import urlencode

from django import template
from django.contrib.messages.storage.base import Message
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
def undo_url(message: Message) -> str:
    """Where a message's Undo button posts to, or "" for a message without one.

    A message can be undone when its extra tags are "undo <kind> <uid> <version>"; "<uid>.<version>" after these are
    further records that the same change touched.
    """
    match message.extra_tags.split():
        case ["undo", kind, uid, version, *others]:
            address = reverse("record_undo", args=[kind, uid, version])
            return f"{address}?{urlencode([('also', other) for other in others])}" if others else address
    return ""


@register.simple_tag(takes_context=True)
def menu_link(context: Context, name: str, words: str, *others: str) -> SafeString:
    """A line of the menu that leads to a page by its URL name; marked while that page, or one of `others`, is open."""
    return _line(name, words, context["here"] in (name, *others))


@cache
def _line(name: str, words: str, is_here: bool) -> SafeString:
    """Every page has all of them: written once, they take none of its time."""
    current = mark_safe(' aria-current="page"') if is_here else ""
    return format_html('<li><a href="{}"{}>{}</a></li>', reverse(name), current, words)

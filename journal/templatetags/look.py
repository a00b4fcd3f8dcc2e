"""What the base page needs to draw itself."""

from urllib.parse import urlencode

from django import template
from django.contrib.messages.storage.base import Message
from django.urls import reverse

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

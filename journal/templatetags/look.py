"""What the base page needs to draw itself."""

from django import template
from django.contrib.messages.storage.base import Message
from django.urls import reverse

register = template.Library()


@register.simple_tag
def undo_url(message: Message) -> str:
    """Where a message's Undo button posts to, or "" for a message without one.

    A message can be undone when its extra tags are "undo <kind> <uid> <version>".
    """
    match message.extra_tags.split():
        case ["undo", kind, uid, version]:
            return reverse("record_undo", args=[kind, uid, version])
    return ""

"""What the base page needs to draw itself."""

from urllib.parse import urlencode

from django import template
from django.contrib.messages.storage.base import Message
from django.template import Context, Node, NodeList, TemplateSyntaxError
from django.template.base import FilterExpression, Parser, Token, token_kwargs
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
_MOST_KEPT = 256
"""Of each part: one for every page that it is drawn for."""


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


@register.tag
def drawn_once(parser: Parser, token: Token) -> Node:
    """`{% drawn_once here=here %}…{% enddrawn_once %}`: a part of the page that is the same for everybody, drawn once
    for each of the values that it names. It sees these values and nothing else: no request, person or token."""
    words = token.split_contents()[1:]
    values = token_kwargs(words, parser)
    if words:
        raise TemplateSyntaxError("drawn_once takes values by name only.")
    nodes = parser.parse(("enddrawn_once",))
    parser.delete_first_token()
    return _DrawnOnce(nodes, values)


class _DrawnOnce(Node):
    """Keeps what it drew as long as its template is loaded."""

    child_nodelists = ()  # no block of the page can be in it, so none is looked for

    def __init__(self, nodes: NodeList, values: dict[str, FilterExpression]) -> None:
        self.nodelist, self.values = nodes, values
        self.kept: dict[tuple[object, ...], SafeString] = {}

    def render(self, context: Context) -> SafeString:
        seen = {name: value.resolve(context) for name, value in self.values.items()}
        drawn = self.kept.get(tuple(seen.values()))
        return self._draw(seen, context) if drawn is None else drawn

    def _draw(self, seen: dict[str, object], context: Context) -> SafeString:
        # Others equal each other and look different: 1 and True, markup and the same text.
        if any(type(value) not in (str, bool, type(None)) for value in seen.values()):
            raise TypeError("drawn_once tells apart only plain texts, true and false, and None.")
        alone = Context(seen)
        alone.template = context.template
        drawn = self.nodelist.render(alone)
        if len(self.kept) >= _MOST_KEPT:
            self.kept.clear()
        self.kept[tuple(seen.values())] = drawn
        return drawn


@register.simple_tag(takes_context=True)
def menu_link(context: Context, name: str, words: str, *others: str) -> SafeString:
    """A line of the menu that leads to a page by its URL name; marked while that page, or one of `others`, is open."""
    current = mark_safe(' aria-current="page"') if context["here"] in (name, *others) else ""
    return format_html('<li><a href="{}"{}>{}</a></li>', reverse(name), current, words)

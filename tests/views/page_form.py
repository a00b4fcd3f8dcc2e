"""A form on a page as a browser holds it, so that tests send what a person's browser would send."""

from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

Attributes = dict[str, str | None]


class PageForm(HTMLParser):
    """The first form of a page that has the class `log`, or that posts to `action`.

    `fields` holds what it would send, by name; `offered` the values that its radios, boxes and lists offer;
    `buttons` the (name, value) of its buttons.
    """

    def __init__(self, html: str, *, action: str = "") -> None:
        super().__init__()
        self.fields: dict[str, list[str]] = {}
        self.offered: dict[str, list[str]] = {}
        self.buttons: list[tuple[str, str]] = []
        self._action, self._inside, self._found = action, False, False
        self._list = self._text_area = ""
        self.feed(html)
        assert self._found, f"The page has no form for {action or 'a record'}."

    def sent(self, changed: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """What the browser sends once the given fields were changed; None takes a field out."""
        return {name: value for name, value in (self.fields | dict(changed or {})).items() if value is not None}

    def value(self, name: str) -> str:
        """What a field with one value holds; "" where nothing is chosen."""
        return next(iter(self.fields.get(name, [])), "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form" and not self._found:
            is_wanted = given.get("action") == self._action if self._action else "log" in (given.get("class") or "")
            self._inside = self._found = is_wanted
        elif self._inside:
            self._read(tag, given)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False
        elif tag == "textarea" and self._text_area:
            # Browsers leave out the line break that Django puts first, and send line breaks as two characters.
            text = self.fields[self._text_area][0].removeprefix("\n")
            self.fields[self._text_area] = [text.replace("\n", "\r\n")]
            self._text_area = ""
        elif tag == "select" and self._list:
            self.fields.setdefault(self._list, self.offered[self._list][:1])
            self._list = ""

    def handle_data(self, data: str) -> None:
        if self._text_area:
            self.fields[self._text_area][0] += data

    def _read(self, tag: str, given: Attributes) -> None:
        name, value = given.get("name") or "", given.get("value") or ""
        if tag == "button":
            self.buttons.append((name, value))
        elif tag == "textarea":
            self._text_area = name
            self.fields[name] = [""]
        elif tag == "select":
            self._list = name
        elif tag == "option":
            self._read_choice(self._list, value, chosen="selected" in given)
        elif tag == "input" and given.get("type") in ("radio", "checkbox"):
            self._read_choice(name, given.get("value", "on") or "", chosen="checked" in given)
        elif tag == "input" and name:
            self.fields.setdefault(name, []).append(value)

    def _read_choice(self, name: str, value: str, *, chosen: bool) -> None:
        self.offered.setdefault(name, []).append(value)
        if chosen:
            self.fields.setdefault(name, []).append(value)


def error_at(html: str, field: str) -> str:
    """The words of the message that stands at a field; "" where there is none."""
    _, found, rest = html.partition(f'id="id_{field}_error"')
    return rest.partition(">")[2].partition("</")[0] if found else ""

"""Showing the beginning of a long note."""

from unicodedata import combining

_JOINERS = "\N{ZERO WIDTH JOINER}\N{VARIATION SELECTOR-16}"


def split_note(note: str, *, length: int) -> tuple[str, str]:
    """The beginning of a long note and its rest, parted between words and never within a letter; a note that is
    only a little longer than `length` stays whole."""
    if len(note) <= length * 5 // 4:
        return note, ""
    at = max((place for place in range(length // 2, length + 1) if note[place].isspace()), default=length)
    while at > 1 and _belongs_to_the_one_before(note, at):
        at -= 1
    return note[:at], note[at:].lstrip()


def _belongs_to_the_one_before(text: str, at: int) -> bool:
    return bool(combining(text[at])) or text[at] in _JOINERS or text[at - 1] == _JOINERS[0]

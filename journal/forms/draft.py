"""The fields of a pain form as a draft holds them: only what a person fills in, and nothing believed about it."""

import re
from typing import Any

from django.http import QueryDict

_KEPT = re.compile(
    r"intensity|note|day|at|tz|uid|trigger_[a-z]{1,20}|feelings-[0-9]{1,3}-(?:qualities|places|strength|places-as)"
)
_SAY_NOTHING = re.compile(r"tz|uid|feelings-[0-9]{1,3}-places-as")


def said_in(data: QueryDict) -> dict[str, list[str]]:
    """The fields to keep of what was sent, in lists by name; nothing at all where nobody has said anything yet."""
    # PostgreSQL holds no text with a NUL in it.
    kept = {
        name: [value.replace("\x00", "") for value in values] for name, values in data.lists() if _KEPT.fullmatch(name)
    }
    said = any(any(values) for name, values in kept.items() if not _SAY_NOTHING.fullmatch(name))
    return kept if said else {}


def as_sent(fields: Any, *, button: str) -> QueryDict:
    """What a draft holds, as if it had been sent just now by that button; what makes no sense is left out."""
    data = QueryDict(mutable=True)
    for name, values in fields.items() if isinstance(fields, dict) else ():
        if _KEPT.fullmatch(name) and isinstance(values, list):
            data.setlist(name, [value for value in values if isinstance(value, str)])
    data[button] = "1"
    return data

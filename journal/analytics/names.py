"""Names that people type, and when two of them are the same name."""

import unicodedata

_LONGEST_KEY = 360
"""Three times the longest name: some letters are several in lower case."""


def tidy_name(name: str) -> str:
    """The name with single spaces and none around it."""
    return " ".join(name.split())


def name_key(name: str) -> str:
    """What two ways to write one name share: neither upper and lower case, wide letters nor spaces tell them apart.

    Empty for a name that is nothing but space.
    """
    plain = unicodedata.normalize("NFKC", name).casefold()
    return tidy_name(unicodedata.normalize("NFKC", plain))[:_LONGEST_KEY]

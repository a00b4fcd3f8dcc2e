"""The words of the directory, and how names are made alike for searching."""

import unicodedata
from collections.abc import Iterable

from journal.analytics.vocabulary import Labelled


class Credential(Labelled):
    """What somebody may call themselves, and who keeps the list of those who may."""

    US_LICENCE = "us_licence", "State licence (US)"
    BCTMB = "bctmb", "Board certified, BCTMB (US)"
    CNHC = "cnhc", "Registered with the CNHC (UK)"
    FHT = "fht", "Member of the FHT (UK)"
    CTHA = "ctha", "Member of the CThA (UK)"
    RMT = "rmt", "Registered massage therapist, RMT (Canada)"
    MASSEUR = "masseur", "Masseur und med. Bademeister (Germany)"
    PHYSIO = "physio", "Physiotherapist"
    OTHER = "other", "Another licence or register"
    NONE = "none", "None"


class Known(Labelled):
    """An answer that may be missing."""

    YES = "yes", "Yes"
    NO = "no", "No"
    UNKNOWN = "unknown", "Not known"


class ListingState(Labelled):
    """Where a listing stands; only published and closed ones are seen by everybody."""

    PENDING = "pending", "Waiting to be checked"
    PUBLISHED = "published", "Published"
    REJECTED = "rejected", "Not accepted"
    HIDDEN = "hidden", "Taken off"
    CLOSED = "closed", "Closed or moved away"
    MERGED = "merged", "Joined with another listing"


class ReviewState(Labelled):
    PENDING = "pending", "Waiting to be checked"
    PUBLISHED = "published", "Published"
    REJECTED = "rejected", "Not accepted"
    HIDDEN = "hidden", "Taken off"
    WITHDRAWN = "withdrawn", "Taken back"


class ChangeKind(Labelled):
    """What somebody says about a listing."""

    CHANGE = "change", "Something is different"
    CLOSED = "closed", "The practice has closed"
    MOVED = "moved", "They have moved"


class ChangeState(Labelled):
    PENDING = "pending", "Waiting to be checked"
    APPROVED = "approved", "Accepted"
    REJECTED = "rejected", "Not accepted"


class ReportReason(Labelled):
    """Why a listing or a review should not stand as it is."""

    WRONG = "wrong", "It says something that is not true"
    ADVERT = "advert", "It is advertising"
    ABUSE = "abuse", "It insults or threatens somebody"
    PRIVATE = "private", "It gives away something private"
    NOT_A_THERAPIST = "no_therapist", "This is not a massage therapist"
    UNSAFE = "unsafe", "What happened there was not safe or not decent"
    OTHER = "other", "Something else"


class ReportState(Labelled):
    OPEN = "open", "Waiting to be checked"
    UPHELD = "upheld", "Something was done about it"
    DISMISSED = "dismissed", "Nothing was changed"


class Reason(Labelled):
    """Why a moderator did not accept something, in words its author reads."""

    DUPLICATE = "duplicate", "It is in the directory already."
    NOT_FOUND = "not_found", "We could not find that this therapist exists."
    NOT_RIGHT = "not_right", "What it says could not be confirmed."
    PRIVATE = "private", "It gives away something private about somebody."
    ABUSE = "abuse", "It insults or accuses somebody."
    ADVERT = "advert", "It is advertising."
    OFF_TOPIC = "off_topic", "It is not about the therapist’s work."
    OTHER = "other", "It does not fit the rules of the directory."


REVIEWS_FOR_A_MEAN = 3
"""From how many reviews on their mean is shown, and counts."""

_MIDDLE = 3
_WEIGHT = 5
_MARKS = range(0x0300, 0x0370)
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
# Scripts that put no space between words: each character is a word.
_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # kana
    (0x3400, 0x9FFF),  # Han
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)


def plain_words(text: str) -> list[str]:
    """The words of a text as they are compared: `Dr. Zoë Müller-Groß` is dr, zoe, muller, gross.

    Case and accents of Latin, Greek and Cyrillic letters do not count; marks of other scripts are part of the word.
    Whatever is no letter, mark or digit parts words.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    bare = "".join(c for c in unicodedata.normalize("NFKD", folded) if ord(c) not in _MARKS)
    whole = unicodedata.normalize("NFC", bare).translate(_LETTERS)
    return "".join(_parted(character) for character in whole).split()


def _parted(character: str) -> str:
    category = unicodedata.category(character)
    if category[0] not in "LMN":
        # An apostrophe is part of a name: O'Brien is one word, with it or without.
        return "" if character in "'’ʼ" else " "
    if category[0] == "L" and any(first <= ord(character) <= last for first, last in _UNSPACED):
        return f" {character}"
    return character


def listing_name_key(name: str) -> str:
    """The same for names that differ by case, accents, signs or the order of their words."""
    return " ".join(sorted(plain_words(name)))


def listing_place_key(place: str) -> str:
    """The same for places that are written alike."""
    return " ".join(plain_words(place))


def listing_licence_key(number: str) -> str:
    """A licence number without its signs: `LMT-0012 34` is `lmt001234`."""
    return "".join(plain_words(number))


PLACE_MARK = "@"
"""Stands before a word of the place where it is searched as such; no plain word has it."""


def search_text(*, names: Iterable[str], places: Iterable[str]) -> str:
    """What a listing is found by: every word once, those of the place a second time with a mark before them."""
    where = [word for text in places for word in plain_words(text)]
    said = [word for text in names for word in plain_words(text)]
    return " ".join(dict.fromkeys([*said, *where, *(PLACE_MARK + word for word in where)]))


def review_rank(*, count: int, mean: float | None) -> int:
    """What listings are ordered by, in thousandths of a point: the mean as if five reviews of 3 stood beside it.

    So a single enthusiast does not come before thirty satisfied people. Too few reviews count as none.
    """
    if mean is None or count < REVIEWS_FOR_A_MEAN:
        return _MIDDLE * 1000
    return round(1000 * (mean * count + _MIDDLE * _WEIGHT) / (count + _WEIGHT))

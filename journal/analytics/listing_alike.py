"""Whether two listings may be the same person."""

from dataclasses import dataclass
from difflib import SequenceMatcher

_SHORTEST_LICENCE = 4
_ALIKE = 0.82


@dataclass(frozen=True, kw_only=True)
class ListingKeys:
    """What listings are compared by: names, places and licence numbers as the directory compares them."""

    name_key: str
    place_key: str
    country: str
    licence_key: str = ""


def likeness(*, one: ListingKeys, other: ListingKeys) -> float:
    """0 (somebody else) to 1 (the same as far as can be told).

    A licence number is one person's within a country. Else the name has to be nearly the same, and the place too.
    """
    if one.country and other.country and one.country != other.country:
        return 0.0
    if len(one.licence_key) >= _SHORTEST_LICENCE and one.licence_key == other.licence_key:
        return 1.0
    name = _alike(one.name_key, other.name_key)
    place = _alike(one.place_key, other.place_key)
    return name * place if min(name, place) >= _ALIKE else 0.0


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if one and other and (set(one.split()) <= set(other.split()) or set(other.split()) <= set(one.split())):
        return 0.95  # Anna Smith is Anna Maria Smith, Leeds is Leeds Headingley
    return SequenceMatcher(None, one, other, autojunk=False).ratio()

"""The town that somebody may have meant who spelt it so that none is found."""

from collections.abc import Iterable
from difflib import get_close_matches

_SHORTEST = 4
"""Shorter ones are close to too much."""
_LENGTHS_APART = 2
_CLOSE = 0.75
_MOST = 3


def towns_meant(*, typed: str, known: Iterable[str]) -> list[str]:
    """Those of the known towns that are spelt nearly as what was typed, the nearest first, three at most; all as
    `listing_place_key` writes them. None where one of them is what was typed, or goes on from there."""
    if len(typed) < _SHORTEST:
        return []
    near = [town for town in known if abs(len(town) - len(typed)) <= _LENGTHS_APART]
    if any(town.startswith(typed) for town in near):
        return []
    return get_close_matches(typed, near, n=_MOST, cutoff=_CLOSE)

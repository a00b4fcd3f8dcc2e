"""What a diary's own words stand for: regions, qualities, techniques, sides, or nothing that is known.

A meaning is a short code: a code of the vocabulary (`calf.left`, `burning`, `deep_tissue`), `KEEP` (the word stays in
the note) or `LEAVE_OUT` (rows with this word are not imported).
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from journal.analytics.vocabulary import Place, Quality, Region, Side, Technique, place_from_code, sides_of
from journal.imports import lexicon
from journal.imports.dates import plain

KEEP = "keep"
LEAVE_OUT = "leave_out"
_NOT_A_LETTER = re.compile(r"[\W_]+")
_MOST_WORDS = 40
_LONGEST_PHRASE = 6
_FILLERS = frozenset(lexicon.FILLERS.split())
_ONLY_ALONE = frozenset(lexicon.ONLY_ALONE.split())


class Meaning(NamedTuple):
    """What a word stands for; `exact` is False where the word says more or less than the code."""

    code: str
    exact: bool


@lru_cache(maxsize=8192)
def simple(word: str) -> str:
    """The word in lower case, without accents and punctuation: `Low-Back ` and `low back` are one word."""
    return _NOT_A_LETTER.sub(" ", plain(word)).strip()


@lru_cache(maxsize=8192)
def guess_place(word: str) -> Meaning:
    """A region, with the side where the word says it."""
    said = simple(word)
    if said in _no_symptoms():
        return Meaning(LEAVE_OUT, exact=True)
    side, rest = _side_in(said)
    found = _look_up(rest, _readings(lexicon.PLACES))
    if found is None:
        return Meaning(KEEP, exact=True)
    region = Region(found.code)
    if side not in sides_of(region):
        return Meaning(Place(region, None).code, found.exact and side is None)
    return Meaning(Place(region, side).code, found.exact)


@lru_cache(maxsize=8192)
def guess_quality(word: str) -> Meaning:
    """A quality."""
    said = simple(word)
    if said in _no_symptoms():
        return Meaning(LEAVE_OUT, exact=True)
    return _look_up(said, _readings(lexicon.QUALITIES)) or Meaning(KEEP, exact=True)


@lru_cache(maxsize=8192)
def guess_technique(word: str) -> Meaning:
    """A massage technique."""
    return _look_up(simple(word), _readings(lexicon.TECHNIQUES)) or Meaning(KEEP, exact=True)


@lru_cache(maxsize=8192)
def guess_side(word: str) -> Meaning:
    """A side. `Right mostly` is right, and more than that."""
    said = simple(word)
    readings = _readings(lexicon.SIDES)
    if said in readings:
        return readings[said]
    side, _ = _side_in(said)
    return Meaning(side.value, exact=False) if side else Meaning(KEEP, exact=True)


@lru_cache(maxsize=8192)
def guess_taken(word: str) -> Meaning:
    """Whether rows of this sort are imported."""
    return Meaning(LEAVE_OUT if simple(word) in _no_symptoms() else KEEP, exact=True)


def is_meaning(role: str, code: str) -> bool:
    """Whether a code may stand for a word in a column of this role (see `mapping.WORD_ROLES`)."""
    if code in {KEEP, LEAVE_OUT}:
        return code == KEEP or role != "side"
    try:
        if role == "place":
            place_from_code(code)
        else:
            {"side": Side, "quality": Quality, "technique": Technique}[role](code)
    except (KeyError, ValueError):
        return False
    return True


def _side_in(said: str) -> tuple[Side | None, str]:
    """The side that the phrase says, unless it says two; and the phrase without it."""
    readings = _readings(lexicon.SIDES)
    sides = {word: readings[word].code for word in said.split() if word in readings and word not in _ONLY_ALONE}
    if len(set(sides.values())) != 1:
        return None, said
    rest = " ".join(word for word in said.split() if word not in sides)
    return Side(next(iter(sides.values()))), rest


def _look_up(said: str, readings: dict[str, Meaning]) -> Meaning | None:
    """The meaning of the phrase; else of the phrase without fillers; else of the longest known phrase in it."""
    if said in readings:
        return readings[said]
    core = " ".join(word for word in said.split() if word not in _FILLERS)
    if core in readings:
        return readings[core]
    for phrase in _phrases_in(said):
        if phrase in readings and phrase not in _ONLY_ALONE:
            return readings[phrase]._replace(exact=False)
    return None


def _phrases_in(said: str) -> Iterator[str]:
    """Every run of words in the first of a text, the longest first."""
    words = said.split()[:_MOST_WORDS]
    for length in range(_LONGEST_PHRASE, 0, -1):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])


def _readings(entries: dict[str, str]) -> dict[str, Meaning]:
    return _parsed(tuple(entries.items()))


@cache
def _parsed(entries: tuple[tuple[str, str], ...]) -> dict[str, Meaning]:
    readings: dict[str, Meaning] = {}
    for code, words in entries:
        exact, _, near = words.partition("~")
        for part, is_exact in ((exact, True), (near, False)):
            for word in part.split(","):
                if word.strip():
                    readings.setdefault(" ".join(word.split()), Meaning(code, is_exact))
    return readings


@cache
def _no_symptoms() -> frozenset[str]:
    return frozenset(word.strip() for word in lexicon.NO_SYMPTOMS.split(","))

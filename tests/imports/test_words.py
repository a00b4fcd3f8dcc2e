"""Words of diaries find their place in the vocabulary, in five languages."""

import pytest

from journal.analytics.vocabulary import Quality, Region, Technique
from journal.imports import lexicon
from journal.imports.words import KEEP, LEAVE_OUT, guess_place, guess_quality, guess_side, guess_technique, is_meaning


@pytest.mark.parametrize(
    ("word", "code", "exact"),
    [
        ("Low back", "lower_back", True),
        ("Lower back", "lower_back", True),
        ("LOWER-BACK pain", "lower_back", True),
        ("Back pain", "lower_back", False),
        ("back of the hand", KEEP, True),
        ("upper back", KEEP, True),
        ("mid back", KEEP, True),
        ("Gastrocnemius", "calf", True),
        ("Under the foot", "sole", True),
        ("Knees", "knee_back", False),
        ("Knee Pain", "knee_back", False),
        ("left buttock", "buttock.left", True),
        ("Hip", "hip", True),
        ("Bellow Ankle", "ankle", False),
        ("Toes", "toes", True),
        ("right big toe", "big_toe.right", True),
        ("outer thigh (left)", "thigh_outer.left", True),
        ("Quadricepts", "thigh_front", True),
        ("both calves", "calf", False),
        ("left and right calf", "calf", False),
        ("centre calf", "calf", False),
        ("unterer Rücken", "lower_back", True),
        ("linke Wade", "calf.left", True),
        ("Gesäß rechts", "buttock.right", True),
        ("bas du dos", "lower_back", True),
        ("fesse gauche", "buttock.left", True),
        ("cuisse droite", "thigh_back.right", False),
        ("nalga izquierda", "buttock.left", True),
        ("linkerbil", KEEP, True),
        ("bil links", "buttock.left", True),
        ("onderrug", "lower_back", True),
        ("Hands And Fingers", KEEP, True),
        ("Forehead and Eyes", KEEP, True),
        ("happiness", LEAVE_OUT, True),
        ("", KEEP, True),
        ("???", KEEP, True),
    ],
)
def test_it_knows_places(word: str, code: str, exact: bool) -> None:
    assert guess_place(word) == (code, exact)


@pytest.mark.parametrize(
    ("word", "code", "exact"),
    [
        ("burning", "burning", True),
        ("Pins & needles", "tingling", True),
        ("electric shocks down the leg", "shock", False),
        ("Ameisenlaufen", "tingling", True),
        ("brûlure", "burning", True),
        ("punzante", "sharp", True),
        ("zeurend", "ache", True),
        ("burning, tingling", "burning", False),
        ("purple", KEEP, True),
    ],
)
def test_it_knows_qualities(word: str, code: str, exact: bool) -> None:
    assert guess_quality(word) == (code, exact)


@pytest.mark.parametrize(
    ("word", "code", "exact"),
    [
        ("L", "left", True),
        ("rechts", "right", True),
        ("Right Mostly", "right", False),
        ("gauche", "left", True),
        ("both", KEEP, True),
        ("left/right", KEEP, True),
    ],
)
def test_it_knows_sides(word: str, code: str, exact: bool) -> None:
    assert guess_side(word) == (code, exact)


def test_it_knows_techniques() -> None:
    assert guess_technique("Deep Tissue") == ("deep_tissue", True)
    assert guess_technique("Thaimassage") == ("thai", True)
    assert guess_technique("massage with hot stones") == ("hot_stone", False)
    assert guess_technique("Road Bike") == (KEEP, True)


@pytest.mark.parametrize(
    ("entries", "vocabulary"),
    [(lexicon.PLACES, Region), (lexicon.QUALITIES, Quality), (lexicon.TECHNIQUES, Technique)],
)
def test_every_code_of_the_vocabulary_has_words_and_no_word_has_two_codes(
    entries: dict[str, str], vocabulary: type[Region | Quality | Technique]
) -> None:
    assert set(entries) == {member.value for member in vocabulary}
    words = [" ".join(word.split()) for text in entries.values() for word in text.replace("~", ",").split(",")]
    assert sorted(words) == sorted(set(words))


def test_meanings_are_checked_against_the_role() -> None:
    assert is_meaning("place", "calf.left")
    assert is_meaning("sort", LEAVE_OUT)
    assert not is_meaning("place", "calf.centre")
    assert not is_meaning("quality", "calf")
    assert not is_meaning("side", LEAVE_OUT)
    assert not is_meaning("sort", "calf")

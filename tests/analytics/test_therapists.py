"""How names are made alike for searching, in every script; what listings are ordered by."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.analytics.therapists import (
    PLACE_MARK,
    listing_licence_key,
    listing_name_key,
    plain_words,
    review_rank,
    search_text,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dr. Zoë Müller-Groß", ["dr", "zoe", "muller", "gross"]),
        ("ÅNGSTRÖM", ["angstrom"]),
        ("Łukasz Østergård", ["lukasz", "ostergard"]),
        ("Seán O’Brien", ["sean", "obrien"]),
        ("İstanbul ISPARTA", ["istanbul", "isparta"]),
        ("Ёлка Йод", ["елка", "иод"]),
        ("Γιώργος ΓΙΩΡΓΟΣ", ["γιωργοσ", "γιωργοσ"]),
        ("أحمد محمود", ["أحمد", "محمود"]),
        ("क्षिति शर्मा", ["क्षिति", "शर्मा"]),
        ("김 민준", ["김", "민준"]),
        ("東京 ガ", ["東", "京", "ガ"]),
        ("Ｗｉｄｅ １２", ["wide", "12"]),
        ("Zoe\u0308", ["zoe"]),
        ("--- !!! '", []),
        ("", []),
    ],
)
def test_words_are_compared_without_case_accents_and_signs(text: str, words: list[str]) -> None:
    assert plain_words(text) == words


@given(st.text(max_size=60))
@settings(max_examples=30)
def test_words_hold_nothing_that_means_something_to_a_search(text: str) -> None:
    for word in plain_words(text):
        assert word
        assert not set(word) & set(" '\"@:*&|!()\\%\t\n")


@given(st.text(max_size=40))
@settings(max_examples=30)
def test_upper_and_lower_case_find_the_same(text: str) -> None:
    assert plain_words(" ".join(plain_words(text))) == plain_words(text)


def test_the_order_of_a_name_does_not_count() -> None:
    assert listing_name_key("Lang, Vera") == listing_name_key("vera LANG")


def test_a_licence_number_is_read_without_its_signs() -> None:
    assert listing_licence_key("LMT-0012 34") == listing_licence_key("lmt001234") == "lmt001234"


def test_words_of_the_place_are_marked_a_second_time() -> None:
    text = search_text(names=("Vera Lang", "Lang & Co"), places=("Leeds", "LS1 4AB"))

    assert text == "vera lang co leeds ls1 4ab @leeds @ls1 @4ab"
    assert PLACE_MARK == "@"


def test_few_reviews_count_as_none() -> None:
    assert review_rank(count=0, mean=None) == review_rank(count=2, mean=5) == review_rank(count=2, mean=1) == 3000


def test_many_good_reviews_come_before_a_few_better_ones_and_bad_ones_come_last() -> None:
    many, few, none, bad = ((30, 4.6), (3, 5), (0, None), (10, 1.5))
    ranks = [review_rank(count=count, mean=mean) for count, mean in (many, few, none, bad)]

    assert ranks == sorted(ranks, reverse=True)
    assert len(set(ranks)) == 4

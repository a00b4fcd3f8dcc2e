"""The beginning of a long note, and its rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analytics.long_notes import split_note


@pytest.mark.parametrize("note", ["", "short", "a" * 125])
def test_a_note_that_is_hardly_too_long_stays_whole(note: str) -> None:
    assert split_note(note, length=100) == (note, "")


def test_a_long_note_is_parted_between_words() -> None:
    first, rest = split_note("word " * 100, length=102)
    assert first == "word " * 19 + "word"
    assert rest == "word " * 80


@pytest.mark.parametrize(
    "letter", ["e\N{COMBINING ACUTE ACCENT}", "👩\N{ZERO WIDTH JOINER}🌾", "☀\N{VARIATION SELECTOR-16}"]
)
def test_a_note_without_spaces_is_never_parted_within_a_letter(letter: str) -> None:
    for length in (100, 101, 102):
        first, rest = split_note(letter * 100, length=length)
        assert len(first) in range(length - 3, length + 1)
        assert first == letter * (len(first) // len(letter))
        assert first + rest == letter * 100


@given(st.text(max_size=300), st.integers(4, 100))
def test_a_parted_note_loses_nothing_but_the_space_between(note: str, length: int) -> None:
    first, rest = split_note(note, length=length)
    assert note.startswith(first)
    assert note.endswith(rest)
    assert not note[len(first) : len(note) - len(rest)].strip()

"""Text fields: every script and every emoji, no character that no screen shows."""

import unicodedata

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from journal.forms.plain_text import PlainTextField

CONTROLS = [chr(code) for code in (*range(32), *range(0x7F, 0xA0))]
any_text = st.text(st.characters(exclude_categories=["Cc", "Cs"]))


@given(text=any_text)
def test_any_text_is_kept_but_for_space_around_it(text: str) -> None:
    assert PlainTextField(rows=3).clean(text) == text.strip()
    assert PlainTextField().clean(text) == text.strip()


@pytest.mark.parametrize("typed", ["One.\r\nTwo.", "One.\rTwo.", "One.\nTwo."])
def test_line_breaks_are_the_same_from_every_browser(typed: str) -> None:
    assert PlainTextField(rows=3).clean(typed) == "One.\nTwo."


@pytest.mark.parametrize("control", sorted(set(CONTROLS) - set("\n\r\t")), ids=ascii)
def test_a_control_character_is_refused_with_where_it_stands(control: str) -> None:
    assert unicodedata.category(control) == "Cc"
    for field in (PlainTextField(rows=3), PlainTextField()):
        with pytest.raises(ValidationError, match="invisible character after “It hurts”"):
            field.clean(f"It hurts{control}today.")


@pytest.mark.parametrize("control", ["\n", "\r\n", "\t"])
def test_a_single_line_has_no_line_breaks_and_tabs(control: str) -> None:
    with pytest.raises(ValidationError, match="invisible character after “Vera”"):
        PlainTextField().clean(f"Vera{control}Lang")


def test_the_place_is_named_by_the_words_just_before() -> None:
    with pytest.raises(ValidationError, match="after “the long one”"):
        PlainTextField(rows=3).clean("All morning, the long one\x00 and more.")
    with pytest.raises(ValidationError, match="at the beginning"):
        PlainTextField(rows=3).clean("\x00All morning.")


@pytest.mark.parametrize(("length", "fits"), [(20_000, True), (20_001, False), (100_000, False)])
def test_a_note_has_room_for_twenty_thousand_characters(length: int, fits: bool) -> None:
    field = PlainTextField(rows=3)
    text = "é" * length
    if fits:
        assert field.clean(text) == text
        return
    with pytest.raises(ValidationError) as refused:
        field.clean(text)
    assert refused.value.messages == [
        f"This is {length:,} characters long; up to 20,000 fit. Shorten it, or split it in two."
    ]


def test_nothing_typed_is_an_empty_text() -> None:
    assert PlainTextField(rows=3).clean(None) == ""
    assert PlainTextField().clean("   ") == ""


def test_the_browser_gets_no_limit_of_its_own_which_would_cut_silently() -> None:
    assert "maxlength" not in PlainTextField(max_length=120).widget.attrs


@pytest.mark.parametrize("text", ["\n\nTwo empty lines first.", "</textarea><script>", "a & b < c"])
def test_a_browser_shows_it_as_it_is(text: str) -> None:
    drawn = PlainTextField(rows=3).widget.render("note", text)

    assert 'name="note"' in drawn
    inside = drawn.partition(">")[2].removesuffix("</textarea>")
    assert inside.startswith("\n")
    assert "<" not in inside

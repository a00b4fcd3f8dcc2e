"""The pain scale."""

from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from journal.forms.scale import ScaleField, ScaleListWidget, scale_code, steps_with
from tests.views.page_form import PageForm

ELEVEN = [str(number) for number in range(11)]


class RatedForm(forms.Form):
    pain = ScaleField()
    after = ScaleField(required=False)
    own = ScaleField(required=False, widget=ScaleListWidget(unsaid="As above"))


def shown(data: dict[str, str] | None = None, **initial: Any) -> PageForm:
    form = RatedForm(data, initial=initial)
    return PageForm('<form class="log">' + "".join(str(form[name]) for name in form.fields) + "</form>")


def test_it_has_eleven_buttons_with_words_at_some() -> None:
    html = str(RatedForm()["pain"])

    assert shown().offered["pain"] == ELEVEN
    assert html.count('class="scale-step"') == html.count("data-intensity=") == 11
    assert html.count('class="scale-word"') == 5


def test_every_button_has_its_label() -> None:
    html = str(RatedForm()["pain"])

    for number in ELEVEN:
        assert f'id="id_pain_{number}"' in html
        assert f'<label for="id_pain_{number}"><span class="scale-number">{number}</span>' in html


@given(rating=st.floats(0, 10) | st.integers(0, 10))
def test_any_stored_rating_comes_back_to_the_last_digit(rating: float) -> None:
    page = shown(pain=rating, after=rating, own=rating)

    for name in ("pain", "after", "own"):
        assert float(page.value(name)) == rating
        assert ScaleField().clean(page.value(name)) == rating


def test_a_rating_between_two_buttons_gets_one_of_its_own_in_its_place() -> None:
    assert steps_with(16 / 3) == (
        *((number, number) for number in ELEVEN[:6]),
        ("5.333333333333333", "5.3"),
        *((number, number) for number in ELEVEN[6:]),
    )
    assert 'data-intensity="5"' in str(RatedForm(initial={"pain": 16 / 3})["pain"])


@pytest.mark.parametrize("sent", ["5.7", "6", "6.0", " 6 "])
def test_what_was_sent_stays_chosen(sent: str) -> None:
    page = shown({"pain": sent, "after": sent, "own": sent})

    assert [float(page.value(name)) for name in ("pain", "after", "own")] == [float(sent)] * 3


@pytest.mark.parametrize("sent", ["11", "-1", "nan", "inf", "six", '"><script>', ""])
def test_what_is_no_rating_is_not_shown_as_one(sent: str) -> None:
    page = shown({"pain": sent, "after": sent, "own": sent})

    assert [page.value(name) for name in ("pain", "after", "own")] == ["", "", ""]
    assert page.offered["pain"] == ELEVEN


@pytest.mark.parametrize("sent", ["11", "-0.1", "10.0001", "nan", "inf", "six", "5,7"])
def test_nothing_off_the_scale_is_taken(sent: str) -> None:
    with pytest.raises(ValidationError, match="Choose a number from 0 to 10"):
        ScaleField().clean(sent)


def test_a_rating_that_need_not_be_said_can_be_taken_back_once_it_is() -> None:
    assert shown(after=4).offered["after"] == [*ELEVEN, ""]
    assert shown(pain=4).offered["pain"] == ELEVEN
    assert shown().offered["after"] == ELEVEN


def test_the_list_begins_with_what_it_means_to_say_nothing() -> None:
    assert str(RatedForm()["own"]).index("As above") < str(RatedForm()["own"]).index(">0<")
    assert shown().offered["own"] == ["", *ELEVEN]


@pytest.mark.parametrize(("rating", "code"), [(6, "6"), (6.0, "6"), (5.7, "5.7"), (0, "0"), (10.0, "10")])
def test_codes_are_as_short_as_can_be(rating: float, code: str) -> None:
    assert scale_code(rating) == code

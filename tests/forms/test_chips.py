"""Chips, lists and places to tap."""

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from journal.analytics.vocabulary import Region, place_from_code, places_to_choose, sides_of
from journal.forms.chips import ChipField, ChipsField, ListWidget, PlacesField
from tests.views.page_form import PageForm

WORDS = [("a", "Apple"), ("b", "Bread & butter"), ("c", "<Cake>")]


def drawn(field: forms.Field, value: Any = None) -> str:
    widget: Any = field.widget
    return str(widget.render("f", value, {"id": "id_f"}))


def tapped(field: forms.Field, value: Any = None) -> PageForm:
    """What a browser holds of the field."""
    return PageForm(f'<form class="log">{drawn(field, value)}</form>')


def chips(used_last: Sequence[str] = ()) -> ChipsField:
    return ChipsField(label="", words=WORDS, used_last=lambda: used_last)


def places(used_last: Sequence[str] = ()) -> PlacesField:
    return PlacesField(label="", used_last=lambda: used_last)


class TestChips:
    @given(codes=st.sets(st.sampled_from("abc")))
    def test_what_is_chosen_comes_back(self, codes: set[str]) -> None:
        page = tapped(chips(), sorted(codes))

        assert page.fields.get("f", []) == sorted(codes)
        assert chips().clean(page.fields.get("f")) == sorted(codes)

    def test_those_used_last_come_first_and_the_others_keep_their_order(self) -> None:
        assert tapped(chips(["c", "gone"])).offered["f"] == ["c", "a", "b"]

    def test_each_has_a_label_of_its_own_and_markup_is_text(self) -> None:
        html = drawn(chips(), None)

        for code, words in (("a", "Apple"), ("b", "Bread &amp; butter"), ("c", "&lt;Cake&gt;")):
            assert f'id="id_f_{code}"' in html
            assert f'<label for="id_f_{code}">{words}</label>' in html

    @pytest.mark.parametrize("sent", [["a", "x"], ["<script>"], ["a\x00"], ["A"], [""]])
    def test_what_is_not_offered_is_refused_without_repeating_it(self, sent: list[str]) -> None:
        with pytest.raises(ValidationError) as refused:
            chips().clean(sent)
        assert refused.value.messages == ["This page does not offer that answer. Choose from what is shown here."]

    def test_what_was_sent_wrong_marks_nothing_else(self) -> None:
        assert tapped(chips(), ["x", '" checked', "a"]).fields["f"] == ["a"]


class TestOneChip:
    @pytest.mark.parametrize("value", ["", "a", "b", "c"])
    def test_exactly_one_is_chosen(self, value: str) -> None:
        assert tapped(ChipField(choices=WORDS), value).fields["f"] == [value]

    def test_at_first_it_is_not_said(self) -> None:
        assert tapped(ChipField(choices=WORDS)).fields["f"] == [""]

    def test_a_list_of_groups_names_them(self) -> None:
        field = forms.ChoiceField(
            choices=[("", "Any"), ("A & B", [("b", "<Bath>")]), ("Other", [("u", "U")])], widget=ListWidget
        )

        assert (
            '<option value="">Any</option><optgroup label="A &amp; B">'
            '<option value="b" selected>&lt;Bath&gt;</option></optgroup><optgroup label="Other">'
        ) in drawn(field, "b")
        assert tapped(field, "b").fields == {"f": ["b"]}

    def test_the_list_does_the_same(self) -> None:
        field = ChipField(choices=WORDS, widget=ListWidget(attrs={"class": "form-select"}))

        assert tapped(field, "b").fields["f"] == ["b"]
        assert tapped(field).offered["f"] == ["", "a", "b", "c"]
        assert '<select class="form-select" id="id_f" name="f">' in drawn(field, None)

    def test_of_several_values_only_the_offered_ones_are_clean(self) -> None:
        with pytest.raises(ValidationError, match="does not offer that answer"):
            ChipField(choices=WORDS).clean("x")


class TestPlaces:
    @given(chosen=st.sets(st.sampled_from([*places_to_choose(), *map(place_from_code, Region)])))
    def test_what_is_chosen_comes_back_with_and_without_its_side(self, chosen: set[Any]) -> None:
        sent = tapped(places(), [place.code for place in chosen]).fields.get("f", [])

        assert sorted(sent) == sorted(place.code for place in chosen)
        assert set(places().clean(sent)) == chosen

    def test_every_place_is_offered_once_and_none_without_its_side(self) -> None:
        offered = tapped(places()).offered["f"]

        assert sorted(offered) == sorted(place.code for place in places_to_choose())

    def test_a_place_whose_side_nobody_said_is_offered_only_where_it_is_chosen(self) -> None:
        html = drawn(places(), ["calf", "saddle"])

        assert html.count("Side not said") == 1
        assert 'value="calf" checked' in html

    def test_the_regions_used_last_come_first_and_each_has_a_row(self) -> None:
        regions = re.findall(r'value="([a-z_]+)\.left"', drawn(places(["toes", "groin", "shin"]), None))

        assert regions[:4] == ["toes", "groin", "shin", "lower_back"]
        assert sorted(regions) == sorted(region.value for region in Region if sides_of(region))

    @pytest.mark.parametrize(
        ("sent", "shown"), [({}, "picture"), ({"f-as": "list"}, "list"), ({"f-as": "x"}, "picture")]
    )
    def test_the_picture_is_shown_unless_the_list_was_asked_for(self, sent: dict[str, str], shown: str) -> None:
        field = places()
        field.widget.value_from_datadict(QueryDict(urlencode(sent)), {}, "f")

        assert re.findall(r'name="f-as" value="(\w+)" id="\w+" checked', drawn(field, None)) == [shown]

    def test_each_box_is_named_with_its_region_and_has_an_id_of_its_own(self) -> None:
        html = drawn(places(), None)
        boxes = re.findall(r'type="checkbox" name="f" value="[^"]+" id="([^"]+)"', html)
        ids = re.findall(r' id="([^"]+)"', html)

        assert (
            '<label for="id_f_calf_left"><span><span>Calf<span>, </span></span><span>Left</span></span></label>' in html
        )
        assert len(boxes) == len(places_to_choose())
        assert len(ids) == len(set(ids))

    @pytest.mark.parametrize("code", ["moon", "calf.centre", "calf.", ".left", "saddle.left", "calf.left\x00", "CALF"])
    def test_what_is_no_place_is_refused(self, code: str) -> None:
        with pytest.raises(ValidationError, match="does not offer that answer"):
            places().clean(["calf.left", code])

    def test_the_spine_has_a_centre_and_the_saddle_no_side(self) -> None:
        offered = tapped(places()).offered["f"]

        assert {"lower_back.centre", "sacrum.centre", "saddle"} <= set(offered)
        assert [region for region in Region if not sides_of(region)] == [Region.SADDLE]


@pytest.mark.parametrize("debug", [False, True])
def test_what_is_kept_and_what_is_drawn_anew_look_the_same(settings: Settings, debug: bool) -> None:
    shown = drawn(places(["toes"]), ["toes.left"])
    settings.DEBUG = debug

    assert drawn(places(["toes"]), ["toes.left"]) == shown
    assert "toes_left" in shown
    assert re.findall(r'value="(\S+)"[^>]* checked', shown) == ["picture", "toes.left"]
    assert re.findall(r'value="(\S+)"[^>]* checked', drawn(places(["toes"]), [])) == ["picture"]

"""The mapping in its JSON form, as the page keeps it and the command takes it."""

import json
from pathlib import Path
from typing import Any

import pytest

from journal.imports.mapping import Mapping, MappingError, Role, Use, mapping_as_json, mapping_from_json
from journal.imports.table import read_table
from tests.imports.reading import guess

DIARY = "date,pain,where,side\n2020-01-31,4,Calf,left\n"


def from_json(said: object) -> Mapping:
    return mapping_from_json(said, table=read_table(DIARY.encode()), guess=guess(DIARY))


def test_it_survives_json() -> None:
    mapping = from_json({"words": {"place": {"Calf": "hip.left"}}, "no_pain": 1})
    assert from_json(json.loads(json.dumps(mapping_as_json(mapping)))) == mapping


def test_columns_are_named_by_number_or_header() -> None:
    mapping = from_json(
        {"columns": {"1": "date", "Pain": {"use": "intensity"}, "where": {"use": "place", "as_above": True}}}
    )
    assert mapping.columns == {0: Use(Role.DATE), 1: Use(Role.INTENSITY), 2: Use(Role.PLACE, as_above=True)}


def test_what_is_missing_is_guessed() -> None:
    assert from_json({}) == guess(DIARY)


def test_a_word_counts_in_every_way_of_writing_it() -> None:
    mapping = from_json({"words": {"place": {"LOWER-leg": "calf"}}})
    assert mapping.meaning(Role.PLACE, "lower leg") == ("calf", False)
    assert mapping.meaning(Role.PLACE, "hip") == ("hip", True)


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ([], ""),
        ({"colums": {}}, "colums"),
        ({"kind": "sleep"}, "kind"),
        ({"header_line": 7}, "header_line"),
        ({"header_line": "1"}, "header_line"),
        ({"date_order": "ydm"}, "date_order"),
        ({"no_pain": "none"}, "no_pain"),
        ({"worst_pain": float("nan")}, "worst_pain"),
        ({"worst_pain": True}, "worst_pain"),
        ({"columns": []}, "columns"),
        ({"columns": {"9": "date"}}, "columns"),
        ({"columns": {"0": "date"}}, "columns"),
        ({"columns": {"9" * 5000: "date"}}, "columns"),
        ({"columns": {"nowhere": "date"}}, "columns"),
        ({"columns": {"1": 3}}, "1"),
        ({"columns": {"1": {"use": "date", "as_above": "yes"}}}, "1"),
        ({"columns": {"1": "minutes"}}, "1"),
        ({"columns": {"1": "height"}}, "1"),
        ({"words": []}, "words"),
        ({"words": {"note": {}}}, "words"),
        ({"words": {"place": []}}, "words"),
        ({"words": {"place": {"Calf": "elbow"}}}, "words.place"),
    ],
)
def test_what_cannot_be_used_is_refused_where_it_stands(said: object, at: str) -> None:
    with pytest.raises(MappingError) as caught:
        from_json(said)
    assert caught.value.at == at


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ({"columns": {"2": "intensity"}}, "columns"),
        ({"columns": {"1": "date"}}, "columns"),
        ({"columns": {"1": "year", "2": "intensity", "3": "day"}}, "columns"),
        ({"columns": {"1": "date", "2": "intensity", "3": "intensity"}}, "3"),
        ({"no_pain": 10}, "worst_pain"),
    ],
)
def test_what_cannot_give_records_is_refused(said: dict[str, Any], at: str) -> None:
    with pytest.raises(MappingError) as caught:
        from_json(said).checked()
    assert caught.value.at == at


def test_several_columns_may_be_notes() -> None:
    from_json({"columns": {"1": "date", "2": "intensity", "3": "note", "4": "note"}}).checked()


def test_the_map_in_the_documentation_can_be_read() -> None:
    text = (Path(__file__).parents[2] / "docs" / "operations.md").read_text("utf-8")
    example = text[text.index('    {"kind"') : text.index("\n\nColumns go by number")]
    diary = "No value = as above\nyear,month,day,region,side,intensity\n2020,1,31,Knees,left,4\n"

    mapping = mapping_from_json(json.loads(example), table=read_table(diary.encode()), guess=guess(diary))

    assert mapping.checked().column_of(Role.PLACE) == 3
    assert mapping.meaning(Role.PLACE, "mood").code == "leave_out"
    assert all(f" {role}," in text.replace("\n", " ") or f" {role}." in text for role in Role)

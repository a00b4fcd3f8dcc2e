"""When two names are the same one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.analytics.names import name_key, tidy_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vera Lang", "vera  lang"),
        ("Vera Lang", " VERA\tLANG "),
        ("Weiß", "WEISS"),
        ("Ольга", "ОЛЬГА"),
        ("山田 花子", "山田\u3000花子"),
        ("Ｖｅｒａ", "vera"),
        ("José", "Jose\u0301"),
    ],
)
def test_spaces_letters_cases_and_widths_tell_no_names_apart(one: str, other: str) -> None:
    assert name_key(one) == name_key(other) != ""


@pytest.mark.parametrize(("one", "other"), [("Vera Lang", "Vera L."), ("Jose", "José"), ("李", "季"), ("Kim", "Kim 2")])
def test_other_names_are_others(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_nothing_but_space_is_no_name() -> None:
    assert (name_key(" \u3000\t"), tidy_name(" \u3000\t")) == ("", "")


@given(st.text(max_size=120))
@settings(max_examples=30)
def test_a_key_fits_its_column_and_is_its_own_key(name: str) -> None:
    key = name_key(name)

    assert len(key) <= 360
    assert name_key(tidy_name(name)) == key


def test_the_longest_name_fits_however_it_grows() -> None:
    assert len(name_key("\ufdfa" * 120)) <= 360

"""What a filter finds in the journal."""

import datetime as dt
from typing import Any

import pytest

from journal.analytics.journal_filter import JournalFilter
from journal.analytics.records import Area, Feeling, PainContent
from journal.analytics.vocabulary import Quality, Region
from journal.models import User
from journal.queries.journal import PAGE_LENGTH, JournalRow, journal_page
from tests.cast import day_log, diary, flare, massage, medicine, pain

MONDAY = dt.date(2026, 3, 2)
TUESDAY = dt.date(2026, 3, 3)


def found(user: User, **wanted: Any) -> list[JournalRow]:
    page = journal_page(user=user, wanted=JournalFilter(**wanted))
    return [row for day in page.days for row in day.rows]


def kinds(user: User, **wanted: Any) -> list[str]:
    """What a filter finds, newest first: `pain`, `flare start` and so on."""
    return [f"{row.kind} {row.part}".strip() for row in found(user, **wanted)]


def notes(user: User, **wanted: Any) -> list[str]:
    return [row.content.note for row in found(user, **wanted)]


@pytest.mark.parametrize("kind", ["pain", "massage", "day", "medicine"])
def test_one_kind_alone(ana: User, kind: str) -> None:
    day_log(ana, on=MONDAY)
    medicine(ana, on=MONDAY)
    pain(ana, on=MONDAY)
    massage(ana, on=MONDAY)
    flare(ana, on=MONDAY)
    assert kinds(ana, kind=kind) == [kind]


def test_flare_ups_alone(ana: User) -> None:
    pain(ana, on=MONDAY)
    flare(ana, on=MONDAY, until=TUESDAY)
    assert kinds(ana, kind="flare") == ["flare end", "flare start"]


def test_a_region_finds_pain_and_massage_there(ana: User) -> None:
    pain(ana, on=MONDAY, feelings=[Feeling(region="calf", side="left"), Feeling(region="calf", side="right")])
    pain(ana, on=MONDAY, feelings=[Feeling(region="heel", side="left")])
    massage(ana, on=MONDAY, areas=(Area(region="calf", side="left"),))
    massage(ana, on=MONDAY, areas=(Area(region="buttock", side="left"),))
    flare(ana, on=MONDAY)
    assert kinds(ana, region=Region.CALF) == ["massage", "pain"]


def test_words_are_found_in_days_and_in_the_names_of_medicines(ana: User) -> None:
    day_log(ana, on=MONDAY, note="A long DRIVE.")
    day_log(ana, on=TUESDAY, stress=1)
    medicine(ana, on=MONDAY, name="Drivex")
    medicine(ana, on=MONDAY, note="Before the drive.")
    medicine(ana, on=MONDAY)
    assert kinds(ana, text="drive") == ["day", "medicine", "medicine"]
    assert kinds(ana, text="drive", region=Region.CALF) == []


def test_a_quality_finds_pain_only(ana: User) -> None:
    pain(ana, 3, on=MONDAY, feelings=[Feeling(quality="burning")])
    pain(ana, 4, on=MONDAY, feelings=[Feeling(quality="ache")])
    massage(ana, on=MONDAY)
    flare(ana, on=MONDAY)
    (row,) = found(ana, quality=Quality.BURNING)
    assert isinstance(row.content, PainContent)
    assert row.content.intensity == 3


def test_a_quality_and_a_region_have_to_be_felt_together(ana: User) -> None:
    here = [Feeling(quality="burning", region="calf", side="left")]
    elsewhere = [Feeling(quality="burning", region="heel", side="left"), Feeling(quality="ache", region="calf")]
    pain(ana, on=MONDAY, note="here", feelings=here)
    pain(ana, on=MONDAY, note="elsewhere", feelings=elsewhere)
    assert notes(ana, quality=Quality.BURNING, region=Region.CALF) == ["here"]


def test_text_is_found_in_notes_and_therapists_names(ana: User) -> None:
    pain(ana, on=MONDAY, note="Anna drove.")
    massage(ana, on=MONDAY, therapist_name="Joanna Weiß")
    flare(ana, on=MONDAY, note="Carried boxes for anna")
    pain(ana, on=MONDAY, note="Alone.")
    assert kinds(ana, text="anna") == ["massage", "flare start", "pain"]


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("Сидел весь день", "СИДЕЛ"),
        ("SEHR MÜDE", "müde"),
        ("朝から足が痛い", "足が"),
        ("100% sure", "0% s"),
        ("snake_case", "E_C"),
        ("a\\b", "A\\B"),
        ("(it hurts?)", "(IT HURTS?)"),
        ("it hurts. [x] {2} ^$|+*", ". [X] {2} ^$|+*"),
        ("it's “quoted”", "IT'S “QUOTED”"),
        ("first\nsecond", "first\nsecond"),
    ],
)
def test_text_is_found_literally_whatever_its_case_and_script(ana: User, note: str, text: str) -> None:
    pain(ana, on=MONDAY, note=note)
    assert notes(ana, text=text) == [note]


@pytest.mark.parametrize("text", ["%", "_", ".", ".*", "a|b", "\\d", "(", "[a-z]", "***="])
def test_signs_that_mean_something_to_databases_mean_only_themselves(ana: User, text: str) -> None:
    pain(ana, on=MONDAY, note="Nothing of that kind 1")
    assert notes(ana, text=text) == []


def test_a_period_includes_both_its_days_and_looks_at_where_a_row_stands(ana: User) -> None:
    for day in range(1, 6):
        pain(ana, on=dt.date(2026, 3, day), note=str(day))
    flare(ana, on=dt.date(2026, 3, 1), until=dt.date(2026, 3, 3), note="flare")

    assert notes(ana, first=MONDAY, last=dt.date(2026, 3, 4)) == ["4", "flare", "3", "2"]
    assert notes(ana, first=dt.date(2026, 3, 5)) == ["5"]
    assert notes(ana, last=dt.date(2026, 3, 1)) == ["flare", "1"]


def test_pages_of_a_filter_show_each_match_once(ana: User) -> None:
    diary(ana, days=900, until=TUESDAY)
    wanted = JournalFilter(kind="pain", text="CAR")
    page = journal_page(user=ana, wanted=wanted)
    seen = [row for day in page.days for row in day.rows]
    while page.older:
        page = journal_page(user=ana, wanted=wanted, before=page.older)
        seen += [row for day in page.days for row in day.rows]

    assert len(seen) == len({row.uid for row in seen}) > PAGE_LENGTH
    assert all("car" in row.content.note for row in seen)

"""Flaredown's exports: readings about sciatica become pain, massages among the treatments sessions."""

from typing import Any

import pytest

from journal.analytics.records import Feeling, MassageContent, PainContent
from journal.imports.files import first_mapping, open_file
from journal.imports.mapping import Kind, mapping_as_json, mapping_from_json
from journal.imports.rows import Reading, read_rows
from journal.imports.table import MOST_ROWS, UnreadableFileError
from tests.imports.reading import NOW

HEADER = "user_id,age,sex,country,checkin_date,trackable_id,trackable_type,trackable_name,trackable_value\n"
WHO = "QEVuQw==,44,female,DE"
LONG = HEADER + "".join(
    f"{WHO},{row}\n"
    for row in (
        "2015-11-26,1069,Condition,Sciatica,3",
        "2015-11-26,123,Symptom,Tingling,1",
        "2015-11-26,124,Symptom,left calf,4",
        "2015-11-26,152,Symptom,Nausea,2",
        "2015-11-26,9890,Treatment,Zofran,8.0 mg",
        "2015-11-26,9891,Treatment,Deep tissue massage,45 min",
        "2015-11-26,1,Tag,stressed,",
        "2015-11-26,2,Tag,long drive,",
        "2015-11-26,9363,Weather,icon,rain",
        "2015-11-27,1069,Condition,Sciatica,0",
    )
)
WIDE = """Date,Sciatica,Tingling,left calf,Nausea,Zofran,Deep tissue massage,Tags,Foods
2015-11-26,3,1,4,2,8.0 mg,45 min,stressed; long drive,bread
2015-11-27,0,,,,,,,
"""


def read(content: str, kind: Kind = Kind.PAIN, **said: Any) -> Reading:
    table = open_file(content.encode())
    mapping = mapping_from_json(said, table=table, guess=first_mapping(table, today=NOW.date(), kind=kind))
    kept = mapping_from_json(mapping_as_json(mapping), table=table, guess=mapping)
    return read_rows(table=table, mapping=kept, tz="Europe/Berlin", day_starts_at=0, now=NOW)


def contents(reading: Reading) -> list[PainContent | MassageContent]:
    return [row.content for row in reading.ready]


@pytest.mark.parametrize("content", [LONG, WIDE], ids=["long", "wide"])
def test_ratings_are_stretched_and_other_names_left_out(content: str) -> None:
    reading = read(content)

    tags = "tags: stressed, long drive"
    assert contents(reading) == [
        PainContent(intensity=7.5, note=f"Sciatica; {tags}"),
        PainContent(intensity=2.5, note=f"Tingling; {tags}", feelings=(Feeling(quality="tingling"),)),
        PainContent(intensity=10, note=tags, feelings=(Feeling(region="calf", side="left"),)),
        PainContent(intensity=0, note="Sciatica"),
    ]
    assert not any(row.moment.time_known for row in reading.ready)
    assert reading.problems == ()


def test_every_row_of_the_file_is_accounted_for() -> None:
    reading = read(LONG)

    assert (reading.rows, len(reading.left_out)) == (10, 6)


@pytest.mark.parametrize("content", [LONG, WIDE], ids=["long", "wide"])
def test_massages_among_the_treatments_become_sessions(content: str) -> None:
    note = "tags: stressed, long drive"

    assert contents(read(content, Kind.MASSAGE)) == [MassageContent(technique="deep_tissue", minutes=45, note=note)]


def test_a_name_that_is_left_out_can_be_chosen() -> None:
    reading = read(LONG, words={"place": {"Nausea": "keep", "Sciatica": "buttock.left"}})

    said = contents(reading)
    assert PainContent(intensity=5, note="Nausea; tags: stressed, long drive") in said
    assert Feeling(region="buttock", side="left") in said[0].feelings  # type: ignore[union-attr]


def test_a_later_copy_and_the_other_export_say_the_same_readings() -> None:
    older = read(LONG)
    later = read(LONG.replace(",44,", ",45,").replace("Tag,stressed", "Tag,tired"))

    assert [row.uid for row in later.ready] == [row.uid for row in older.ready]
    assert [row.uid for row in read(WIDE).ready] == [row.uid for row in older.ready]


def test_the_diaries_of_several_people_are_refused() -> None:
    with pytest.raises(UnreadableFileError, match="several people"):
        open_file((LONG + "somebody,30,male,US,2016-01-01,1,Symptom,Sciatica,2\n").encode())


def test_a_thousand_broken_rows_are_problems_and_the_good_one_is_read() -> None:
    broken = (
        "2015-13-45,1,Symptom,Sciatica,3",
        "2015-11-26,1,Symptom,Sciatica,9",
        ",1,Symptom,Sciatica,3",
        "2015-11-26,1,Symptom,Sciatica,much",
        "soon,,Symptom,Sciatica",
    )
    rows = "".join(f"{WHO},{broken[number % 5]}\n" for number in range(1000))

    reading = read(HEADER + rows + f"{WHO},2015-11-26,1,Symptom,Sciatica,3\n")

    assert (len(reading.ready), len(reading.problems)) == (1, 1000)
    assert {problem.reason for problem in reading.problems} >= {
        "There is no date",
        "The strength of the pain is not a number",
        "The strength of the pain lies outside the scale of 0 to 4",
    }


def test_a_row_that_is_cut_off_is_a_problem_and_no_error() -> None:
    assert [row.reason for row in read(HEADER + f"{WHO},2015-11-26,1,Symptom,Sciatica\n").problems] == [
        "It does not say how strong the pain was"
    ]


def test_a_wide_export_with_too_many_readings_says_so() -> None:
    columns = 90
    header = ",".join(["Date", *(f"Symptom {number}" for number in range(columns)), "Tags", "Foods"])
    row = "2015-11-26," + "1," * columns + ","

    with pytest.raises(UnreadableFileError, match="readings"):
        open_file("\n".join([header, *[row] * (MOST_ROWS // columns + 1)]).encode())


@pytest.mark.parametrize(
    "content",
    [
        "date,pain\n2020-01-01,3\n",
        "Date,Tags,Foods\n2020-01-01,a,b\n",
        "checkin_date,trackable_name\n2020-01-01,Sciatica\n",
    ],
)
def test_other_tables_are_no_export_of_it(content: str) -> None:
    assert open_file(content.encode()).app == ""


def test_a_header_without_rows_reads_as_nothing() -> None:
    assert read(HEADER).rows == 0

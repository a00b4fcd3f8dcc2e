"""Bearable's export: symptoms about sciatica become pain, massages among the rest sessions."""

import pytest

from journal.analytics.records import Feeling, MassageContent, PainContent
from journal.imports.files import first_mapping, open_file
from journal.imports.mapping import Kind
from journal.imports.rows import Reading, read_rows
from tests.imports.reading import NOW

HEADER = "date,weekday,time of day,category,rating/amount,detail,notes\n"
ROWS = """"8th Dec 2021","Wednesday","mid","Symptom","2","Back (lower) pain (Moderate)",""
"8th Dec 2021","Wednesday","21:40","Symptom","4","Sciatica (Unbearable)","after the drive"
"8th Dec 2021","Wednesday","am","Symptom","1","Headache (Mild)",""
"8th Dec 2021","Wednesday","am","Mood","6","Happy",""
"8th Dec 2021","Wednesday","all day","Factors","","Deep tissue massage",""
"22nd Jan 2022","Saturday","","Symptom","1","Numbness (Mild)",""
"""
LATER = (
    (HEADER + ROWS).replace("weekday", "date formatted,weekday", 1).replace(',"Wednesday"', ',"2021-12-08","Wednesday"')
)
LATER = LATER.replace(',"Saturday"', ',"2022-01-22","Saturday"')


def read(content: str, kind: Kind = Kind.PAIN) -> Reading:
    table = open_file(content.encode())
    mapping = first_mapping(table, today=NOW.date(), kind=kind)
    return read_rows(table=table, mapping=mapping, tz="Europe/Berlin", day_starts_at=0, now=NOW)


@pytest.mark.parametrize("content", [HEADER + ROWS, LATER], ids=["earlier", "later"])
def test_symptoms_about_sciatica_become_pain(content: str) -> None:
    reading = read(content)

    assert [row.content for row in reading.ready] == [
        PainContent(
            intensity=5,
            note="part of the day: mid",
            feelings=(Feeling(region="lower_back"),),
        ),
        PainContent(intensity=10, note="Sciatica; notes: after the drive"),
        PainContent(intensity=2.5, note="Numbness", feelings=(Feeling(quality="numbness"),)),
    ]
    assert [f"{row.moment.wall:%Y-%m-%d %H:%M} {row.moment.time_known}" for row in reading.ready] == [
        "2021-12-08 12:00 False",
        "2021-12-08 21:40 True",
        "2022-01-22 12:00 False",
    ]
    assert (reading.rows, len(reading.left_out), reading.problems) == (6, 3, ())


def test_both_forms_of_the_export_say_the_same_readings() -> None:
    assert [row.uid for row in read(LATER).ready] == [row.uid for row in read(HEADER + ROWS).ready]


def test_massages_become_sessions() -> None:
    assert [row.content for row in read(HEADER + ROWS, Kind.MASSAGE).ready] == [
        MassageContent(technique="deep_tissue", note="part of the day: all day")
    ]


def test_a_rating_beyond_its_scale_is_a_problem() -> None:
    reading = read(HEADER + '"8th Dec 2021","Wednesday","am","Symptom","7","Sciatica",""\n')

    assert [problem.reason for problem in reading.problems] == [
        "The strength of the pain lies outside the scale of 0 to 4"
    ]


def test_it_is_known_by_its_columns_alone() -> None:
    assert open_file((HEADER + ROWS).encode()).app == "Bearable"
    assert open_file(b"date,category,rating,detail\n2020-01-01,Symptom,2,Sciatica\n").app == ""


def test_a_name_with_a_long_gap_is_read_like_others() -> None:
    gap = " " * 90_000  # kept a pattern that looks for the blanks before the severity busy for half a minute
    reading = read(f'{HEADER}"8th Dec 2021","Wednesday","","Symptom","1","Sciatica{gap}today (Mild)",""\n')

    assert [problem.reason for problem in reading.problems] == ["The note is longer than 20,000 characters"]

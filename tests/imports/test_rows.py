"""Every row ends as exactly one of: a record, merged, left out, a problem with its reason."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analytics.records import Area, Feeling, MassageContent, PainContent
from journal.imports.rows import Reading
from tests.imports.reading import read

HEADER = "date,time,pain,where,side,quality,note\n"


def contents(reading: Reading) -> list[PainContent | MassageContent]:
    return [row.content for row in reading.ready]


def days(reading: Reading) -> list[date]:
    return [row.moment.local_date for row in reading.ready]


def reasons(reading: Reading) -> list[tuple[int, str]]:
    return [(problem.line, problem.reason) for problem in reading.problems]


def test_a_row_becomes_a_pain_entry_with_one_feeling() -> None:
    row = read(HEADER + '2020-01-31,16:30,"4,26",left calf,,burning,after driving\n').ready[0]
    assert row.content == PainContent(
        intensity=4.3,
        note="after driving",
        feelings=(Feeling(quality="burning", region="calf", side="left"),),
    )
    assert row.moment.occurred_at == datetime(2020, 1, 31, 15, 30, tzinfo=UTC)
    assert row.moment.tz == "Europe/Paris"
    assert row.moment.time_known


def test_a_date_alone_leaves_the_time_unknown() -> None:
    moment = read("date,pain\n2020-01-31,4\n", day_starts_at=6).ready[0].moment
    assert not moment.time_known
    assert moment.local_date == date(2020, 1, 31)


def test_a_time_before_the_day_starts_belongs_to_the_day_before() -> None:
    assert days(read("date,pain\n2020-01-31 02:00,4\n", day_starts_at=4)) == [date(2020, 1, 30)]


def test_an_instant_with_its_offset_is_moved_to_the_wall_of_the_person() -> None:
    moment = read("date,pain\n2020-01-31T23:30:00Z,4\n").ready[0].moment
    assert (f"{moment.wall:%Y-%m-%d %H:%M}", moment.local_date) == ("2020-02-01 00:30", date(2020, 2, 1))


def test_blanks_repeat_the_date_above() -> None:
    reading = read("Title\nyear,month,day,region,pain\n2015,12,31,Calf,4\n,,,Hip,3\n2016,1,1,Calf,2\n,,2,Calf,2\n")
    assert days(reading) == [date(2015, 12, 31), date(2015, 12, 31), date(2016, 1, 1), date(2016, 1, 2)]


@pytest.mark.parametrize("month", ["99999999999", "1" * 5000, "13", "0"])
def test_a_number_that_is_no_month_is_a_problem(month: str) -> None:
    reading = read(f"year,month,day,pain\n2015,12,31,4\n2016,{month},1,4\n")
    assert (days(reading), len(reading.problems)) == ([date(2015, 12, 31)], 1)


def test_blanks_repeat_other_cells_only_if_said() -> None:
    text = "date,pain,where\n2020-01-31,4,Calf\n2020-02-01,5,\n"
    columns = {"1": "date", "2": "intensity", "3": {"use": "place", "as_above": True}}
    assert contents(read(text))[1].feelings == ()  # type: ignore[union-attr]
    assert contents(read(text, columns=columns))[1].feelings == (Feeling(region="calf"),)  # type: ignore[union-attr]


def test_words_without_a_place_of_their_own_stay_in_the_note() -> None:
    reading = read(HEADER + "2020-01-31,,4,Elbow,left,purple,new\n2020-01-31,,4,Knees,Right mostly,,\n")
    assert contents(reading) == [
        PainContent(intensity=4, note="Elbow; left; purple; new"),
        PainContent(intensity=4, note="Knees; Right mostly", feelings=(Feeling(region="knee_back", side="right"),)),
    ]


def test_a_side_that_the_place_cannot_have_stays_in_the_note() -> None:
    reading = read(HEADER + "2020-01-31,,4,Calf,centre,,\n2020-01-31,,4,left calf,right,,\n")
    assert contents(reading) == [
        PainContent(intensity=4, note="centre", feelings=(Feeling(region="calf"),)),
        PainContent(intensity=4, note="right", feelings=(Feeling(region="calf", side="left"),)),
    ]


def test_a_time_that_is_none_stays_in_the_note() -> None:
    row = read(HEADER + "2020-01-31,16:30,4,,,,\n2020-02-01,evening,4,,,,\n").ready[1]
    assert row.content.note == "time: evening"
    assert row.in_note == 1
    assert not row.moment.time_known


def test_the_scale_is_stretched_to_ten() -> None:
    text = "date,pain\n2020-01-01,1\n2020-01-02,3\n2020-01-03,5\n2020-01-04,3/5\n"
    reading = read(text, no_pain=1, worst_pain=5)
    assert [content.intensity for content in contents(reading)] == [0, 5, 10, 5]  # type: ignore[union-attr]


def test_a_scale_may_run_downwards() -> None:
    reading = read("date,pain\n2020-01-01,100\n2020-01-02,25\n", no_pain=100, worst_pain=0)
    assert [content.intensity for content in contents(reading)] == [0, 7.5]  # type: ignore[union-attr]


def test_the_order_of_dates_follows_the_mapping() -> None:
    assert days(read("date,pain\n03/04/2020,1\n", date_order="mdy")) == [date(2020, 3, 4)]
    assert days(read("date,pain\n03/04/2020,1\n", date_order="dmy")) == [date(2020, 4, 3)]


def test_problem_rows_name_their_line_and_reason_and_do_not_stop_the_others() -> None:
    reading = read(
        "date,pain\n2020-01-01,4\n31.2.2020,4\n,4\nsoon,4\n2020-01-02,\n2020-01-03,bad\n2020-01-04,11\n"
        "2020-01-05,-1\n2024-06-03,4\n2020-01-06,5\n",
        columns={"1": "date", "2": "intensity"},
    )
    assert reasons(reading) == [
        (3, "This date does not exist"),
        (4, "There is no date"),
        (5, "This is not a date that can be read"),
        (6, "It does not say how strong the pain was"),
        (7, "The strength of the pain is not a number"),
        (8, "The strength of the pain lies outside the scale of 0 to 10"),
        (9, "The strength of the pain lies outside the scale of 0 to 10"),
        (10, "The date lies in the future"),
    ]
    assert reading.problems[0].value == "31.2.2020"
    assert reading.problems[0].text == "31.2.2020; 4"
    assert len(reading.ready) == 2


def test_a_day_ahead_is_tolerated() -> None:
    assert days(read("date,pain\n2024-06-02,4\n")) == [date(2024, 6, 2)]


def test_rows_below_a_wrong_date_do_not_borrow_an_older_one() -> None:
    reading = read("year,month,day,pain\n2020,1,31,4\n,2,31,5\n,,,6\n")
    assert [line for line, _ in reasons(reading)] == [3, 4]


@pytest.mark.parametrize("cut", ["2020", "2020,1"])
def test_a_last_row_that_is_cut_is_a_problem_row(cut: str) -> None:
    reading = read(
        f"year,month,day,pain\n2020,1,31,4\n{cut}\n", columns={"1": "year", "2": "month", "3": "day", "4": "intensity"}
    )
    assert reasons(reading) == [(3, f"There is no {'month' if cut == '2020' else 'day'}")]


def test_a_very_long_note_is_a_problem_row() -> None:
    reading = read(f"date,pain,note\n2020-01-31,4,{'x' * 100_000}\n2020-01-31,4,short\n")
    assert reasons(reading) == [(2, "The note is longer than 20,000 characters")]
    assert len(reading.problems[0].text) == 300


def test_rows_with_a_word_to_leave_out_are_left_out_whatever_else_they_hold() -> None:
    reading = read("date,pain,name\n2020-01-31,4,Back pain\n2020-01-31,99,happiness\n")
    assert (len(reading.ready), reading.left_out, reading.problems) == (1, (3,), ())


def test_rows_may_be_chosen_by_a_column_of_their_own() -> None:
    text = "date,pain,category,where\n2020-01-31,4,pain,Calf\n2020-01-31,8,tiredness,Calf\n"
    reading = read(text, words={"sort": {"Tiredness": "leave_out"}})
    assert (len(reading.ready), reading.left_out) == (1, (3,))


def test_the_same_row_twice_is_stored_once() -> None:
    reading = read("date,pain,where\n2020-01-31,4,Calf\n2020-01-31,4,Hip\n2020-01-31, 4,Calf\n")
    assert len(reading.ready) == 2
    assert [(row.line, row.same_as) for row in reading.merged] == [(4, 2)]


def test_rows_that_look_alike_on_other_days_are_not_the_same() -> None:
    assert len(read("year,month,day,pain\n2020,1,30,4\n,,31,4\n,,,4\n").ready) == 2


def uids(text: str, **said: Any) -> set[object]:
    return {row.uid for row in read(text, **said).ready}


def test_a_row_stays_the_same_record_whatever_the_mapping() -> None:
    text = "date,pain,where,note\n03/04/2020,4,Calf,x\n"
    assert uids(text) == uids(text, date_order="mdy", worst_pain=5, words={"place": {"calf": "hip"}})
    assert uids(text) == uids(text, columns={"1": "date", "2": "intensity"})


def test_a_row_stays_the_same_record_in_a_longer_file_saved_otherwise() -> None:
    short = "year,month,day,pain\n2020,1,31,4\n,,,5\n"
    long = '\ufeff"pain";year;month;day;new\r\n4;2020;1;31\r\n4.5;;;\r\n5;;;\r\n2;;2;1;x\r\n'
    assert uids(short) < uids(long)


def test_pain_and_massage_of_one_row_are_two_records() -> None:
    text = "date,pain,massage\n2020-01-31,4,Thai\n"
    assert not uids(text, kind="pain") & uids(text, kind="massage", columns={"1": "date", "3": "technique"})


def test_a_row_becomes_a_massage_session() -> None:
    text = (
        "Date,Minutes,Massage,Where,Pain before,Pain after,Price,Therapist,Notes\n"
        '31/01/2020 16:30,60 min,Deep tissue,lower back,"6,5",4,€45,Jo,slept well\n'
        "01/02/2020,long,Watsu,,bad,12,free,,\n"
        "03/02/2020,10,foam roller,,,,,,\n"
    )
    assert contents(read(text)) == [
        MassageContent(
            minutes=60,
            technique="deep_tissue",
            given_by="therapist",
            therapist_name="Jo",
            pain_before=6.5,
            pain_after=4,
            cost=Decimal("45.00"),
            note="slept well",
            areas=(Area(region="lower_back"),),
        ),
        MassageContent(
            technique="other",
            note="Watsu; minutes: long; pain before: bad; pain after: 12; price: free",
        ),
        MassageContent(minutes=10, technique="self", given_by="self"),
    ]


def test_several_note_columns_keep_their_names() -> None:
    text = "date,pain,weather,comment\n2020-01-31,4,rain,slept badly\n"
    columns = {"1": "date", "2": "intensity", "3": "note", "4": "note"}
    assert contents(read(text, columns=columns))[0].note == "weather: rain; comment: slept badly"


CELL = st.one_of(
    st.sampled_from(["", "2020-01-31", "31", "4", "4,5", "12:00", "Calf", "left", "mood", "x"]), st.text(max_size=8)
)


@given(st.lists(st.lists(CELL, min_size=4, max_size=6), max_size=20), st.sampled_from(["pain", "massage"]))
def test_every_row_is_accounted_for_whatever_it_holds(rows: list[list[str]], kind: str) -> None:
    clean = [[cell.translate({ord(mark): None for mark in '",\r\n\0;\t'}) for cell in row] for row in rows]
    clean = [row for row in clean if any(cell.strip() and cell.isprintable() for cell in row)]
    text = "date,pain,where,note\n" + "".join(",".join(row) + "\n" for row in clean)
    columns = {"1": {"use": "date", "as_above": True}, "3": "place", "4": "note"}
    said: dict[str, Any] = {
        "columns": columns | ({"2": "intensity"} if kind == "pain" else {"2": "pain_before"}),
        "kind": kind,
    }
    reading = read(text, header_line=1, **said)
    filled = sum(1 for row in clean if any(cell.strip() for cell in row))
    assert reading.rows == filled


def test_columns_of_the_same_name_are_not_taken_for_each_other() -> None:
    text = "date,pain,x,x\n2020-01-31,4,1,2\n2020-01-31,4,2,1\n"
    assert len(read(text).ready) == 2


@pytest.mark.parametrize("day", ["9999-12-31 23:59", "31.12.9999 23:00", "9999-12-31T23:00:00-12:00"])
def test_dates_at_the_end_of_the_calendar_are_problem_rows(day: str) -> None:
    reading = read(f"date,pain\n2020-01-31,4\n{day},4\n", tz="America/New_York")
    assert reasons(reading) == [(3, "The date lies in the future")]

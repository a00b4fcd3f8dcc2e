"""The tables of single entries: all of them, or as many as fit and how many do not."""

import datetime as dt

import pytest

from journal.analytics import report_entries
from journal.analytics.moments import moment_on_wall
from journal.analytics.records import Feeling, FlareContent, FlareNoteContent, VisitContent
from tests.analytics.period_values import LAST, dose, entry, june, logged, may, report_of, session

CALF = Feeling(quality="burning", region="calf", side="left")


def test_each_entry_is_a_row_newest_first() -> None:
    (table,) = report_of(pain=[entry(june(1), 3), entry(june(2), 5.5, feelings=(CALF,), note="In the car.")]).entries

    assert (table.kind, table.head) == ("pain", ("When", "Pain", "Where and what", "Note"))
    assert table.rows == (
        ("2 Jun 2026, 09:00", "5.5", "left calf, burning", "In the car."),
        ("1 Jun 2026, 09:00", "3", "", ""),
    )
    assert (table.left_out, table.has_notes) == (0, True)


def test_a_dose_that_was_not_taken_says_so() -> None:
    (table,) = report_of(doses=[dose(june(1)), dose(june(2), taken=False), dose(may(9))]).entries

    assert table.rows == (("2 Jun 2026, 09:00", "Ibuprofen", "no"), ("1 Jun 2026, 09:00", "Ibuprofen", "yes"))


def test_a_flare_up_that_began_before_the_period_is_in_it() -> None:
    end = moment_on_wall(day=june(3), at=None, tz="Europe/Berlin")
    (table,) = report_of(flare_ups=[logged(FlareContent(end=end), may(28))]).entries

    assert table.rows == (("28 May 2026, 09:00", "flare-up from 28 May to 3 June 2026, 7 days"),)


def test_what_helped_in_a_flare_up_belongs_to_its_note() -> None:
    (table,) = report_of(flare_ups=[logged(FlareContent(note="Began in the car.", helped="Heat."), june(3))]).entries

    assert table.rows[0][-1] == "Began in the car.\nWhat helped: Heat."
    assert "Heat" not in str(table.without_notes())


def test_what_was_noted_in_a_flare_up_has_rows_of_its_own() -> None:
    note = FlareNoteContent(flare="x", change="better", note="Could walk again.")
    (table,) = report_of(flare_notes=[logged(note, june(3))]).entries

    assert table.rows == (("3 Jun 2026, 09:00", "flare-up better", "Could walk again."),)


def test_what_was_said_at_a_visit_is_its_note() -> None:
    (table,) = report_of(visits=[logged(VisitContent(clinician="Dr Weber", said="Keep walking."), june(5))]).entries

    assert table.head == ("When", "What", "What was said")
    assert table.without_notes().rows == (("5 Jun 2026, 09:00", "visit to Dr Weber"),)


def test_the_oldest_of_all_kinds_are_left_out_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_entries, "MOST_ROWS", 4)
    pain = [entry(june(n)) for n in (1, 2, 20, 21)]

    tables = report_of(pain=pain, sessions=[session(june(3)), session(june(22))], doses=[dose(june(1))]).entries

    assert [(table.kind, len(table.rows), table.left_out) for table in tables] == [
        ("pain", 2, 2), ("massage", 2, 0), ("medicine", 0, 1),
    ]  # fmt: skip


def test_long_notes_leave_room_for_fewer_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_entries, "MOST_LETTERS", 1000)

    (table,) = report_of(pain=[entry(june(n), note="x" * 300) for n in range(1, 11)]).entries

    assert (len(table.rows), table.left_out) == (3, 7)


def test_the_counts_add_up_whatever_is_left_out() -> None:
    days = [LAST - dt.timedelta(days=n % 30) for n in range(report_entries.MOST_ROWS + 500)]
    pain = sorted((entry(day) for day in days), key=lambda one: one.day)

    (table,) = report_of(pain=pain).entries

    assert (len(table.rows), table.left_out) == (report_entries.MOST_ROWS, 500)

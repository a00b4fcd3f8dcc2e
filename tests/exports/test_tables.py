"""One table for each kind of record."""

import csv
import datetime as dt
import io
import uuid
from typing import Any

import pytest
from hypothesis import given, settings

from journal.analytics.diary_file import DiaryRecord
from journal.analytics.moments import moment_on_wall
from journal.analytics.record_kinds import KINDS
from journal.analytics.records import (
    Area,
    DayContent,
    FlareContent,
    MassageContent,
    PainContent,
    QuestionnaireContent,
    SafetyContent,
    Triggered,
)
from journal.exports.tables import table
from tests.diaries import NOW, diaries

DAY = dt.date(2026, 3, 1)
NIGHT = moment_on_wall(day=DAY, at=dt.time(2, 30), tz="Europe/Berlin", day_starts_at=4)


def rows(kind: str, *records: DiaryRecord) -> list[dict[str, str]]:
    content = b"".join(table(kind=kind, records=records))
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def row(content: Any) -> dict[str, str]:
    kind = next(code for code, kind in KINDS.items() if isinstance(content, kind.content))
    (found,) = rows(kind, DiaryRecord(kind=kind, uid=uuid.UUID(int=1), moment=NIGHT, received_at=NOW, content=content))
    return found


def test_the_night_counts_for_the_day_before() -> None:
    found = row(PainContent(intensity=5.7))

    assert (found["date"], found["time"], found["time zone"]) == ("2026-02-28", "02:30", "Europe/Berlin")
    assert found["received"] == "2026-11-22 18:00Z"
    assert found["id"] == "00000000-0000-0000-0000-000000000001"


@pytest.mark.parametrize(
    ("content", "column", "cell"),
    [
        (PainContent(intensity=5.7), "intensity", "5.7"),
        (PainContent(intensity=5.0), "intensity", "5"),
        (PainContent(intensity=1e-05), "intensity", "0.00001"),
        (PainContent(intensity=1, note="\t=1+1"), "note", "'\t=1+1"),
        (PainContent(intensity=1, note="-3 today"), "note", "'-3 today"),
        (PainContent(intensity=1, note="3-4 times"), "note", "3-4 times"),
        (PainContent(intensity=1, triggers=(Triggered(trigger="driving", rating=2),)), "triggers", "driving 2"),
        (MassageContent(technique="deep_tissue"), "technique", "Deep tissue"),
        (MassageContent(areas=(Area(region="calf", side="left"), Area(region="hip"))), "areas", "left calf; outer hip"),
        (MassageContent(pain_before=0), "pain before", "0"),
        (MassageContent(), "pain before", ""),
        (DayContent(core=False), "core", "no"),
        (DayContent(), "core", ""),
        (FlareContent(end=NIGHT), "end date", "2026-02-28"),
        (FlareContent(), "end date", ""),
        (SafetyContent(reasons=("saddle", "weakness")), "reasons", "saddle; weakness"),
        (QuestionnaireContent(instrument="peg", answers={"pain": 5, "enjoyment": 4, "activity": 5}), "score", "4.7"),
        (QuestionnaireContent(instrument="ratings", answers={"sitting": 0}), "answers", "sitting: 0"),
    ],
    ids=str,
)
def test_cells_say_what_was_said_and_nothing_where_nothing_was(content: Any, column: str, cell: str) -> None:
    assert row(content)[column] == cell


@settings(max_examples=25)
@given(diaries())
def test_any_diary_makes_one_row_for_each_record(records: list[DiaryRecord]) -> None:
    for kind in KINDS:
        own = [record for record in records if record.kind == kind]
        found = rows(kind, *own)
        assert [one["id"] for one in found] == [str(record.uid) for record in own]
        assert all(None not in one and None not in one.values() for one in found)

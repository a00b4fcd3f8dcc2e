"""The calendar, read as RFC 5545 says."""

import datetime as dt
import uuid
from dataclasses import replace

from hypothesis import given, settings

from journal.analytics.diary_file import DiaryRecord
from journal.analytics.moments import moment_on_wall
from journal.analytics.records import MassageContent, PainContent, VisitContent
from journal.exports.ics import calendar
from tests.diaries import HOSTILE, NOW, diaries

SESSION = DiaryRecord(
    kind="massage",
    uid=uuid.UUID(int=7),
    moment=moment_on_wall(day=dt.date(2026, 3, 29), at=dt.time(18, 30), tz="Europe/Berlin"),
    received_at=NOW,
    content=MassageContent(minutes=45, technique="thai", note=HOSTILE),
)


def events(*records: DiaryRecord) -> list[dict[str, str]]:
    """The properties of each event, unfolded and unescaped."""
    text = b"".join(calendar(records=records))
    assert text.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))
    assert b"\n" not in text.replace(b"\r\n", b"")
    lines = text.decode().replace("\r\n ", "").split("\r\n")
    found: list[dict[str, str]] = []
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found:
            found[-1][name] = _unescaped(value)
    return found


def _unescaped(value: str) -> str:
    plain, pieces = "", iter(value)
    for piece in pieces:
        plain += piece if piece != "\\" else {"n": "\n"}.get(after := next(pieces), after)
    return plain


def test_a_session_is_an_event_of_its_length() -> None:
    (event,) = events(SESSION)

    assert event["DTSTART"] == "20260329T163000Z"
    assert event["DTEND"] == "20260329T171500Z"
    assert event["SUMMARY"] == "Massage"
    assert event["DESCRIPTION"] == f"45 minutes, Thai\n{HOSTILE}"


def test_a_day_without_a_time_is_a_whole_day() -> None:
    (event,) = events(replace(SESSION, moment=moment_on_wall(day=dt.date(2026, 3, 29), at=None, tz="Europe/Berlin")))

    assert event["DTSTART;VALUE=DATE"] == "20260329"
    assert "DTEND" not in event


def test_a_visit_is_named_and_pain_is_no_event() -> None:
    visit = VisitContent(clinician="Dr; Weber, Anna", reason="The foot")

    found = events(replace(SESSION, content=visit), replace(SESSION, content=PainContent(intensity=3)))

    assert [event["SUMMARY"] for event in found] == ["Visit to Dr; Weber, Anna: The foot"]


@settings(max_examples=25)
@given(diaries())
def test_any_diary_is_readable(records: list[DiaryRecord]) -> None:
    assert len(events(*records)) == len([record for record in records if record.kind in ("massage", "visit")])

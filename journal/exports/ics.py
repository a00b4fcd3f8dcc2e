"""Massage sessions and visits as an iCalendar file (RFC 5545)."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from journal.analytics.diary_file import DiaryRecord
from journal.analytics.records import MassageContent, VisitContent
from journal.analytics.visit_wording import describe_visit
from journal.analytics.wording import describe_massage

KINDS = ("massage", "visit")
_LONGEST_LINE = 75
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def calendar(*, records: Iterable[DiaryRecord]) -> Iterator[bytes]:
    """The file in pieces: an event for each session and visit; other records are passed over."""
    yield _lines("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sciatica diary//EN", "CALSCALE:GREGORIAN")
    for record in records:
        content = record.content
        if isinstance(content, MassageContent):
            yield _event(record, "Massage", [_capitalised(describe_massage(content)), content.note], content.minutes)
        elif isinstance(content, VisitContent):
            yield _event(record, _capitalised(describe_visit(content)), [content.said], None)
    yield _lines("END:VCALENDAR")


def _event(record: DiaryRecord, summary: str, about: list[str], minutes: int | None) -> bytes:
    said = "\n".join(text for text in about if text not in ("", summary))
    return _lines(
        "BEGIN:VEVENT",
        f"UID:{record.uid}",
        f"DTSTAMP:{_instant(record.received_at)}",
        *_when(record, minutes),
        f"SUMMARY:{summary.translate(_ESCAPED)}",
        *([f"DESCRIPTION:{said.translate(_ESCAPED)}"] if said else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def _when(record: DiaryRecord, minutes: int | None) -> list[str]:
    """The whole day where no time is known. An event without a length ends when it begins."""
    moment = record.moment
    if not moment.time_known:
        return [f"DTSTART;VALUE=DATE:{moment.local_date:%Y%m%d}"]
    lasts = [f"DTEND:{_instant(moment.occurred_at + timedelta(minutes=minutes))}"] if minutes else []
    return [f"DTSTART:{_instant(moment.occurred_at)}", *lasts]


def _instant(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def _lines(*lines: str) -> bytes:
    return b"".join(_folded(line) for line in lines)


def _folded(line: str) -> bytes:
    """A line of at most 75 octets, continued on the next after a blank; no character is cut in two."""
    pieces, piece = [], b""
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > _LONGEST_LINE:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"

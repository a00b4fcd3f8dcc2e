"""The kinds of record that a diary has."""

from dataclasses import dataclass
from typing import Any

from journal.analytics.records import (
    DayContent,
    FlareContent,
    FlareNoteContent,
    MassageContent,
    MedicineContent,
    PainContent,
    QuestionContent,
    QuestionnaireContent,
    SafetyContent,
    TherapistContent,
    VisitContent,
)


@dataclass(frozen=True, kw_only=True)
class RecordKind:
    """A kind of record: what it holds, what one and several are called, whether its moment may lie ahead."""

    content: type[Any]
    one: str
    many: str
    may_be_ahead: bool = False


KINDS: dict[str, RecordKind] = {
    "pain": RecordKind(content=PainContent, one="pain entry", many="pain entries"),
    # Before the sessions, which find their therapist by the name.
    "therapist": RecordKind(content=TherapistContent, one="therapist", many="therapists"),
    "massage": RecordKind(content=MassageContent, one="massage session", many="massage sessions"),
    "flare": RecordKind(content=FlareContent, one="flare-up", many="flare-ups"),
    "flarenote": RecordKind(content=FlareNoteContent, one="note on a flare-up", many="notes on flare-ups"),
    "day": RecordKind(content=DayContent, one="day log", many="day logs"),
    "medicine": RecordKind(content=MedicineContent, one="medicine", many="medicines"),
    "safety": RecordKind(content=SafetyContent, one="safety check", many="safety checks"),
    "visit": RecordKind(content=VisitContent, one="visit", many="visits", may_be_ahead=True),
    "question": RecordKind(content=QuestionContent, one="question", many="questions"),
    "questionnaire": RecordKind(content=QuestionnaireContent, one="questionnaire", many="questionnaires"),
}
"""By their code, in the order in which they stand in a file. A new kind of record is one line here and its table."""

"""What records say as JSON and back: for keeping earlier versions, undo, drafts and exports."""

from dataclasses import asdict
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from journal.analytics.moments import Moment
from journal.analytics.records import (
    Answered,
    Area,
    Content,
    DayContent,
    Feeling,
    FlareContent,
    FlareNoteContent,
    MassageContent,
    MedicineContent,
    PainContent,
    QuestionContent,
    QuestionnaireContent,
    SafetyContent,
    TherapistContent,
    Triggered,
    VisitContent,
)


def as_json(value: Content | Moment) -> dict[str, Any]:
    """A JSON-ready copy, for keeping an earlier version and for telling two contents apart."""
    plain: dict[str, Any] = _plain(asdict(value))
    return plain


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, float) and value.is_integer():
        return int(value)  # 5 and 5.0 say the same
    return value.isoformat() if isinstance(value, date | datetime) else value


def pain_from_json(said: dict[str, Any]) -> PainContent:
    """Read what `as_json` wrote."""
    feelings = tuple(Feeling(**feeling) for feeling in said["feelings"])
    return PainContent(**said | {"feelings": feelings, "triggers": triggers_from_json(said["triggers"])})


def massage_from_json(said: dict[str, Any]) -> MassageContent:
    """Read what `as_json` wrote."""
    cost = None if said["cost"] is None else Decimal(said["cost"])
    return MassageContent(**said | {"cost": cost, "areas": tuple(Area(**area) for area in said["areas"])})


def flare_from_json(said: dict[str, Any]) -> FlareContent:
    """Read what `as_json` wrote."""
    end = said["end"] and moment_from_json(said["end"])
    return FlareContent(**said | {"end": end, "triggers": triggers_from_json(said["triggers"])})


def triggers_from_json(said: list[dict[str, Any]]) -> tuple[Triggered, ...]:
    """Read what `as_json` wrote of triggers."""
    return tuple(Triggered(**trigger) for trigger in said)


def day_from_json(said: dict[str, Any]) -> DayContent:
    """Read what `as_json` wrote."""
    return DayContent(**said)


def medicine_from_json(said: dict[str, Any]) -> MedicineContent:
    """Read what `as_json` wrote."""
    return MedicineContent(**said | {"dose": None if said["dose"] is None else Decimal(said["dose"])})


def flare_note_from_json(said: dict[str, Any]) -> FlareNoteContent:
    """Read what `as_json` wrote."""
    return FlareNoteContent(**said)


def safety_from_json(said: dict[str, Any]) -> SafetyContent:
    """Read what `as_json` wrote."""
    return SafetyContent(**said | {"reasons": tuple(said["reasons"])})


def visit_from_json(said: dict[str, Any]) -> VisitContent:
    """Read what `as_json` wrote."""
    return VisitContent(**said)


def question_from_json(said: dict[str, Any]) -> QuestionContent:
    """Read what `as_json` wrote."""
    return QuestionContent(**said)


def therapist_from_json(said: dict[str, Any]) -> TherapistContent:
    """Read what `as_json` wrote."""
    on = said["recommended_on"] and date.fromisoformat(said["recommended_on"])
    answers = tuple(Answered(**one) for one in said["answers"])
    return TherapistContent(**said | {"recommended_on": on, "answers": answers, "told": tuple(said["told"])})


def questionnaire_from_json(said: dict[str, Any]) -> QuestionnaireContent:
    """Read what `as_json` wrote."""
    return QuestionnaireContent(**said)


def moment_from_json(said: dict[str, Any]) -> Moment:
    """Read what `as_json` wrote."""
    return Moment(
        **said
        | {
            "occurred_at": datetime.fromisoformat(said["occurred_at"]),
            "local_date": date.fromisoformat(said["local_date"]),
        }
    )

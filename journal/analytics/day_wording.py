"""The day around the pain and medicines, in words."""

from decimal import Decimal

from journal.analytics.records import DayContent, MedicineContent
from journal.analytics.vocabulary import DoseUnit, Lifting

_LIFTED = {
    Lifting.NONE: "lifted nothing",
    Lifting.LIGHT: "lifted light things",
    Lifting.HEAVY: "lifted heavy things",
    Lifting.OVERSTRAINED: "lifted more than was good",
}
_SINGULAR = {"tablets": "tablet", "drops": "drop", "puffs": "puff", "patches": "patch", "units": "unit"}


def describe_minutes(minutes: int) -> str:
    """`45 minutes`, `1 hour`, `7 h 30 min`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} minute" if rest == 1 else f"{rest} minutes"
    if rest:
        return f"{hours} h {rest} min"
    return "1 hour" if hours == 1 else f"{hours} hours"


def describe_day_log(content: DayContent) -> str:
    """`slept 7 hours, quality 6 of 10, stress 4 of 10, sat 8 hours, core exercise`; "a note" where that is all."""
    parts = [
        _spent("slept", content.sleep_minutes),
        _rated("sleep quality", content.sleep_quality),
        _rated("stress", content.stress),
        _spent("sat", content.sitting_minutes),
        _spent("stood", content.standing_minutes),
        _spent("walked", content.walking_minutes),
        _LIFTED[Lifting(content.lifting)] if content.lifting else "",
        _exercised(content.exercise_minutes),
        {True: "core exercise", False: "no core exercise", None: ""}[content.core],
        _rated("held back", content.interference),
    ]
    return ", ".join(part for part in parts if part) or "a note on the day"


def describe_dose(content: MedicineContent) -> str:
    """`ibuprofen 400 mg`, `paracetamol 1 tablet`, without whether it was taken."""
    return " ".join(part for part in (content.name, dose_number(content.dose), _unit(content)) if part)


def describe_medicine(content: MedicineContent) -> str:
    """`ibuprofen 400 mg`, `not taken: ibuprofen 400 mg`."""
    return describe_dose(content) if content.taken else f"not taken: {describe_dose(content)}"


def dose_number(dose: Decimal | None) -> str:
    """`400`, `0.5`: as it was typed, without zeros at the end."""
    return "" if dose is None else f"{dose.normalize():f}"


def _unit(content: MedicineContent) -> str:
    if content.dose is None or not content.unit:
        return ""
    label = DoseUnit(content.unit).label
    return _SINGULAR.get(label, label) if content.dose == 1 else label


def _spent(verb: str, minutes: int | None) -> str:
    return "" if minutes is None else f"{verb} {describe_minutes(minutes)}"


def _rated(what: str, rating: int | None) -> str:
    return "" if rating is None else f"{what} {rating} of 10"


def _exercised(minutes: int | None) -> str:
    if minutes is None:
        return ""
    return f"exercise {describe_minutes(minutes)}" if minutes else "no exercise"

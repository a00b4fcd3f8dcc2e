"""The days of one flare-up, each in words, and the medicines taken in it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from journal.analytics.day_wording import describe_day_log, describe_dose
from journal.analytics.reach import STATION_WORDS, reach_by_day
from journal.analytics.records import DayContent, MedicineContent
from journal.analytics.sensations import Felt
from journal.analytics.timeline import PainDay
from journal.analytics.wording import pain_number

MOST_DAYS = 60


@dataclass(frozen=True, kw_only=True)
class FlareDay:
    """What was logged on one day; `worst` is its highest rating, and each of the words is "" where nothing was."""

    day: date
    worst: float | None
    pain: str
    medicines: str
    around: str


def flare_days(
    *,
    pain: Sequence[PainDay],
    felt: Iterable[Felt],
    doses: Iterable[tuple[date, MedicineContent]],
    logs: Iterable[tuple[date, DayContent]],
) -> list[FlareDay]:
    """The days on which anything was logged, in order; no more than the latest MOST_DAYS."""
    pain_on = {day.day: day for day in pain}
    reached = {day.day: day.furthest for day in reach_by_day(felt=felt)}
    said = {day: describe_day_log(content) for day, content in logs}
    taken: dict[date, list[tuple[date, MedicineContent]]] = defaultdict(list)
    for day, dose in doses:
        if dose.taken:
            taken[day].append((day, dose))
    return [
        FlareDay(
            day=day,
            worst=pain_on[day].worst if day in pain_on else None,
            pain=_pain(pain_on[day], reached.get(day, 0)) if day in pain_on else "",
            medicines=", ".join(_times(dose, len(days)) for dose, days in _by_dose(taken.get(day, [])).items()),
            around=said.get(day, ""),
        )
        for day in sorted(pain_on.keys() | taken.keys() | said.keys())[-MOST_DAYS:]
    ]


def medicines_taken(*, doses: Iterable[tuple[date, MedicineContent]]) -> list[str]:
    """`ibuprofen 400 mg, 12 times on 5 days`, those taken most often first."""
    found = sorted(_by_dose((day, dose) for day, dose in doses if dose.taken).items(), key=lambda one: -len(one[1]))
    return [f"{dose}, {_counted(len(days), 'time')} on {_counted(len(set(days)), 'day')}" for dose, days in found]


def _by_dose(doses: Iterable[tuple[date, MedicineContent]]) -> dict[str, list[date]]:
    """The days of each dose, once for each time; upper and lower case are the same medicine."""
    days: dict[str, list[date]] = defaultdict(list)
    names: dict[str, str] = {}
    for day, content in doses:
        dose = describe_dose(content)
        days[names.setdefault(dose.casefold(), dose)].append(day)
    return days


def _pain(day: PainDay, station: int) -> str:
    """`pain between 4 and 8, as far as the calf or shin`."""
    least, worst = day.least or 0, day.worst or 0
    rated = f"pain {pain_number(worst)}"
    if least != worst:
        rated = f"pain between {pain_number(least)} and {pain_number(worst)}"
    return f"{rated}, as far as the {STATION_WORDS[station]}" if station else rated


def _times(dose: str, count: int) -> str:
    return dose if count == 1 else f"{dose} ({count} times)"


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"

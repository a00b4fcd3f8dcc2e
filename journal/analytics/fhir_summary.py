"""The averages and counts of a period as FHIR R4 observations, from the same summary as the report."""

from collections.abc import Iterator
from typing import Any

from journal.analytics.codes import PAIN_SEVERITY
from journal.analytics.day_factors import FACTORS
from journal.analytics.fhir_elements import ME, SURVEY, Element, concept, own_uid
from journal.analytics.period_records import Period
from journal.analytics.summary import Summary

_LABELS = {factor.code: factor.label for factor in FACTORS}


def summary_observations(summary: Summary) -> Iterator[Element]:
    """Pain in the period and in the one before, how much is logged, massages, flare-ups, the day around the pain."""
    period = summary.period
    for level, about in ((summary.pain.now, period), (summary.pain.before, period.before)):
        if level is not None:
            further = {"Worst pain": level.worst, "Least pain": level.least, "Days logged": level.days}
            code = concept("Pain, mean of the days logged", loinc=PAIN_SEVERITY)
            yield _observation("pain", about, code, level.mean, further)
    logged = summary.completeness
    further = {"Days": logged.days, "Days logged later": logged.days_later, "Pain entries": logged.entries}
    yield _observation("logged", period, concept("Days logged"), logged.days_logged, further)
    sessions = summary.massages
    yield _observation(
        "massages", period, concept("Massage sessions"), sessions.sessions, {"Minutes": sessions.minutes}
    )
    flares = summary.flares
    yield _observation("flares", period, concept("Flare-ups that began"), flares.began, {"Days in one": flares.days})
    for one in summary.around:
        code = concept(f"{_LABELS[one.code]}, mean of the days that say it")
        yield _observation(f"around {one.code}", period, code, one.mean, {"Days": one.days})


def _observation(name: str, about: Period, code: Element, value: float, further: dict[str, Any]) -> Element:
    return {
        "resourceType": "Observation",
        "id": str(own_uid(f"summary {name} {about.first} {about.last}")),
        "status": "final",
        "category": [{"coding": [SURVEY]}],
        "code": code,
        "subject": ME,
        "effectivePeriod": {"start": about.first.isoformat(), "end": about.last.isoformat()},
        "performer": [ME],
        **_number(value),
        "component": [{"code": concept(words)} | _number(number) for words, number in further.items()],
    }


def _number(value: float) -> Element:
    return {"valueInteger": value} if isinstance(value, int) else {"valueQuantity": {"value": value}}

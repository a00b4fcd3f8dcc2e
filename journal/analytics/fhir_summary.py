"""The averages and counts of a period as FHIR R4 observations, from the same summary as the report."""

from collections.abc import Iterator, Mapping

from journal.analytics.codes import PAIN_SEVERITY
from journal.analytics.day_factors import FACTORS
from journal.analytics.day_factors import Side as Bound
from journal.analytics.fhir_elements import ME, SURVEY, Element, body_site, concept, own_uid
from journal.analytics.period_records import Period
from journal.analytics.reach import STATION_WORDS
from journal.analytics.summary import Summary
from journal.analytics.summary_parts import Around, Counted, Massages, Medicine, ReachCompared
from journal.analytics.vocabulary import Place, Region, Side

_LABELS = {factor.code: factor.label for factor in FACTORS}
_SIGNS = {"leg": "leg pain", "back": "back pain"}


def summary_observations(summary: Summary) -> Iterator[Element]:
    """Every part of it that is a number and not a record's own: questionnaires and the answers on when to get help go
    out as responses, single flare-ups as conditions."""
    period = summary.period
    for level, about in ((summary.pain.now, period), (summary.pain.before, period.before)):
        if level is not None:
            further = {"Worst pain": level.worst, "Least pain": level.least, "Days logged": level.days}
            code = concept("Pain, mean of the days logged", loinc=PAIN_SEVERITY)
            yield _observation("pain", about, code, level.mean, further)
    for fortnight in (summary.course.then, summary.course.now) if summary.course else ():
        about = Period(first=fortnight.first, last=fortnight.last)
        code = concept("Pain, mean of 14 days", loinc=PAIN_SEVERITY)
        yield _observation("fortnight", about, code, fortnight.mean, {"Days logged": fortnight.days_logged})
    logged = summary.completeness
    further = {"Days": logged.days, "Days logged later": logged.days_later, "Pain entries": logged.entries}
    yield _observation("logged", period, concept("Days logged"), logged.days_logged, further)
    yield _massages(summary.massages, period)
    flares = summary.flares
    further = {"In the period before": flares.began_before, "Days in one": flares.days}
    yield _observation("flares", period, concept("Flare-ups that began"), flares.began, further)
    yield from (_around(one, period) for one in summary.around)
    yield from _felt(summary)
    if summary.reach is not None:
        yield _reach(summary.reach, period)
    yield from (_medicine(one, period) for one in summary.medicines)


def _massages(said: Massages, period: Period) -> Element:
    further = {
        "In the period before": said.before,
        "Days": len(said.days),
        "Minutes": said.minutes,
        "Sessions whose minutes are known": said.timed,
        "Sessions rated before and right after": said.rated,
        "Pain right after minus before, mean": said.immediate,
    }
    return _observation("massages", period, concept("Massage sessions"), said.sessions, further)


def _around(one: Around, period: Period) -> Element:
    further = {"Days": one.days, "Mean before": one.mean_before, "Days before": one.days_before}
    further |= {"Days that say pain too": one.beside.days}
    further |= _bound("high", one.beside.high) | _bound("low", one.beside.low)
    code = concept(f"{_LABELS[one.code]}, mean of the days that say it")
    return _observation(f"around {one.code}", period, code, one.mean, further)


def _bound(name: str, side: Bound | None) -> dict[str, float | None]:
    if side is None:
        return {}
    return {f"From ({name} days)": side.bound, f"Days ({name})": side.days, f"Pain on {name} days": side.pain}


def _felt(summary: Summary) -> Iterator[Element]:
    """On how many days each sign, kind and place was named, of those that name any."""
    for name, felt in (("sign", summary.signs), ("kind", summary.kinds)):
        for one in felt:
            words = concept(f"Days with {_SIGNS.get(one.code, one.code)}")
            further = _counted("", one.now) | _counted(" before", one.before)
            yield _observation(f"{name} {one.code}", summary.period, words, one.now.days, further)
    for where in summary.places:
        place = Place(Region(where.region), Side(where.side) if where.side else None)
        further = _counted("", where.now) | _counted(" before", where.before)
        further |= _counted(", first half", where.start) | _counted(", last half", where.end)
        words = concept("Days with pain here")
        said = _observation(f"place {place.code}", summary.period, words, where.now.days, further)
        yield said | {"bodySite": body_site(place)}


def _counted(when: str, said: Counted) -> dict[str, float | None]:
    days = {f"Days{when}": said.days} if when else {}
    return days | {f"Of days{when}": said.of, f"Mean strength{when}": said.strength}


def _reach(said: ReachCompared, period: Period) -> Element:
    words = concept(f"Days on which it was felt as far as the {STATION_WORDS[said.station]}")
    further = {
        "Of days": said.now.days,
        "Days before": said.before.reached,
        "Of days before": said.before.days,
        "Furthest station (0 none to 7 toes)": said.station,
        "Furthest station on the left": said.left,
        "Furthest station on the right": said.right,
    }
    return _observation("reach", period, words, said.now.reached, further)


def _medicine(one: Medicine, period: Period) -> Element:
    further = {
        "Times taken": one.taken,
        "Times not taken": one.not_taken,
        "Days of which nothing is said": one.days_unknown,
        "Days taken, before": one.days_taken_before,
    }
    return _observation(
        f"medicine {one.name}", period, concept(f"Days on which {one.name} was taken"), one.days_taken, further
    )


def _observation(name: str, about: Period, code: Element, value: float, further: Mapping[str, float | None]) -> Element:
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
        "component": [
            {"code": concept(words)} | _number(number) for words, number in further.items() if number is not None
        ],
    }


def _number(value: float) -> Element:
    return {"valueInteger": value} if isinstance(value, int) else {"valueQuantity": {"value": value}}

"""A diary as a FHIR R4 Bundle of type collection. docs/export.md says what becomes of each record."""

import json
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from datetime import datetime, timedelta
from typing import Any

from journal.analytics.codes import (
    LOINC_NOTICE,
    MASSAGE,
    PAIN_QUALITY,
    PAIN_SEVERITY,
    QUALITY_CODES,
    SCIATICA,
    SNOMED_NOTICE,
)
from journal.analytics.diary_file import DiaryRecord
from journal.analytics.fhir_answers import answered_questionnaire, answered_safety
from journal.analytics.fhir_elements import (
    ME,
    SURVEY,
    Element,
    body_site,
    body_structure,
    concept,
    date_time,
    notes,
    own_uid,
    rating,
    reference,
)
from journal.analytics.moments import Moment
from journal.analytics.records import (
    DayContent,
    Feeling,
    FlareContent,
    FlareNoteContent,
    MassageContent,
    MedicineContent,
    PainContent,
    Triggered,
)
from journal.analytics.vocabulary import (
    NERVE_SIGNS,
    TRIGGER_RATINGS,
    Change,
    DoseUnit,
    Lifting,
    Place,
    Quality,
    Technique,
    Trigger,
)
from journal.analytics.wording import describe_giver, describe_triggers, short_label

LEFT_OUT = {"visit", "question", "therapist"}
"""Kinds that no resource is made of: they are notes to oneself."""

_NOTICES: Element = {
    "resourceType": "Library",
    "id": str(own_uid("notices")),
    "title": "Codes in this bundle",
    "status": "active",
    "type": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/library-type", "code": "asset-collection"}]},
    "copyright": f"{LOINC_NOTICE}\n\n{SNOMED_NOTICE}",
}
"""Only definitions have a place for copyrights in FHIR; so they go wherever the bundle goes."""
_STRENGTH = "how strong, 0-10"
_RATED = {"sleep_quality": "Sleep, 0-10, 10 is the best", "stress": "Stress, 0-10", "interference": "Held back, 0-10"}


def bundle(*, records: Iterable[DiaryRecord], timestamp: datetime, further: Iterable[Element] = ()) -> Iterator[bytes]:
    """The file in pieces: the person, the condition, a resource or more for each record, then `further` ones."""
    head = json.dumps({"resourceType": "Bundle", "type": "collection", "timestamp": timestamp.isoformat()})
    yield f'{head[:-1]}, "entry": ['.encode()
    before = "\n"
    for resource in _resources(records, further):
        entry = {"fullUrl": f"urn:uuid:{resource['id']}", "resource": resource}
        yield f"{before}{json.dumps(entry, ensure_ascii=False)}".encode()
        before = ",\n"
    yield b"\n]}\n"


def _resources(records: Iterable[DiaryRecord], further: Iterable[Element]) -> Iterator[Element]:
    yield _NOTICES
    yield {"resourceType": "Patient", "id": str(own_uid("patient"))}
    yield {
        "resourceType": "Condition",
        "id": str(own_uid("condition")),
        "code": concept("Sciatica", snomed=SCIATICA),
        "subject": ME,
    }
    known: set[Place] = set()
    for record in records:
        make = MAKERS.get(record.kind)
        for place in _places(record.content):
            if place not in known:
                known.add(place)
                yield body_structure(place)
        yield from make(record=record, content=record.content) if make else ()
    yield from further


def _places(content: Any) -> Iterator[Place]:
    if isinstance(content, PainContent):
        yield from (feeling.place for feeling in content.feelings if feeling.place)
    elif isinstance(content, MassageContent):
        yield from (area.place for area in content.areas)


def _observation(uid: uuid.UUID, moment: Moment, code: Element) -> Element:
    return {
        "resourceType": "Observation",
        "id": str(uid),
        "status": "final",
        "category": [{"coding": [SURVEY]}],
        "code": code,
        "subject": ME,
        "effectiveDateTime": date_time(moment),
        "performer": [ME],
    }


def _pain(record: DiaryRecord, content: PainContent) -> Iterator[Element]:
    """One observation of the pain; where it is in several places, one more for each of them."""
    by_place: dict[Place, list[Feeling]] = {}
    for feeling in content.feelings:
        if feeling.place:
            by_place.setdefault(feeling.place, []).append(feeling)
    told = [feeling for feeling in content.feelings if len(by_place) <= 1 or not feeling.place]
    entry = _observation(record.uid, record.moment, concept("Pain", loinc=PAIN_SEVERITY)) | rating(content.intensity)
    entry |= _components([*_felt(told), *_set_off(content.triggers)]) | notes(content.note)
    if len(by_place) == 1:
        entry |= _at(next(iter(by_place)))
    parts = [_pain_at(record, content, *told) for told in by_place.items()] if len(by_place) > 1 else []
    if parts:
        entry["hasMember"] = [reference(uuid.UUID(part["id"])) for part in parts]
    yield entry
    yield from parts


def _pain_at(record: DiaryRecord, content: PainContent, place: Place, felt: list[Feeling]) -> Element:
    """What is felt in one of several places. Where nobody rated it by itself, the strength of the whole counts."""
    pains = [feeling for feeling in felt if feeling.quality not in NERVE_SIGNS]
    strengths = [content.intensity if feeling.intensity is None else feeling.intensity for feeling in pains]
    code = concept("Pain", loinc=PAIN_SEVERITY) if pains else concept("Sign of the nerve")
    value = rating(max(strengths)) if strengths else {}
    uid = uuid.uuid5(record.uid, place.code)
    return _observation(uid, record.moment, code) | value | _at(place) | _components(_felt(felt))


def _at(place: Place) -> Element:
    structure = {"url": "http://hl7.org/fhir/StructureDefinition/bodySite"}
    return {
        "bodySite": body_site(place),
        "extension": [structure | {"valueReference": reference(own_uid(place.code))}],
    }


def _components(components: Iterable[Element]) -> Element:
    listed = list(components)
    return {"component": listed} if listed else {}


def _felt(feelings: Iterable[Feeling]) -> Iterator[Element]:
    for feeling in feelings:
        words = Quality(feeling.quality).label if feeling.quality else ""
        if feeling.quality:
            value = concept(words, snomed=QUALITY_CODES.get(Quality(feeling.quality)))
            yield {"code": concept("Quality", loinc=PAIN_QUALITY), "valueCodeableConcept": value}
        if feeling.intensity is not None:
            yield {"code": concept(f"{words or 'Pain here'}: {_STRENGTH}")} | rating(feeling.intensity)


def _set_off(triggers: Iterable[Triggered]) -> Iterator[Element]:
    words = dict(TRIGGER_RATINGS)
    for said in triggers:
        value = concept(f"{Trigger(said.trigger).label}: {words[said.rating].lower()}")
        yield {"code": concept("Perhaps set off by"), "valueCodeableConcept": value}


def _massage(record: DiaryRecord, content: MassageContent) -> Iterator[Element]:
    """A procedure; the ratings around it are observations that belong to it."""
    words = [short_label(Technique(content.technique).label)] if content.technique else []
    words += [f"{content.minutes} minutes"] if content.minutes else []
    giver = describe_giver(content)
    yield {
        "resourceType": "Procedure",
        "id": str(record.uid),
        "status": "completed",
        "code": concept(": ".join(["Massage", *([", ".join(words)] if words else [])]), snomed=MASSAGE),
        "subject": ME,
        **_performed(record.moment, content.minutes),
        **({"performer": [{"actor": {"display": giver}}]} if giver.strip() else {}),
        "reasonReference": [reference(own_uid("condition"))],
        **_massaged(content),
        **notes(f"Pressure: {content.pressure} of 5" if content.pressure else "", content.note),
    }
    ratings = {
        "before": ("Pain before the massage", content.pain_before),
        "after": ("Pain right after the massage", content.pain_after),
        "next_day": ("Pain on the day after the massage", content.pain_next_day),
    }
    for name, (text, said) in ratings.items():
        if said is not None:
            code = concept(text, loinc=PAIN_SEVERITY)
            about = {"partOf": [reference(record.uid)]}
            yield _observation(uuid.uuid5(record.uid, name), record.moment, code) | about | rating(said)


def _performed(moment: Moment, minutes: int | None) -> Element:
    if not (minutes and moment.time_known):
        return {"performedDateTime": date_time(moment)}
    end = replace(moment, occurred_at=moment.occurred_at + timedelta(minutes=minutes))
    return {"performedPeriod": {"start": date_time(moment), "end": date_time(end)}}


def _massaged(content: MassageContent) -> Element:
    sites = [body_site(area.place) for area in content.areas]
    return {"bodySite": sites} if sites else {}


def _flare(record: DiaryRecord, content: FlareContent) -> Iterator[Element]:
    """A condition of its own; one that the person turned down is none."""
    if content.origin == "dismissed":
        return
    lasts = content.end is None and content.origin == "declared"
    status = "resolved" if content.end else "active"
    coding = {"system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": status}
    triggers = describe_triggers(content.triggers)
    yield {
        "resourceType": "Condition",
        "id": str(record.uid),
        **({"clinicalStatus": {"coding": [coding]}} if content.end or lasts else {}),
        "code": concept("Flare-up of sciatica"),
        "subject": ME,
        "onsetDateTime": date_time(record.moment),
        **({"abatementDateTime": date_time(content.end)} if content.end else {}),
        **notes(f"Perhaps from {triggers}" if triggers else "", content.helped, content.note),
    }


def _flare_note(record: DiaryRecord, content: FlareNoteContent) -> Iterator[Element]:
    value = {"valueString": Change(content.change).label}
    yield _observation(record.uid, record.moment, concept("How the flare-up goes")) | value | notes(content.note)


def _day(record: DiaryRecord, content: DayContent) -> Iterator[Element]:
    """One observation with a component for each thing that was said of the day."""
    components = []
    for field in fields(content):
        said = getattr(content, field.name)
        if said in (None, "") or field.name == "note":
            continue
        code = concept(_RATED.get(field.name, field.name.replace("_", " ").capitalize()))
        components.append({"code": code} | _said(said))
    yield _observation(record.uid, record.moment, concept("Day")) | _components(components) | notes(content.note)


def _said(value: Any) -> Element:
    if isinstance(value, bool):
        return {"valueBoolean": value}
    return {"valueInteger": value} if isinstance(value, int) else {"valueString": Lifting(value).label}


def _medicine(record: DiaryRecord, content: MedicineContent) -> Iterator[Element]:
    unit = {"unit": DoseUnit(content.unit).label} if content.unit else {}
    amount = {"value": float(content.dose)} if content.dose is not None else {}
    yield {
        "resourceType": "MedicationStatement",
        "id": str(record.uid),
        "status": "completed" if content.taken else "not-taken",
        "medicationCodeableConcept": concept(content.name),
        "subject": ME,
        "effectiveDateTime": date_time(record.moment),
        "informationSource": ME,
        **({"dosage": [{"doseAndRate": [{"doseQuantity": amount | unit}]}]} if amount else {}),
        **notes(content.note),
    }


MAKERS: Mapping[str, Callable[..., Iterator[Element]]] = {
    "pain": _pain,
    "massage": _massage,
    "flare": _flare,
    "flarenote": _flare_note,
    "day": _day,
    "medicine": _medicine,
    "safety": answered_safety,
    "questionnaire": answered_questionnaire,
}

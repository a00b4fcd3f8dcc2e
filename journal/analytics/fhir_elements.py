"""The smaller pieces of FHIR R4 resources: concepts, places, times, numbers."""

import uuid
from datetime import timedelta, timezone
from typing import Any

from journal.analytics.codes import GROIN_CODES, LOINC, REGION_CODES, SIDE_CODES, SNOMED
from journal.analytics.moments import Moment
from journal.analytics.vocabulary import Place, Region
from journal.analytics.wording import describe_place

Element = dict[str, Any]

_OWN_UIDS = uuid.UUID("0f5c1a44-7f0e-5c0e-9b39-5a8f6f6a2d10")
_FARTHEST_OFFSET = 14 * 60
SURVEY = {"system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "survey"}


def own_uid(name: str) -> uuid.UUID:
    """The uid of a resource that is no record of the diary, always the same for a name."""
    return uuid.uuid5(_OWN_UIDS, name)


def reference(uid: uuid.UUID) -> Element:
    """A reference to another entry of the bundle."""
    return {"reference": f"urn:uuid:{uid}"}


ME = reference(own_uid("patient"))
"""The person whose diary it is."""


def concept(text: str, *, loinc: tuple[str, str] | None = None, snomed: str | None = None) -> Element:
    """A concept in words, with its code where there is one."""
    coding = [{"system": LOINC, "code": loinc[0], "display": loinc[1]}] if loinc else []
    coding += [{"system": SNOMED, "code": snomed}] if snomed else []
    return ({"coding": coding} if coding else {}) | {"text": text}


def body_site(place: Place) -> Element:
    """A place of the diary: its structure as a code, and in words with its side."""
    words = describe_place(place)
    return concept(words[:1].upper() + words[1:], snomed=_structure(place))


def body_structure(place: Place) -> Element:
    """The same place as a resource, which has room for its side."""
    qualifier = SIDE_CODES.get(place.side) if place.side else None
    resource: Element = {
        "resourceType": "BodyStructure",
        "id": str(own_uid(place.code)),
        "location": body_site(place),
        "patient": ME,
    }
    if qualifier:
        code, display = qualifier
        resource["locationQualifier"] = [{"coding": [{"system": SNOMED, "code": code, "display": display}]}]
    return resource


def date_time(moment: Moment) -> str:
    """The wall clock with its offset, or the day alone where no time is known."""
    if not moment.time_known:
        return moment.local_date.isoformat()
    offset = moment.utc_offset_minutes if abs(moment.utc_offset_minutes) <= _FARTHEST_OFFSET else 0
    return moment.occurred_at.astimezone(timezone(timedelta(minutes=offset))).isoformat(timespec="seconds")


def rating(intensity: float) -> Element:
    """A rating of 0-10 as the value of an observation: whole, or with its decimals."""
    if float(intensity).is_integer():
        return {"valueInteger": int(intensity)}
    return {"valueQuantity": {"value": intensity}}


def notes(*texts: str) -> Element:
    """The texts that say anything, as annotations."""
    said = [{"text": text} for text in texts if text.strip()]
    return {"note": said} if said else {}


def _structure(place: Place) -> str | None:
    if place.region is Region.GROIN:
        return GROIN_CODES.get(place.side) if place.side else None
    return REGION_CODES.get(place.region)

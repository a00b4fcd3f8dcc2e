"""The diary as FHIR R4: valid, resolvable, and saying what the diary says."""

import json
from collections.abc import Iterable
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given, settings

from journal.analytics.codes import GROIN_CODES, QUALITY_CODES, REGION_CODES, SIDE_CODES
from journal.analytics.diary_file import DiaryRecord
from journal.analytics.record_kinds import KINDS
from journal.exports import fhir
from journal.models import User
from journal.queries.export import diary_records
from tests.diaries import NOW, diaries, one_of_everything
from tests.source import ROOT


def said_of(records: Iterable[DiaryRecord]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(b"".join(fhir.bundle(records=records, timestamp=NOW)))
    return found


def resources(said: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [entry["resource"] for entry in said["entry"] if entry["resource"]["resourceType"] == kind]


def references(value: Any) -> set[str]:
    if isinstance(value, dict):
        own = {value["reference"]} if "reference" in value else set()
        return own.union(*(references(inner) for inner in value.values()))
    return set().union(*(references(inner) for inner in value)) if isinstance(value, list) else set()


@settings(max_examples=25)
@given(diaries())
def test_any_diary_is_a_valid_bundle_whose_references_resolve(records: list[DiaryRecord]) -> None:
    said = said_of(records)

    Bundle.model_validate(said)
    urls = [entry["fullUrl"] for entry in said["entry"]]
    assert len(urls) == len(set(urls))
    assert references(said) <= set(urls)
    assert {f"urn:uuid:{record.uid}" for record in records if _has_a_resource(record)} <= set(urls)


def _has_a_resource(record: DiaryRecord) -> bool:
    return record.kind not in fhir.LEFT_OUT and getattr(record.content, "origin", "") != "dismissed"


def test_every_kind_becomes_a_resource_or_is_left_out_on_purpose() -> None:
    assert set(fhir.MAKERS) | fhir.LEFT_OUT == set(KINDS)
    assert not set(fhir.MAKERS) & fhir.LEFT_OUT


def test_codes_are_those_that_the_documentation_lists() -> None:
    text = (ROOT / "docs" / "export.md").read_text("utf-8")
    sides = {code for code, _ in SIDE_CODES.values()}

    for code in {*QUALITY_CODES.values(), *REGION_CODES.values(), *GROIN_CODES.values(), *sides}:
        assert f"{code}" in text, code


@pytest.mark.django_db
def test_it_says_what_the_diary_says(ana: User) -> None:
    one_of_everything(ana)

    said = said_of(diary_records(user=ana))

    Bundle.model_validate(said)
    entry, at_calf, at_toe = (
        next(one for one in resources(said, "Observation") if test(one))
        for test in (
            lambda one: "hasMember" in one,
            lambda one: one.get("bodySite", {}).get("text") == "Left calf",
            lambda one: one.get("bodySite", {}).get("text") == "Left big toe",
        )
    )
    assert entry["valueQuantity"] == {"value": 6.5}
    assert at_calf["valueInteger"] == 7
    assert at_calf["component"][0]["valueCodeableConcept"]["coding"][0]["code"] == "36349006"
    assert at_calf["bodySite"]["coding"][0]["code"] == "53840002"
    assert "valueInteger" not in at_toe, "numbness is no pain"
    assert at_toe["code"] == {"text": "Sign of the nerve"}
    one_place = next(one for one in resources(said, "Observation") if one.get("valueInteger") == 3)
    assert one_place["bodySite"]["text"] == "Lower back (centre)"
    assert "hasMember" not in one_place
    massages = sorted(resources(said, "Procedure"), key=lambda one: "performedDateTime" in one)
    assert massages[0]["code"]["coding"][0]["code"] == "387854002"
    assert massages[0]["performer"] == [{"actor": {"display": "=Vera"}}]
    assert massages[0]["bodySite"][1]["coding"][0]["code"] == "37117007", "the right groin has a code of its own"
    assert "performedDateTime" in massages[1], "no time, no period"
    assert [one["status"] for one in resources(said, "MedicationStatement")] == ["completed", "not-taken"]
    assert len(resources(said, "QuestionnaireResponse")) == 3
    flares = [one for one in resources(said, "Condition") if one["code"]["text"] == "Flare-up of sciatica"]
    assert [one["clinicalStatus"]["coding"][0]["code"] for one in flares] == ["resolved", "active"]

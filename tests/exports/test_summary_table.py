"""The numbers of the summary in the tables and in FHIR: all of them, and the same."""

import csv
import datetime as dt
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from fhir.resources.R4B.observation import Observation

from journal.actions.report import make_report
from journal.analytics.fhir_summary import summary_observations
from journal.analytics.report import ReportChoices
from journal.analytics.summary import Summary
from journal.exports.summary_table import daily_table, summary_table
from journal.models import User
from tests import cast
from tests.diaries import one_of_everything


@pytest.fixture
def summary(ana: User) -> Summary:
    cast.diary(ana, days=150)
    cast.days_around(ana, days=150)
    one_of_everything(ana)
    first = cast.today(ana) - dt.timedelta(days=60)
    choices = ReportChoices(span="own", first=first, notes=True)
    return make_report(user=ana, choices=choices, today=cast.today(ana)).summary


def rows(pieces: Iterable[bytes]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(b"".join(pieces).decode("utf-8-sig"), newline="")))


def numbers(value: Any) -> Iterator[float]:
    """Every number in the JSON of a summary, wherever it stands."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name != "days" or not isinstance(inner, list) or (inner and not isinstance(inner[0], dict)):
                yield from numbers(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from numbers(inner)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield value


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def test_every_number_is_in_the_table(summary: Summary) -> None:
    said = [number for row in rows(summary_table(summary)) if (number := _number(row["value"])) is not None]

    expected = Counter(numbers(summary.to_json()))
    assert len(expected) > 50
    # Codes of what stands around the pain are digits too.
    codes = Counter(float(one.code) for one in summary.around)
    assert Counter(said) == expected + codes


def test_rows_say_what_they_are_about(summary: Summary) -> None:
    found = {(row["part"], row["item"], row["what"]): row["value"] for row in rows(summary_table(summary))}

    assert summary.pain.now
    assert found["pain", "", "now mean"] == repr(summary.pain.now.mean)
    assert found["period", "", "first"] == summary.period.first.isoformat()
    assert found["completeness", "", "days logged"] == str(summary.completeness.days_logged)
    assert found["places", "left calf", "now days"]
    assert found["around", "Stress", "mean"]
    assert found["medicines", "Ibuprofen", "taken"]
    assert found["flares", summary.flares.listed[0].span.start.isoformat(), "listed peak"]


def test_every_logged_day_is_in_the_daily_table(summary: Summary) -> None:
    found = [(row["date"], _number(row["mean"]), _number(row["worst"]), int(row["ratings"]))
             for row in rows(daily_table(summary))]  # fmt: skip

    assert found == [(day.day.isoformat(), day.mean, day.worst, day.count) for day in summary.days]
    assert len(found) > 40


def test_the_observations_say_every_number(summary: Summary) -> None:
    """But those that records of their own say: questionnaires, single flare-ups, the page on when to get help."""
    found = list(summary_observations(summary))

    for observation in found:
        Observation.model_validate(observation)
    plain = summary.to_json() | {"questionnaires": [], "help_shown": []}
    plain["flares"] = plain["flares"] | {"listed": []}
    said = Counter(_value(part) for one in found for part in (one, *one["component"]))
    assert summary.course
    assert summary.reach
    expected = Counter(numbers(plain))
    assert len(expected) > 50
    assert expected - said == Counter()
    assert said - expected == Counter([len(summary.massages.days)])
    assert len({one["id"] for one in found}) == len(found)


def test_the_observations_say_what_they_are_about(summary: Summary) -> None:
    found = {one["code"]["text"]: one for one in reversed(list(summary_observations(summary)))}

    pain, before = found["Pain, mean of the days logged"], summary.pain.now
    assert before
    assert [_value(pain), *map(_value, pain["component"])] == [before.mean, before.worst, before.least, before.days]
    assert pain["effectivePeriod"]["start"] == summary.period.first.isoformat()
    (ibuprofen,) = [one for one in summary.medicines if one.name == "Ibuprofen"]
    assert _value(found["Days on which Ibuprofen was taken"]) == ibuprofen.days_taken
    assert found["Days with pain here"]["bodySite"]["text"]


def _value(said: dict[str, Any]) -> float:
    number: float = said["valueInteger"] if "valueInteger" in said else said["valueQuantity"]["value"]
    return number

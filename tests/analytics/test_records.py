"""What a person said survives being kept as JSON, and equal contents look equal whatever their number types."""

import datetime as dt
import json
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from journal.analytics.frozen_json import from_plain, to_plain
from journal.analytics.moments import Moment, moment_on_wall
from journal.analytics.records import Area, Feeling, FlareContent, MassageContent, PainContent
from journal.analytics.vocabulary import Goal, Quality, Region, Side, Technique

ratings = st.none() | st.floats(min_value=0, max_value=10)
regions = st.sampled_from([region.value for region in Region])
sides = st.sampled_from(["", *(side.value for side in Side)])
feelings = st.builds(
    Feeling,
    quality=st.sampled_from([quality.value for quality in Quality]),
    region=regions,
    side=sides,
    intensity=ratings,
)
pains = st.builds(
    PainContent,
    intensity=st.floats(min_value=0, max_value=10),
    note=st.text(),
    feelings=st.lists(feelings, max_size=4).map(tuple),
)
massages = st.builds(
    MassageContent,
    minutes=st.none() | st.integers(min_value=1, max_value=600),
    technique=st.sampled_from(["", *(technique.value for technique in Technique)]),
    goal=st.sampled_from(["", *(goal.value for goal in Goal)]),
    pain_before=ratings,
    cost=st.none() | st.decimals(min_value=0, max_value=9999999, places=2),
    note=st.text(),
    areas=st.lists(st.builds(Area, region=regions, side=sides), max_size=3).map(tuple),
)
moments = st.builds(
    moment_on_wall,
    day=st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2100, 1, 1)),
    at=st.none() | st.times(),
    tz=st.sampled_from(["Europe/Berlin", "Asia/Kathmandu", "Pacific/Apia", "UTC"]),
)
flares = st.builds(FlareContent, origin=st.just("declared"), rule=st.text(), end=st.none() | moments, note=st.text())


def kept(value: Any) -> Any:
    return json.loads(json.dumps(to_plain(value)))


@given(pains)
def test_a_pain_entry_reads_back(content: PainContent) -> None:
    assert from_plain(kept(content), kind=PainContent) == content


@given(massages)
def test_a_massage_session_reads_back(content: MassageContent) -> None:
    assert from_plain(kept(content), kind=MassageContent) == content


@given(flares)
def test_a_flare_up_reads_back(content: FlareContent) -> None:
    assert from_plain(kept(content), kind=FlareContent) == content


@given(moments)
def test_a_moment_reads_back(moment: Moment) -> None:
    assert from_plain(kept(moment), kind=Moment) == moment


def test_equal_numbers_are_kept_alike() -> None:
    assert to_plain(PainContent(intensity=5)) == to_plain(PainContent(intensity=5.0))
    assert json.dumps(to_plain(PainContent(intensity=5))) == json.dumps(to_plain(PainContent(intensity=5.0)))
    assert to_plain(MassageContent(cost=Decimal(40))) == to_plain(MassageContent(cost=Decimal("40.00")))


def test_a_cost_reads_as_people_write_it() -> None:
    assert to_plain(MassageContent(cost=Decimal("40.00")))["cost"] == "40"

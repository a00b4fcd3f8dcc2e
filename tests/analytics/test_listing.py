"""What somebody says is different about a listing: kept as JSON, read back, told in words."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.analytics.listing import (
    LABELS,
    ListingContent,
    describe_price,
    differences,
    proposed_values,
    with_proposed,
)
from journal.analytics.therapists import Credential, Known
from journal.analytics.vocabulary import Technique

LISTING = ListingContent(name="Vera Lang", place="Leeds", country="GB", phone="0113 496 0000", price_from=Decimal(45))
PRICES = st.none() | st.decimals(0, 9_999_999, places=2)
CONTENTS = st.builds(
    ListingContent,
    name=st.text(min_size=1),
    place=st.text(min_size=1),
    country=st.sampled_from(["GB", "DE"]),
    website=st.text(),
    credential=st.sampled_from(["", *Credential]).map(str),
    techniques=st.sets(st.sampled_from(list(Technique))).map(lambda of: tuple(t.value for t in Technique if t in of)),
    insured=st.sampled_from(list(Known)).map(str),
    price_from=PRICES,
    price_to=PRICES,
)


@given(CONTENTS, CONTENTS)
@settings(max_examples=30)
def test_what_differs_is_kept_as_json_and_leads_to_the_new_listing(
    before: ListingContent, after: ListingContent
) -> None:
    proposed = json.loads(json.dumps(proposed_values(before=before, after=after)))

    became = with_proposed(before=before, proposed=proposed)

    assert replace(became, techniques=()) == replace(after, techniques=())
    assert set(became.techniques) == set(after.techniques)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"phone": ""}, [("Phone", "0113 496 0000", "")]),
        ({"country": "DE"}, [("Country", "United Kingdom", "Germany")]),
        ({"techniques": ("thai", "sports")}, [("Techniques", "", "Sports, Thai")]),
        ({"credential": "rmt"}, [("Licence or register", "", "Registered massage therapist, RMT (Canada)")]),
        ({"price_from": Decimal("62.50")}, [("A session costs from", "45", "62.50")]),
        ({"insured": "yes"}, [("Insured", "Not known", "Yes")]),
        ({}, []),
    ],
)
def test_a_difference_is_told_in_words(change: dict[str, Any], told: list[tuple[str, str, str]]) -> None:
    proposed = proposed_values(before=LISTING, after=replace(LISTING, **change))

    found = differences(before=LISTING, proposed=proposed)

    assert [(one.label, one.before, one.after) for one in found] == told


def test_a_price_of_the_same_amount_is_no_difference() -> None:
    assert proposed_values(before=LISTING, after=replace(LISTING, price_from=Decimal("45.00"))) == {}


def test_what_no_listing_has_is_left_out() -> None:
    assert with_proposed(before=LISTING, proposed={"state": "published", "version": 9}) == LISTING


def test_every_fact_has_a_label() -> None:
    assert set(LABELS) == set(ListingContent.__dataclass_fields__)


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (None, None, ""),
        (Decimal(60), Decimal("80.50"), "60 to 80.50 EUR"),
        (Decimal(60), Decimal(60), "60 EUR"),
        (Decimal(0), None, "from 0 EUR"),
        (None, Decimal(80), "up to 80 EUR"),
    ],
)
def test_a_price_reads_as_one_would_say_it(low: Decimal | None, high: Decimal | None, said: str) -> None:
    assert describe_price(low=low, high=high, currency="EUR" if said else "") == said

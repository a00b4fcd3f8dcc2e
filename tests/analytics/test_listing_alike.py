"""Whether two listings may be the same person."""

import pytest

from journal.analytics.listing_alike import ListingKeys, likeness
from journal.analytics.therapists import listing_licence_key, listing_name_key, listing_place_key


def keys(name: str, place: str = "Leeds", country: str = "GB", licence: str = "") -> ListingKeys:
    return ListingKeys(
        name_key=listing_name_key(name),
        place_key=listing_place_key(place),
        country=country,
        licence_key=listing_licence_key(licence),
    )


VERA = keys("Vera Lang", licence="C-1234")


@pytest.mark.parametrize(
    "other",
    [
        keys("VERA LANG"),
        keys("Lang, Vera"),
        keys("Véra Lang"),
        keys("Vera Maria Lang"),
        keys("Vera Lange"),
        keys("Vera Lang", place="Leeds, Headingley"),
        keys("Somebody Else", place="York", licence="c1234"),
    ],
    ids=str,
)
def test_it_may_be_her(other: ListingKeys) -> None:
    assert likeness(one=VERA, other=other) == likeness(one=other, other=VERA) > 0.6


@pytest.mark.parametrize(
    "other",
    [
        keys("Vera Lang", place="York"),
        keys("Vera Lang", country="DE"),
        keys("Someone Else", country="US", licence="C-1234"),
        keys("Bruno Stein"),
        keys("Vera Stein"),
    ],
    ids=str,
)
def test_it_is_somebody_else(other: ListingKeys) -> None:
    assert likeness(one=VERA, other=other) == 0


def test_a_number_as_short_as_1_is_no_proof() -> None:
    assert likeness(one=keys("Vera Lang", licence="1"), other=keys("Bruno Stein", licence="1")) == 0

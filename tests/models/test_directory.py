"""What no form of the directory would send, the database refuses too."""

import datetime as dt
import uuid
from typing import Any

import pytest
from django.db import DataError, IntegrityError, transaction

from journal.models import ContentReport, ListingChange, Therapist, TherapistReview, TherapistTechnique, User
from tests.cast import listing, review

REFUSED = (IntegrityError, DataError)
NOW = dt.datetime(2026, 5, 4, 12, tzinfo=dt.UTC)


def refuses(rows: Any, **fields: Any) -> bool:
    try:
        with transaction.atomic():
            rows.update(**fields)
    except REFUSED:
        return True
    return False


@pytest.mark.parametrize(
    "fields",
    [
        {"name": ""},
        {"place": ""},
        {"version": 0},
        {"state": "lost"},
        {"state": ""},
        {"state": "merged"},
        {"credential": "king"},
        {"insured": ""},
        {"insured": "maybe"},
        {"reason": "whim"},
        {"price_from": -1, "currency": "EUR"},
        {"price_from": 5, "price_to": 4, "currency": "EUR"},
        {"price_from": 5},
        {"review_count": 1},
        {"review_count": 0, "review_mean": 3},
        {"review_count": 1, "review_mean": 5.1},
    ],
    ids=str,
)
def test_a_listing_is_what_it_may_be(db: None, fields: dict[str, Any]) -> None:
    assert refuses(Therapist.objects.filter(pk=listing().pk), **fields)


def test_a_listing_is_joined_with_another_one_only(db: None) -> None:
    one, other = listing(), listing()

    assert refuses(Therapist.objects.filter(pk=one.pk), state="merged", merged_into=one)
    assert refuses(Therapist.objects.filter(pk=one.pk), merged_into=other)
    assert not refuses(Therapist.objects.filter(pk=one.pk), state="merged", merged_into=other)


def test_the_database_itself_knows_whether_a_licence_was_checked(db: None) -> None:
    one = listing()
    Therapist.objects.filter(pk=one.pk).update(licence_checked_on=dt.date(2026, 5, 4))

    assert Therapist.objects.get().licence_is_checked == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"rating": 0},
        {"rating": 6},
        {"version": 0},
        {"state": "lost"},
        {"reason": "whim"},
        {"shown_name": ""},
        {"state": "withdrawn"},
    ],
    ids=str,
)
def test_a_review_is_what_it_may_be(ana: User, fields: dict[str, Any]) -> None:
    assert refuses(TherapistReview.objects.filter(pk=review(listing(), ana).pk), **fields)


def test_a_person_has_one_review_of_a_listing(ana: User) -> None:
    about = listing()
    review(about, ana)

    with pytest.raises(IntegrityError), transaction.atomic():
        review(about, ana)


@pytest.mark.parametrize("fields", [{"kind": "gone"}, {"state": "approved"}, {"decided_at": NOW}], ids=str)
def test_a_change_is_what_it_may_be(ana: User, fields: dict[str, Any]) -> None:
    made = ListingChange.objects.create(uid=uuid.uuid4(), therapist=listing(), author=ana, kind="moved", created_at=NOW)

    assert refuses(ListingChange.objects.filter(pk=made.pk), **fields)


@pytest.mark.parametrize(
    "fields",
    [{"reason": "whim"}, {"reason": ""}, {"state": "upheld"}, {"decided_at": NOW}, {"therapist": None}],
    ids=str,
)
def test_a_report_is_what_it_may_be(ana: User, fields: dict[str, Any]) -> None:
    made = ContentReport.objects.create(
        uid=uuid.uuid4(), therapist=listing(), reporter=ana, reason="wrong", created_at=NOW
    )

    assert refuses(ContentReport.objects.filter(pk=made.pk), **fields)
    assert refuses(ContentReport.objects.filter(pk=made.pk), review=review(listing(), ana))


def test_a_technique_is_known_and_there_once(db: None) -> None:
    listing(techniques=("thai", "sports"))

    assert refuses(TherapistTechnique.objects.filter(technique="thai"), technique="sports")
    assert refuses(TherapistTechnique.objects.filter(technique="thai"), technique="magic")

"""Joining two listings and parting them again: nothing is lost, whatever belongs to them."""

import datetime as dt
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.actions.merging import merge_listings, undo_merge
from journal.actions.moderation import DecidedAlready, NotPossible
from journal.actions.my_therapist import keep_listing
from journal.actions.review_counts import recount_reviews
from journal.models import AuditEntry, ContentReport, ListingChange, ListingMerge, Therapist, TherapistReview, User
from tests.desk import change, listing, report, review

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)
STATES = ["pending", "published", "rejected", "hidden"]
# For each of five people: their review of the one listing, and of the other; none, or its state and age in days.
REVIEWS = st.lists(
    st.tuples(*(st.none() | st.tuples(st.sampled_from(STATES), st.integers(0, 9)) for _ in range(2))),
    max_size=5,
)


def join(kept: Therapist, gone: Therapist, by: User, *, now: dt.datetime = NOW) -> ListingMerge:
    kept.refresh_from_db()
    gone.refresh_from_db()
    return merge_listings(kept_id=kept.pk, gone_id=gone.pk, versions=(kept.version, gone.version), by=by, now=now)


def everything() -> dict[str, list[dict[str, Any]]]:
    """All rows of the directory, but for what counts and dates changes."""
    counted = {"version", "updated_at"}
    return {
        model._meta.label: [
            {name: value for name, value in row.items() if name not in counted}
            for row in model._base_manager.order_by("pk").values()
        ]
        for model in apps.get_app_config("journal").get_models()
        if model.__name__.startswith(("Therapist", "Listing", "Content", "MyTherapist")) and model is not ListingMerge
    }


def said_of(kept: Therapist, gone: Therapist, reviews: list[Any]) -> None:
    for number, pair in enumerate(reviews):
        author = User.objects.create_user(f"p{number}@example.org")
        for about, said in zip((kept, gone), pair, strict=True):
            if said:
                then = timezone.now() - dt.timedelta(days=said[1])
                review(author, about, state=said[0], created_at=then, updated_at=then)


def weigh(said: TherapistReview) -> tuple[bool, dt.datetime]:
    return said.state == "published", said.updated_at


@given(
    reviews=REVIEWS,
    reports=st.integers(0, 2),
    changes=st.integers(0, 2),
    state=st.sampled_from(["pending", "published", "closed"]),
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_joining_and_parting_lose_nothing(
    reviews: list[Any], reports: int, changes: int, state: str, ana: User, mona: User
) -> None:
    with transaction.atomic():
        kept, gone = listing("Vera Lang", state="published"), listing("Vera Lang ", state=state)
        said_of(kept, gone, reviews)
        for about in (kept, gone):
            [report(ana, about) for _ in range(reports)]
            [change(ana, about) for _ in range(changes)]
        [report(ana, said) for said in TherapistReview.objects.all()]
        keep_listing(user=ana, listing=gone, now=NOW)
        keep_listing(user=mona, listing=kept, now=NOW)
        join(listing("Third"), listing("Fourth"), mona)  # has nothing to do with it
        for about in (kept, gone):
            recount_reviews(therapist_id=about.pk)
        before = everything()
        best = {
            author: max(TherapistReview.objects.filter(author=author), key=weigh).pk
            for author in TherapistReview.objects.values_list("author", flat=True)
        }

        merge = join(kept, gone, mona)

        assert {row.author_id: row.pk for row in kept.reviews.all()} == best
        assert not ContentReport.objects.filter(therapist=gone).exists()
        assert not ListingChange.objects.filter(therapist=gone).exists()
        assert kept.content_reports.count() == 2 * reports
        assert kept.kept_by.count() == 2
        counts = {model: len(rows) for model, rows in everything().items()}
        assert counts == {model: len(rows) for model, rows in before.items()}
        kept.refresh_from_db()
        assert kept.review_count == kept.reviews.published().count()

        undo_merge(merge_id=merge.pk, by=mona, now=NOW + dt.timedelta(days=30))
        assert everything() == before
        transaction.set_rollback(True)


def test_what_was_joined_before_leads_to_the_one_that_is_left(mona: User) -> None:
    one, two, three = (listing(f"Vera {number}", state="published") for number in range(3))
    first = join(two, one, mona)
    second = join(three, two, mona)
    one.refresh_from_db()
    assert one.merged_into == three

    with pytest.raises(NotPossible):
        undo_merge(merge_id=first.pk, by=mona, now=NOW)
    undo_merge(merge_id=second.pk, by=mona, now=NOW)
    undo_merge(merge_id=first.pk, by=mona, now=NOW)
    found = Therapist.objects.get(pk=one.pk)
    assert (found.merged_into, found.state) == (None, "published")


def test_what_came_later_stays_with_the_one_that_was_kept(ana: User, ben: User, mona: User) -> None:
    kept, gone = listing("Vera Lang", state="published"), listing("Vera Lang", state="published")
    moved = review(ana, gone, state="published")
    merge = join(kept, gone, mona)
    later = review(ben, kept, state="published")

    undo_merge(merge_id=merge.pk, by=mona, now=NOW)

    assert list(kept.reviews.all()) == [later]
    assert list(gone.reviews.all()) == [moved]
    kept.refresh_from_db()
    gone.refresh_from_db()
    assert (kept.review_count, gone.review_count) == (1, 1)


def test_it_cannot_be_undone_after_30_days_nor_twice(mona: User) -> None:
    late = join(listing("A"), listing("B"), mona)
    with pytest.raises(NotPossible):
        undo_merge(merge_id=late.pk, by=mona, now=NOW + dt.timedelta(days=30, seconds=1))

    undo_merge(merge_id=late.pk, by=mona, now=NOW)
    with pytest.raises(NotPossible):
        undo_merge(merge_id=late.pk, by=mona, now=NOW)


def test_what_everybody_reads_does_not_follow_what_nobody_does(mona: User) -> None:
    with pytest.raises(NotPossible):
        join(listing("Waits"), listing("Read", state="published"), mona)
    same = listing("Same")
    with pytest.raises(NotPossible):
        join(same, same, mona)


def test_a_listing_that_changed_meanwhile_is_not_joined(mona: User) -> None:
    kept, gone = listing("Vera Lang"), listing("Vera Lang")
    Therapist.objects.filter(pk=gone.pk).update(version=2)

    with pytest.raises(DecidedAlready):
        merge_listings(kept_id=kept.pk, gone_id=gone.pk, versions=(1, 1), by=mona, now=NOW)


def test_both_are_in_the_log(mona: User) -> None:
    merge = join(listing("Vera Lang"), listing("Vera Lang"), mona)

    logged = AuditEntry.objects.filter(what="merged").values_list("about", "reason")
    assert set(logged) == {(merge.kept_id, str(merge.gone_id)), (merge.gone_id, str(merge.kept_id))}

"""Writing, changing and taking back a review; the counts beside a listing are always those of its reviews."""

import datetime as dt
import uuid
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from journal.actions.records import StaleChange
from journal.actions.review import NoSessionError, withdraw_review, write_review
from journal.actions.review_counts import recount_reviews
from journal.analytics.therapists import ReviewState
from journal.models import Therapist, TherapistReview, User
from tests.cast import listing, massage_by, pain, review

NOW = timezone.now()


def write(author: User, about: Therapist, version: int = 0, **said: Any) -> TherapistReview:
    fields: dict[str, Any] = {"rating": 4, "text": "Listens.", "shown_name": "Walker", "publish_trusted": False} | said
    return write_review(author=author, therapist=about, version=version, now=NOW, **fields)


def trusted(author: User) -> User:
    author.date_joined = NOW - dt.timedelta(days=30)
    author.save()
    for _ in range(5):
        pain(author)
    return author


@pytest.fixture
def about(ana: User) -> Therapist:
    made = listing()
    massage_by(ana, made)
    return made


def test_it_waits_for_a_moderator(ana: User, about: Therapist) -> None:
    written = write(ana, about)

    about.refresh_from_db()
    assert (written.state, written.version, about.review_count) == ("pending", 1, 0)


def test_without_a_session_there_is_no_review(ben: User, about: Therapist) -> None:
    with pytest.raises(NoSessionError):
        write(ben, about)


def test_a_trusted_author_is_published_at_once_where_the_site_says_so(ana: User, about: Therapist) -> None:
    write(trusted(ana), about, publish_trusted=True)

    about.refresh_from_db()
    assert (about.review_count, about.review_mean) == (1, 4)


def test_a_new_author_waits_whatever_the_site_says(ana: User, about: Therapist) -> None:
    assert write(ana, about, publish_trusted=True).state == "pending"


def test_a_trusted_author_whose_review_was_taken_off_waits_also_after_taking_it_back(
    ana: User, about: Therapist
) -> None:
    taken_off = review(about, trusted(ana), state="hidden", reason="abuse")

    assert write(ana, about, version=taken_off.version, publish_trusted=True).state == "pending"
    withdraw_review(author=ana, therapist=about, now=NOW)
    assert write(ana, about, version=3, text="Again.", publish_trusted=True).state == "pending"


def test_the_same_twice_is_written_once(ana: User, about: Therapist) -> None:
    write(ana, about)
    again = write(ana, about)

    assert (TherapistReview.objects.count(), again.version) == (1, 1)


def test_a_stale_change_writes_nothing(ana: User, about: Therapist) -> None:
    write(ana, about)
    write(ana, about, version=1, text="Second.")

    with pytest.raises(StaleChange) as refused:
        write(ana, about, version=1, text="From an old page.")

    assert refused.value.current.text == "Second."
    assert TherapistReview.objects.get().text == "Second."


def test_a_changed_review_is_read_again_and_does_not_count_meanwhile(ana: User, about: Therapist) -> None:
    published = review(about, ana, rating=5)

    changed = write(ana, about, version=published.version, rating=1)

    about.refresh_from_db()
    assert (changed.state, about.review_count, about.review_mean) == ("pending", 0, None)


def test_a_review_that_is_taken_back_is_erased_but_for_its_place(ana: User, about: Therapist) -> None:
    review(about, ana, text="Private after all.", shown_name="Ana B.")

    for _ in range(2):
        withdraw_review(author=ana, therapist=about, now=NOW)

    left = TherapistReview.objects.get()
    about.refresh_from_db()
    assert (left.state, left.text, left.shown_name, left.version) == ("withdrawn", "", "", 2)
    assert about.review_count == 0


STATES = st.sampled_from(list(ReviewState))


class CountsAreTrue(TestCase):
    """Whatever becomes of the reviews, and in whatever order."""

    @given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 5), STATES), max_size=8))
    @settings(max_examples=25)
    def test_the_counts_beside_a_listing_are_those_of_its_published_reviews(
        self, steps: list[tuple[int, int, ReviewState]]
    ) -> None:
        with transaction.atomic():
            about = listing()
            authors = [User.objects.create_user(f"author{number}@example.org") for number in range(4)]
            said: dict[int, tuple[int, ReviewState]] = {}
            for number, rating, state in steps:
                said[number] = (rating, state)
                named = {"text": "", "shown_name": "" if state == ReviewState.WITHDRAWN else "X", "rating": rating}
                TherapistReview.objects.update_or_create(
                    author=authors[number],
                    therapist=about,
                    defaults=named | {"state": state},
                    create_defaults=named | {"state": state, "uid": uuid.uuid4(), "created_at": NOW, "updated_at": NOW},
                )
                recount_reviews(therapist_id=about.pk)
            about.refresh_from_db()
            counted = [rating for rating, state in said.values() if state == ReviewState.PUBLISHED]
            mean = sum(counted) / len(counted) if counted else None
            assert (about.review_count, about.review_mean) == (len(counted), pytest.approx(mean) if counted else None)
            transaction.set_rollback(True)

"""Writing, changing and taking back what one thinks of a therapist."""

import datetime as dt
import uuid
from typing import Any

from django.db import transaction

from journal.actions.daily_limits import check_limit, lock_author
from journal.actions.records import StaleChange
from journal.actions.review_counts import recount_reviews
from journal.analytics.therapists import ReviewState
from journal.models import Therapist, TherapistReview, User
from journal.queries.review import has_session_with, is_trusted, own_review


class NoSessionError(Exception):
    """The person has logged no massage with this therapist."""


def write_review(
    *,
    author: User,
    therapist: Therapist,
    version: int,
    rating: int,
    text: str,
    shown_name: str,
    publish_trusted: bool,
    now: dt.datetime,
) -> TherapistReview:
    """Write the person's review of a therapist, or change it, made from `version` (0: there was none).

    It waits for a moderator, unless `publish_trusted` and the person is trusted and nothing they wrote about this
    therapist was turned down before. The same once more changes nothing. Raises MayNotPublish, TooManyToday,
    NoSessionError, and StaleChange where the review is at another version and says something else.
    """
    said = {"rating": rating, "text": text, "shown_name": shown_name}
    with transaction.atomic():
        lock_author(user=author)
        if not has_session_with(user=author, therapist=therapist):
            raise NoSessionError
        review = own_review(user=author, therapist=therapist)
        if review and all(getattr(review, name) == value for name, value in said.items()):
            return review
        if review is None:
            check_limit(model=TherapistReview, user=author, now=now)
            review = TherapistReview(author=author, therapist=therapist, uid=uuid.uuid4(), created_at=now, version=0)
        if review.version != version:
            raise StaleChange(review)
        at_once = publish_trusted and not review.reason and is_trusted(user=author, now=now)
        state = ReviewState.PUBLISHED if at_once else ReviewState.PENDING
        _store(review, {**said, "state": state}, now)
        return review


def withdraw_review(*, author: User, therapist: Therapist, now: dt.datetime) -> None:
    """Take back the person's review, if there is one: its text and name are erased at once."""
    with transaction.atomic():
        review = own_review(user=author, therapist=therapist)
        if review and review.state != ReviewState.WITHDRAWN:
            _store(review, {"state": ReviewState.WITHDRAWN, "text": "", "shown_name": ""}, now)


def _store(review: TherapistReview, said: dict[str, Any], now: dt.datetime) -> None:
    for name, value in said.items():
        setattr(review, name, value)
    review.version += 1
    review.updated_at = now
    review.save()
    recount_reviews(therapist_id=review.therapist_id)

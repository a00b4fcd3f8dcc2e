"""Sending something to the directory: one after another, once, and so much in a day, counted in the database."""

import datetime as dt
import uuid
from typing import Any

from django.db.models import Model

from journal.models import ContentReport, ListingChange, Therapist, TherapistReview, User

_DAY = dt.timedelta(days=1)
MOST_IN_A_DAY: dict[type[Model], tuple[str, int]] = {
    Therapist: ("added_by", 5),
    ListingChange: ("author", 10),
    TherapistReview: ("author", 5),
    ContentReport: ("reporter", 10),
}
"""Whose column, and how many in 24 hours."""


class MayNotPublish(Exception):
    """A moderator has taken away this person's right to send anything to the directory."""


class TooManyToday(Exception):
    """The person has sent as many of these in the last 24 hours as anybody may; `most` says how many that is."""

    def __init__(self, most: int) -> None:
        super().__init__("The limit of a day is reached.")
        self.most = most


def lock_author(*, user: User) -> None:
    """Take the person's turn to send something, in the transaction that sends it: one after another, so that two at
    once cannot both be the last. Raises MayNotPublish."""
    if not User.objects.select_for_update().get(pk=user.pk).may_publish:
        raise MayNotPublish


def sent_before(*, model: type[Model], user: User, uid: uuid.UUID, now: dt.datetime) -> Any:
    """What the person sent with this uid, in the transaction that sends it; None if it may be sent now.

    Raises MayNotPublish, TooManyToday.
    """
    lock_author(user=user)
    whose, _ = MOST_IN_A_DAY[model]
    sent = model._default_manager.filter(**{whose: user}, uid=uid).first()
    if sent is None:
        check_limit(model=model, user=user, now=now)
    return sent


def check_limit(*, model: type[Model], user: User, now: dt.datetime) -> None:
    """Raises TooManyToday if no further one may be sent; call it with the author locked."""
    whose, most = MOST_IN_A_DAY[model]
    sent = model._default_manager.filter(**{whose: user}, created_at__gt=now - _DAY)
    if sent[:most].count() >= most:
        raise TooManyToday(most)

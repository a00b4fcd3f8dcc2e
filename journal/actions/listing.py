"""Suggesting a listing, and saying what is different about one."""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from journal.actions.daily_limits import sent_before
from journal.analytics.listing import ListingContent
from journal.analytics.therapists import ChangeKind, ListingState
from journal.models import ListingChange, Therapist, User


def suggest_listing(*, author: User, uid: uuid.UUID, content: ListingContent, now: dt.datetime) -> Therapist:
    """Send a listing to the moderators. Sent twice with one uid it is there once.

    Raises MayNotPublish, TooManyToday. A uid that somebody else's listing has is exchanged for another.
    """
    with transaction.atomic():
        sent: Therapist | None = sent_before(model=Therapist, user=author, uid=uid, now=now)
        own = uuid.uuid4() if Therapist.objects.filter(uid=uid).exists() else uid
        return sent or add_listing(author=author, uid=own, content=content, state=ListingState.PENDING, now=now)


def add_listing(
    *, author: User | None, uid: uuid.UUID, content: ListingContent, state: ListingState, now: dt.datetime
) -> Therapist:
    """Write a listing with its techniques."""
    with transaction.atomic():
        listing = Therapist(uid=uid, added_by=author, state=state, created_at=now, updated_at=now)
        listing.take(content)
        listing.save(force_insert=True)
        listing.save_techniques(content.techniques)
        return listing


def suggest_change(
    *,
    author: User,
    therapist: Therapist,
    uid: uuid.UUID,
    kind: ChangeKind,
    proposed: Mapping[str, Any],
    words: str,
    now: dt.datetime,
) -> ListingChange:
    """Tell the moderators what is different about a listing. Sent twice with one uid it is there once.

    Raises MayNotPublish, TooManyToday.
    """
    with transaction.atomic():
        sent: ListingChange | None = sent_before(model=ListingChange, user=author, uid=uid, now=now)
        return sent or ListingChange.objects.create(
            uid=uid,
            therapist=therapist,
            author=author,
            kind=kind,
            proposed=dict(proposed),
            words=words,
            created_at=now,
        )

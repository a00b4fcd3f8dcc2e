"""Reviews: those of a listing, a person's own, and who may write one."""

import datetime as dt

from journal.models import MassageSession, PainEntry, Therapist, TherapistReview, User
from journal.queries.paging import KeyPage, key_page

PAGE_LENGTH = 10
TRUSTED_AFTER = dt.timedelta(days=21)
TRUSTED_ENTRIES = 5


def reviews_page(*, therapist: Therapist, after: str = "", before: str = "") -> KeyPage:
    """The published reviews of a listing, the latest written first. One query; no author is read."""
    rows = therapist.reviews.published().defer("author")
    salt = f"directory.reviews {therapist.pk}"
    return key_page(rows=rows, columns=("id",), length=PAGE_LENGTH, salt=salt, after=after, before=before)


def own_review(*, user: User, therapist: Therapist) -> TherapistReview | None:
    """What the person wrote about them, also if it was taken back."""
    found: TherapistReview | None = TherapistReview.objects.filter(author=user, therapist=therapist).first()
    return found


def is_trusted(*, user: User, now: dt.datetime) -> bool:
    """Whether they have been here for three weeks and have logged pain five times."""
    if now - user.date_joined < TRUSTED_AFTER:
        return False
    return PainEntry.objects.owned_by(user)[:TRUSTED_ENTRIES].count() == TRUSTED_ENTRIES


def has_session_with(*, user: User, therapist: Therapist) -> bool:
    """Whether the person logged a massage with one of their own therapists who is this one of the directory."""
    return MassageSession.objects.owned_by(user).filter(therapist__user=user, therapist__listing=therapist).exists()

"""Telling the moderators that something in the directory should not stand as it is."""

import datetime as dt
import uuid

from django.db import transaction

from journal.actions.daily_limits import sent_before
from journal.analytics.therapists import ReportReason
from journal.models import ContentReport, Therapist, TherapistReview, User


def report_content(
    *,
    reporter: User,
    about: Therapist | TherapistReview,
    uid: uuid.UUID,
    reason: ReportReason,
    words: str,
    now: dt.datetime,
) -> ContentReport:
    """Report a listing or a review. Sent twice with one uid it is there once. Raises MayNotPublish, TooManyToday."""
    with transaction.atomic():
        sent: ContentReport | None = sent_before(model=ContentReport, user=reporter, uid=uid, now=now)
        return sent or ContentReport.objects.create(
            uid=uid,
            reporter=reporter,
            therapist=about if isinstance(about, Therapist) else None,
            review=about if isinstance(about, TherapistReview) else None,
            reason=reason,
            words=words,
            created_at=now,
        )

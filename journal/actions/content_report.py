"""Telling the moderators that something in the directory should not stand as it is."""

import datetime as dt
import uuid

from django.db import transaction

from journal.actions.daily_limits import check_limit, lock_author
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
        lock_author(user=reporter)
        sent = ContentReport.objects.filter(reporter=reporter, uid=uid).first()
        if sent:
            return sent
        check_limit(model=ContentReport, user=reporter, now=now)
        return ContentReport.objects.create(
            uid=uid,
            reporter=reporter,
            therapist=about if isinstance(about, Therapist) else None,
            review=about if isinstance(about, TherapistReview) else None,
            reason=reason,
            words=words,
            created_at=now,
        )

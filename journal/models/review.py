"""What people say about therapists, and what others say about that."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from journal.analytics.therapists import Reason, ReportReason, ReportState, ReviewState
from journal.models.sensing import code_in
from journal.models.therapist import Therapist


class ReviewQuerySet(models.QuerySet[Any]):
    """Filters that read as adjectives."""

    def published(self) -> Self:
        """What everybody may read and what counts."""
        return self.filter(state=ReviewState.PUBLISHED)


class TherapistReview(models.Model):
    """One person's opinion of a therapist, under a name they chose. Nothing in it leads to a diary.

    `reason` says why it was not accepted or taken off; it stays when the author takes the review back, so that the
    next one waits for a moderator.
    """

    uid = models.UUIDField(editable=False)
    therapist = models.ForeignKey(Therapist, on_delete=models.CASCADE, related_name="reviews")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="therapist_reviews")
    rating = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True)
    shown_name = models.CharField(max_length=60, blank=True)
    state = models.CharField(max_length=9, choices=ReviewState.choices(), default=ReviewState.PENDING)
    reason = models.CharField(max_length=10, choices=Reason.choices(), blank=True)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[Any] = ReviewQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["uid"], name="therapistreview_uid_once"),
            models.UniqueConstraint(fields=["author", "therapist"], name="therapistreview_one_each"),
            models.CheckConstraint(condition=Q(rating__range=(1, 5)), name="therapistreview_rating_1_to_5"),
            models.CheckConstraint(condition=Q(version__gte=1), name="therapistreview_version_from_1"),
            code_in("state", ReviewState.choices(), name="therapistreview_state_known", required=True),
            models.CheckConstraint(
                condition=Q(state=ReviewState.WITHDRAWN, text="", shown_name="")
                | (~Q(state=ReviewState.WITHDRAWN) & ~Q(shown_name="")),
                name="therapistreview_named_or_withdrawn",
            ),
            code_in("reason", Reason.choices(), name="therapistreview_reason_known"),
        ]
        indexes = [
            models.Index(
                fields=["therapist", "-id"],
                name="therapistreview_shown",
                condition=Q(state=ReviewState.PUBLISHED),
            ),
            models.Index(
                fields=["created_at", "id"], name="therapistreview_queue", condition=Q(state=ReviewState.PENDING)
            ),
        ]

    def __str__(self) -> str:
        return f"Review {self.pk} of listing {self.therapist_id}"


class ContentReport(models.Model):
    """Somebody says that a listing or a review should not stand as it is; exactly one of the two is named."""

    uid = models.UUIDField(editable=False)
    reporter = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="content_reports")
    therapist = models.ForeignKey(
        Therapist, null=True, blank=True, on_delete=models.CASCADE, related_name="content_reports"
    )
    review = models.ForeignKey(
        TherapistReview, null=True, blank=True, on_delete=models.CASCADE, related_name="content_reports"
    )
    reason = models.CharField(max_length=12, choices=ReportReason.choices())
    words = models.TextField(blank=True)
    state = models.CharField(max_length=9, choices=ReportState.choices(), default=ReportState.OPEN)
    created_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reporter", "uid"], name="contentreport_uid_once"),
            models.CheckConstraint(
                condition=Q(therapist=None, review__isnull=False) | Q(therapist__isnull=False, review=None),
                name="contentreport_about_one_thing",
            ),
            code_in("reason", ReportReason.choices(), name="contentreport_reason_known", required=True),
            models.CheckConstraint(
                condition=Q(state=ReportState.OPEN, decided_at=None)
                | Q(state__in=(ReportState.UPHELD, ReportState.DISMISSED), decided_at__isnull=False),
                name="contentreport_decided_when",
            ),
        ]
        indexes = [models.Index(fields=["state", "created_at", "id"], name="contentreport_queue")]

    def __str__(self) -> str:
        return f"Report {self.pk}: {self.reason}"

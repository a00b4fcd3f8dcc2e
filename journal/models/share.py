"""Links by which somebody without an account reads a report, for a while."""

from typing import Any, Self

from django.conf import settings
from django.db import models


class ShareLinkQuerySet(models.QuerySet[Any]):
    """Links by whether they still open anything."""

    def open_at(self, now: Any) -> Self:
        """Neither withdrawn nor expired, of somebody whose account is not closed."""
        return self.filter(revoked_at=None, expires_at__gt=now, user__is_active=True)


class ShareLink(models.Model):
    """One link. Its secret is known to whoever was given it; here is only the SHA-256 of it.

    `choices` say what the report shows (ReportChoices as JSON). `kept` is the report with its charts as they were when
    the link was made, null where both are made anew at each opening; `first` and `last` are its days. What is kept is
    erased when the link is withdrawn or has expired.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    uid = models.UUIDField(editable=False)
    secret_sha256 = models.CharField(max_length=64, unique=True)
    choices = models.JSONField()
    is_live = models.BooleanField()
    kept = models.JSONField(null=True, blank=True)
    first = models.DateField(null=True, blank=True)
    last = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    opened = models.PositiveIntegerField(default=0)
    last_opened_at = models.DateTimeField(null=True, blank=True)

    objects = ShareLinkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "uid"], name="sharelink_uid_once"),
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("created_at")), name="sharelink_expires_after_it_was_made"
            ),
            models.CheckConstraint(
                condition=models.Q(is_live=False) | models.Q(kept=None), name="sharelink_live_keeps_nothing"
            ),
        ]
        indexes = [
            models.Index(fields=["user", "-created_at", "-id"], name="sharelink_by_time"),
        ]

    def __str__(self) -> str:
        return f"Share link {self.uid}"

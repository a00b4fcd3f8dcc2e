"""Earlier versions of records, kept so that every change can be undone."""

from django.conf import settings
from django.db import models


class Revision(models.Model):
    """What a record said before a change. Erased for good some weeks after the change."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    kind = models.CharField(max_length=16)
    uid = models.UUIDField()
    version = models.PositiveIntegerField()
    said = models.JSONField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "kind", "uid", "version"], name="revision_once"),
        ]
        indexes = [models.Index(fields=["user", "made_at"], name="revision_by_time")]

    def __str__(self) -> str:
        return f"Version {self.version} of {self.kind} {self.uid}"

"""Results that take a while to compute, kept until the diary changes."""

from django.conf import settings
from django.db import models


class KeptResult(models.Model):
    """A computed value of one person, good as long as their `diary_version` is the one it was computed from."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    name = models.CharField(max_length=80)
    diary_version = models.PositiveBigIntegerField()
    value = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "name"], name="keptresult_once")]

    def __str__(self) -> str:
        return f"Kept result {self.name}"

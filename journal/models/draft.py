"""What somebody began to say and has not saved yet."""

from django.conf import settings
from django.db import models


class PainDraft(models.Model):
    """The fields of a pain form as they were last sent, one draft for each person; kept for a day at most.

    `fields` are lists of texts by name, just as a browser sends them: nothing in them has been checked. `uid` is
    that of the entry it would become.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    uid = models.UUIDField(editable=False)
    fields = models.JSONField(default=dict)
    began_at = models.DateTimeField()
    kept_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"Pain draft {self.uid}"

"""Diary files that a person brings in: the file itself until it is done with, and the account of its rows."""

from typing import ClassVar

from django.conf import settings
from django.db import models


class DiaryImport(models.Model):
    """One file on its way into the diary.

    `content` is the compressed file; it is erased when the last row is in, and after a day in any case, together
    with `leftovers`, the compressed rows that did not become records. Every record that an import stores carries
    the import's `started_at` as its `received_at`: so the import can be taken back as a whole. Records of a whole diary
    keep the moment when they were first received, and carry it as their `updated_at`.
    """

    BACKUP: ClassVar = "backup"
    KINDS: ClassVar = (("pain", "Pain"), ("massage", "Massage"), (BACKUP, "A whole diary"))

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    uid = models.UUIDField(editable=False)
    file_name = models.CharField(max_length=120)
    received_at = models.DateTimeField()
    content = models.BinaryField(null=True, blank=True)
    leftovers = models.BinaryField(null=True, blank=True)
    kind = models.CharField(max_length=7, choices=KINDS, default="pain")
    mapping = models.JSONField(default=dict, blank=True)
    tz = models.CharField(max_length=64, blank=True)
    day_starts_at = models.PositiveSmallIntegerField(default=0)

    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    ready_rows = models.PositiveIntegerField(default=0)
    done_rows = models.PositiveIntegerField(default=0)
    stored_rows = models.PositiveIntegerField(default=0)
    known_rows = models.PositiveIntegerField(default=0)
    kept_both_rows = models.PositiveIntegerField(default=0)
    merged_rows = models.PositiveIntegerField(default=0)
    left_out_rows = models.PositiveIntegerField(default=0)
    problem_rows = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "uid"], name="diaryimport_uid_once"),
            models.UniqueConstraint(fields=["user", "started_at"], name="diaryimport_started_once"),
            models.CheckConstraint(
                condition=models.Q(done_rows__lte=models.F("ready_rows"))
                & models.Q(done_rows=models.F("stored_rows") + models.F("known_rows")),
                name="diaryimport_counts_add_up",
            ),
        ]

    def __str__(self) -> str:
        return f"Import {self.uid}"

    @property
    def all_rows(self) -> int:
        """The rows of the file, each counted once."""
        return self.ready_rows + self.merged_rows + self.left_out_rows + self.problem_rows

"""Visits to a doctor, to come and past, and the questions to ask there."""

import uuid
from typing import ClassVar

from django.db import models

from journal.models.record import Record


class DoctorVisit(Record):
    """One visit. Its moment is when it takes or took place, so it may lie in the future."""

    KIND: ClassVar[str] = "visit"

    clinician = models.CharField(max_length=120, blank=True)
    reason = models.CharField(max_length=200, blank=True)
    said = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"Doctor visit {self.uid}"


class VisitQuestion(Record):
    """One question. Its moment is when it came up. `visit_uid` names the visit at which it was asked: not a foreign
    key, because a visit that is deleted can come back, and then this still holds."""

    KIND: ClassVar[str] = "question"

    text = models.CharField(max_length=500)
    asked = models.BooleanField(default=False)
    visit_uid = models.UUIDField(null=True, blank=True)

    class Meta(Record.Meta):
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(condition=~models.Q(text=""), name="visitquestion_has_a_text"),
            models.CheckConstraint(
                condition=models.Q(visit_uid=None) | models.Q(asked=True), name="visitquestion_visit_means_asked"
            ),
        ]

    def __str__(self) -> str:
        return f"Visit question {self.uid}"

    @property
    def visit(self) -> str:
        """The uid of the visit as a content has it."""
        return str(self.visit_uid or "")

    @visit.setter
    def visit(self, uid: str) -> None:
        self.visit_uid = uuid.UUID(uid) if uid else None

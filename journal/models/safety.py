"""When the page on when to get help was shown, why, and what was answered on it."""

from typing import Any, ClassVar

from django.db import models

from journal.analytics.records import SafetyContent
from journal.analytics.red_flags import Answer
from journal.models.record import Record
from journal.models.sensing import code_in

_ANSWERS = [(answer.value, answer.name) for answer in Answer]


def _answer_field() -> Any:
    """The code of an answer; "" where the question was skipped or not asked."""
    return models.CharField(max_length=6, blank=True)


class SafetyCheck(Record):
    """One showing; the record's own moment is when it was called for. `reasons` are codes parted by spaces."""

    KIND: ClassVar[str] = "safety"

    reasons = models.CharField(max_length=120)
    asked = models.BooleanField(default=False)
    bladder = _answer_field()
    bowel = _answer_field()
    accident = _answer_field()
    fever = _answer_field()
    worse = _answer_field()

    class Meta(Record.Meta):
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(condition=~models.Q(reasons=""), name="safetycheck_has_reasons"),
            code_in("bladder", _ANSWERS, name="safetycheck_bladder_known"),
            code_in("bowel", _ANSWERS, name="safetycheck_bowel_known"),
            code_in("accident", _ANSWERS, name="safetycheck_accident_known"),
            code_in("fever", _ANSWERS, name="safetycheck_fever_known"),
            code_in("worse", _ANSWERS, name="safetycheck_worse_known"),
        ]

    def __str__(self) -> str:
        return f"Safety check {self.uid}"

    @property
    def content(self) -> SafetyContent:
        """Why it was shown, and what was answered."""
        content: SafetyContent = self._content(reasons=tuple(self.reasons.split()))
        return content

    def take(self, content: SafetyContent) -> None:
        """Set the columns from a content."""
        super().take(content)
        self.reasons = " ".join(content.reasons)

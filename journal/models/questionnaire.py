"""Questionnaires that were answered."""

from typing import ClassVar

from django.db import models

from journal.analytics.questionnaires import INSTRUMENTS, score_of
from journal.analytics.records import QuestionnaireContent
from journal.models.record import Record


def _score_fits() -> models.Q:
    """A score in the range of its questionnaire, and none for one whose answers stand for themselves. This also says
    which questionnaires there are."""
    fits = models.Q()
    for code, instrument in INSTRUMENTS.items():
        # A comparison with null is neither true nor false, and a constraint takes that for a yes.
        score = models.Q(score__isnull=False, score__range=(0, instrument.most))
        fits |= models.Q(instrument=code) & (models.Q(score=None) if instrument.scoring == "raw" else score)
    return fits


class QuestionnaireResponse(Record):
    """The answers to one questionnaire at one moment: whole numbers by the code of the item. `score` follows from
    them; null where the answers are not added up."""

    KIND: ClassVar[str] = "questionnaire"

    instrument = models.CharField(max_length=12)
    answers = models.JSONField()
    score = models.FloatField(null=True, blank=True)

    class Meta(Record.Meta):
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(condition=_score_fits(), name="questionnaireresponse_score_fits"),
        ]

    def __str__(self) -> str:
        return f"Questionnaire response {self.uid}"

    def take(self, content: QuestionnaireContent) -> None:
        """Set the columns from a content. Raises ValueError for answers that its questionnaire does not have."""
        super().take(content)
        self.score = score_of(content)

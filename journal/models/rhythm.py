"""How often a person wants to be asked a questionnaire."""

from django.conf import settings
from django.db import models

from journal.analytics.questionnaires import INSTRUMENTS, RHYTHM_WEEKS


class QuestionRhythm(models.Model):
    """One questionnaire that is asked on the start page every so many weeks. Without a row it is never asked.

    `not_before` is the first day on which to ask, whatever was answered when: that on which the rhythm was set, or a
    later one if the person put the question off.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    instrument = models.CharField(max_length=12)
    every_weeks = models.PositiveSmallIntegerField()
    not_before = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "instrument"], name="questionrhythm_once"),
            models.CheckConstraint(
                condition=models.Q(instrument__in=list(INSTRUMENTS)), name="questionrhythm_instrument_known"
            ),
            models.CheckConstraint(condition=models.Q(every_weeks__in=RHYTHM_WEEKS), name="questionrhythm_weeks_known"),
        ]

    def __str__(self) -> str:
        return f"Question rhythm {self.pk}"

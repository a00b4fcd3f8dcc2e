"""The day around the pain: sleep, stress, how it was spent."""

from typing import Any, ClassVar

from django.db import models

from journal.analytics.vocabulary import Lifting
from journal.models.record import Record
from journal.models.sensing import code_in

A_DAY = 24 * 60


def _up_to(field: str, most: int) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__isnull": True}) | models.Q(**{f"{field}__range": (0, most)}),
        name=f"daylog_{field}_0_to_{most}",
    )


def _number() -> Any:
    return models.PositiveSmallIntegerField(null=True, blank=True)


class DayLog(Record):
    """One for each person and diary day. Its moment is the day, without a time. What was not said is null or empty."""

    KIND: ClassVar[str] = "day"

    sleep_quality = _number()
    sleep_minutes = _number()
    stress = _number()
    sitting_minutes = _number()
    standing_minutes = _number()
    walking_minutes = _number()
    lifting = models.CharField(max_length=12, choices=Lifting.choices(), blank=True)
    exercise_minutes = _number()
    core = models.BooleanField(null=True, blank=True)
    interference = _number()
    note = models.TextField(blank=True)

    class Meta(Record.Meta):
        constraints = [
            *Record.Meta.constraints,
            *(_up_to(field, 10) for field in ("sleep_quality", "stress", "interference")),
            *(_up_to(f"{what}_minutes", A_DAY) for what in ("sleep", "sitting", "standing", "walking", "exercise")),
            code_in("lifting", Lifting.choices(), name="daylog_lifting_known"),
            models.UniqueConstraint(
                fields=["user", "local_date"], condition=models.Q(deleted_at=None), name="daylog_one_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"Day log {self.uid}"

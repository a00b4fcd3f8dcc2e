"""What a person means to do to prevent pain."""

from django.conf import settings
from django.db import models

from journal.analytics.vocabulary import Lifting
from journal.models.sensing import code_in


class PreventionGoal(models.Model):
    """A person's own goals. Null or empty: no goal. Days are days a week; the others are the most on one day."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    exercise_days = models.PositiveSmallIntegerField(null=True, blank=True)
    core_days = models.PositiveSmallIntegerField(null=True, blank=True)
    sitting_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    lifting = models.CharField(max_length=12, choices=Lifting.choices(), blank=True)

    class Meta:
        constraints = [
            *(
                models.CheckConstraint(
                    condition=models.Q(**{field: None}) | models.Q(**{f"{field}__range": (first, last)}),
                    name=f"preventiongoal_{field}_in_range",
                )
                for field, first, last in (
                    ("exercise_days", 1, 7),
                    ("core_days", 1, 7),
                    ("sitting_minutes", 0, 24 * 60),
                )
            ),
            code_in("lifting", Lifting.choices(), name="preventiongoal_lifting_known"),
        ]

    def __str__(self) -> str:
        return f"Prevention goal {self.pk}"

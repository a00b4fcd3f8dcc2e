"""Columns and rules shared by whatever names a place on the body or a rating of 0-10."""

from typing import Any

from django.db import models

from journal.analytics.vocabulary import Region, Side


def rating_field(*, required: bool = False) -> Any:
    """A rating of 0-10; decimals come from imported diaries."""
    return models.FloatField(null=not required, blank=not required)


def rating_in_range(field: str, *, name: str) -> models.CheckConstraint:
    """0-10 where it was said."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__isnull": True}) | models.Q(**{f"{field}__range": (0, 10)}),
        name=name,
    )


def code_in(field: str, choices: list[tuple[str, str]], *, name: str, required: bool = False) -> models.CheckConstraint:
    """One of the vocabulary's codes, or empty where it was not said and need not be."""
    unsaid = [] if required else [""]
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__in": [*unsaid, *(code for code, _ in choices)]}), name=name
    )


class Placed(models.Model):
    """A region and its side. An empty side means that nobody said which."""

    region = models.CharField(max_length=16, choices=Region.choices(), blank=True)
    side = models.CharField(max_length=6, choices=Side.choices(), blank=True)

    class Meta:
        abstract = True
        constraints = [
            code_in("region", Region.choices(), name="%(class)s_region_known"),
            code_in("side", Side.choices(), name="%(class)s_side_known"),
            models.CheckConstraint(
                condition=models.Q(side="") | ~models.Q(region=""), name="%(class)s_side_needs_region"
            ),
        ]

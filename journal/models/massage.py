"""A massage session, what it was and how it felt before, right after and the day after."""

from collections.abc import Iterable
from typing import ClassVar

from django.conf import settings
from django.db import models

from journal.analytics.records import Area, MassageContent
from journal.analytics.vocabulary import Giver, Goal, Soreness, Technique
from journal.models.my_therapist import MyTherapist
from journal.models.record import Record
from journal.models.sensing import Placed, code_in, rating_field, rating_in_range


class MassageSession(Record):
    """One session. Whatever was not said is null or empty; only its moment is required."""

    KIND: ClassVar[str] = "massage"

    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    technique = models.CharField(max_length=13, choices=Technique.choices(), blank=True)
    pressure = models.PositiveSmallIntegerField(null=True, blank=True)
    given_by = models.CharField(max_length=9, choices=Giver.choices(), blank=True)
    therapist = models.ForeignKey(
        MyTherapist, on_delete=models.SET_NULL, null=True, blank=True, related_name="sessions"
    )
    goal = models.CharField(max_length=10, choices=Goal.choices(), blank=True)
    pain_before = rating_field()
    pain_after = rating_field()
    cost = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    note = models.TextField(blank=True)

    pain_next_day = rating_field()
    soreness_next_day = models.CharField(max_length=4, choices=Soreness.choices(), blank=True)
    next_day_skipped = models.BooleanField(default=False)

    class Meta(Record.Meta):
        constraints = [
            *Record.Meta.constraints,
            rating_in_range("pain_before", name="massage_pain_before_0_to_10"),
            rating_in_range("pain_after", name="massage_pain_after_0_to_10"),
            rating_in_range("pain_next_day", name="massage_pain_next_day_0_to_10"),
            code_in("technique", Technique.choices(), name="massage_technique_known"),
            code_in("given_by", Giver.choices(), name="massage_given_by_known"),
            code_in("goal", Goal.choices(), name="massage_goal_known"),
            code_in("soreness_next_day", Soreness.choices(), name="massage_soreness_known"),
            models.CheckConstraint(
                condition=models.Q(minutes=None) | models.Q(minutes__range=(1, 600)),
                name="massage_minutes_1_to_600",
            ),
            models.CheckConstraint(
                condition=models.Q(pressure=None) | models.Q(pressure__range=(1, 5)),
                name="massage_pressure_1_to_5",
            ),
            models.CheckConstraint(condition=models.Q(cost=None) | models.Q(cost__gte=0), name="massage_cost_from_0"),
        ]

    def __str__(self) -> str:
        return f"Massage session {self.uid}"

    @property
    def content(self) -> MassageContent:
        """What the person said. Reads the areas and the therapist: fetch both with lists."""
        areas = (Area(region=row.region, side=row.side) for row in self.areas.all())
        return self.content_with(areas, therapist_name=self.therapist.name if self.therapist else "")

    def content_with(self, areas: Iterable[Area], *, therapist_name: str) -> MassageContent:
        """What the person said, with areas and a name that were read elsewhere."""
        content: MassageContent = self._content(areas=tuple(sorted(areas)), therapist_name=therapist_name)
        return content

    def parts(self, content: MassageContent) -> list["MassageArea"]:
        """The rows beside its own that hold a content, not saved yet."""
        return [
            MassageArea(user_id=self.user_id, session=self, region=area.region, side=area.side)
            for area in content.areas
        ]

    def save_parts(self, content: MassageContent) -> None:
        """Replace the areas by those of the content."""
        if self.version > 1:
            self.areas.all().delete()
        MassageArea.objects.bulk_create(self.parts(content))


class MassageArea(Placed):
    """A place that was massaged."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    session = models.ForeignKey(MassageSession, on_delete=models.CASCADE, related_name="areas")

    class Meta(Placed.Meta):
        abstract = False
        constraints = [
            *Placed.Meta.constraints,
            models.CheckConstraint(condition=~models.Q(region=""), name="massagearea_has_region"),
            models.UniqueConstraint(fields=["user", "session", "region", "side"], name="massagearea_once_per_session"),
        ]

    def __str__(self) -> str:
        return f"Massage area {self.pk}"

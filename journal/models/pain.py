"""Pain as it was at one moment: how strong, and what was felt where."""

from collections.abc import Iterable
from typing import ClassVar

from django.conf import settings
from django.db import models

from journal.analytics.records import Feeling, PainContent
from journal.analytics.vocabulary import Quality
from journal.models.record import Record
from journal.models.sensing import Placed, code_in, rating_field, rating_in_range


class PainEntry(Record):
    """Intensity 0-10 on the numeric rating scale at one moment, with the sensations in it."""

    KIND: ClassVar[str] = "pain"

    intensity = rating_field(required=True)
    note = models.TextField(blank=True)
    # In the row itself: the journal reads forty entries at a time, and most have none.
    triggers = models.JSONField(default=list, blank=True)

    class Meta(Record.Meta):
        constraints = [
            *Record.Meta.constraints,
            rating_in_range("intensity", name="painentry_intensity_0_to_10"),
        ]
        indexes = [
            *Record.Meta.indexes,
            # Covers the day means of a whole diary, so that ten years need no visit to the rows.
            models.Index(
                fields=["user", "local_date", "intensity"],
                name="painentry_day_means",
                condition=models.Q(deleted_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"Pain entry {self.uid}"

    @property
    def content(self) -> PainContent:
        """What the person said. Reads the sensations; lists read those of all entries and use `content_with`."""
        return self.content_with(row.feeling for row in self.sensations.all())

    def content_with(self, feelings: Iterable[Feeling]) -> PainContent:
        """What the person said, with its sensations from elsewhere."""
        content: PainContent = self._content(feelings=tuple(sorted(feelings, key=Feeling.what_and_where)))
        return content

    def parts(self, content: PainContent) -> list["Sensation"]:
        """The rows beside its own that hold a content, not saved yet."""
        return [
            Sensation(
                user_id=self.user_id,
                entry=self,
                quality=feeling.quality,
                region=feeling.region,
                side=feeling.side,
                intensity=feeling.intensity,
            )
            for feeling in content.feelings
        ]

    def save_parts(self, content: PainContent) -> None:
        """Replace the sensations by those of the content."""
        if self.version > 1:
            self.sensations.all().delete()
        Sensation.objects.bulk_create(self.parts(content))


class Sensation(Placed):
    """One quality at one place, with an intensity of its own where it differs from the entry's."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    entry = models.ForeignKey(PainEntry, on_delete=models.CASCADE, related_name="sensations")
    quality = models.CharField(max_length=10, choices=Quality.choices(), blank=True)
    intensity = rating_field()

    class Meta(Placed.Meta):
        abstract = False
        constraints = [
            *Placed.Meta.constraints,
            code_in("quality", Quality.choices(), name="sensation_quality_known"),
            rating_in_range("intensity", name="sensation_intensity_0_to_10"),
            models.CheckConstraint(condition=~models.Q(quality="", region=""), name="sensation_says_something"),
            models.UniqueConstraint(
                fields=["user", "entry", "region", "side", "quality"], name="sensation_once_per_entry"
            ),
        ]

    def __str__(self) -> str:
        return f"Sensation {self.pk}"

    @property
    def feeling(self) -> Feeling:
        return Feeling(quality=self.quality, region=self.region, side=self.side, intensity=self.intensity)

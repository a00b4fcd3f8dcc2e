"""Flare-ups that the person declared, confirmed or turned down, and notes on how they go. Suggested ones are computed,
never stored."""

import uuid
from typing import Any, ClassVar, Self

from django.db import models

from journal.analytics.moments import Moment
from journal.analytics.vocabulary import Change
from journal.models.record import Record, RecordQuerySet


class FlareUpQuerySet(RecordQuerySet):
    """Flare-ups by what the person decided about them."""

    def lasting(self, user: Any) -> Self:
        """The one that the person started and that is not over."""
        return self.owned_by(user).filter(ended_at=None, origin="declared")

    def accepted(self, user: Any) -> Self:
        """Declared and confirmed ones: what the person calls a flare-up."""
        return self.owned_by(user).exclude(origin="dismissed")


class FlareUp(Record):
    """A flare-up; the record's own moment is its start. `end_*` are null while it lasts.

    `origin` says who drew its bounds: the person ("declared"), or the rule named in `rule`, which the person
    confirmed; "dismissed" is a suggestion that was turned down and must not come back.
    """

    KIND: ClassVar[str] = "flare"
    ORIGINS = (("declared", "Declared"), ("confirmed", "Confirmed"), ("dismissed", "Dismissed"))

    origin = models.CharField(max_length=9, choices=ORIGINS, default="declared")
    rule = models.CharField(max_length=40, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    end_tz = models.CharField(max_length=64, blank=True)
    end_utc_offset_minutes = models.SmallIntegerField(null=True, blank=True)
    end_date = models.DateField(null=True, blank=True)
    end_time_known = models.BooleanField(default=True)
    note = models.TextField(blank=True)
    helped = models.TextField(blank=True)
    triggers = models.JSONField(default=list, blank=True)

    objects: ClassVar[Any] = FlareUpQuerySet.as_manager()

    class Meta(Record.Meta):
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(ended_at=None, end_date=None)
                # A comparison with NULL is neither true nor false, and would pass.
                | models.Q(ended_at__gte=models.F("occurred_at"), ended_at__isnull=False, end_date__isnull=False),
                name="flareup_ends_after_start",
            ),
            models.CheckConstraint(
                condition=models.Q(origin__in=["declared", "confirmed", "dismissed"]),
                name="flareup_origin_known",
            ),
            models.UniqueConstraint(
                fields=["user"],
                condition=models.Q(ended_at=None, deleted_at=None, origin="declared"),
                name="flareup_one_open",
            ),
        ]

    def __str__(self) -> str:
        return f"Flare-up {self.uid}"

    @property
    def end(self) -> Moment | None:
        """When it was over; None while it lasts."""
        if self.ended_at is None or self.end_date is None:
            return None
        return Moment(
            occurred_at=self.ended_at,
            tz=self.end_tz or self.tz,
            utc_offset_minutes=self.end_utc_offset_minutes or 0,
            local_date=self.end_date,
            time_known=self.end_time_known,
        )

    @end.setter
    def end(self, moment: Moment | None) -> None:
        self.ended_at = moment.occurred_at if moment else None
        self.end_date = moment.local_date if moment else None
        self.end_tz = moment.tz if moment else ""
        self.end_utc_offset_minutes = moment.utc_offset_minutes if moment else None
        self.end_time_known = moment.time_known if moment else True


class FlareNote(Record):
    """How a flare-up went at one moment. `flare_uid` is that of the flare-up, which may be gone or made one with
    another meanwhile; the note stays in the journal."""

    KIND: ClassVar[str] = "flarenote"

    flare_uid = models.UUIDField(editable=False)
    change = models.CharField(max_length=6, choices=Change.choices())
    note = models.TextField(blank=True)

    class Meta(Record.Meta):
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(change__in=[code for code, _ in Change.choices()]), name="flarenote_change_known"
            ),
        ]

    def __str__(self) -> str:
        return f"Flare-up note {self.uid}"

    @property
    def flare(self) -> str:
        """The uid as a content has it."""
        return str(self.flare_uid)

    @flare.setter
    def flare(self, uid: str) -> None:
        self.flare_uid = uuid.UUID(uid)

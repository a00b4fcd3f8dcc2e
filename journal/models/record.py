"""What every record of a person carries: whose it is, its uid, when it happened, its version."""

import datetime as dt
import uuid
from functools import cache
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models

from journal.analytics.frozen_json import field_types, from_plain, to_plain
from journal.analytics.moments import Moment
from journal.analytics.record_kinds import KINDS
from journal.analytics.records import Content


class RecordQuerySet(models.QuerySet[Any]):
    """Filters that read as adjectives: `PainEntry.objects.owned_by(user).between(first, last)`."""

    def owned_by(self, user: Any) -> Self:
        """The person's records, without the deleted ones."""
        return self.filter(user=user, deleted_at=None)

    def between(self, first: dt.date | None, last: dt.date | None) -> Self:
        """Records of the diary days `first` to `last`, both included; None means no bound."""
        bounded = self if first is None else self.filter(local_date__gte=first)
        return bounded if last is None else bounded.filter(local_date__lte=last)

    def erase_deleted(self, *, before: dt.datetime) -> int:
        """Erase for good what was deleted before a moment; returns the number of records."""
        return self.filter(deleted_at__lt=before).delete()[1].get(self.model._meta.label, 0)

    def newest_first(self) -> Self:
        return self.order_by("-local_date", "-occurred_at", "-id")

    def older_than(self, *, user: Any, uid: uuid.UUID) -> Self:
        """What comes after a record, deleted or not, in the order of `newest_first`; everything where the person has no
        such record. One query."""
        columns = ("local_date", "occurred_at", "pk")
        found = self.model._default_manager.filter(user=user, uid=uid).values_list(*columns).first()
        if found is None:
            return self
        day, at, key = found
        earlier = models.Q(occurred_at__lt=at) | models.Q(occurred_at=at, pk__lt=key)
        return self.filter(models.Q(local_date__lt=day) | models.Q(local_date=day) & earlier)


class Record(models.Model):
    """Base of everything a person logs; what one says is the content class that KINDS has for its `KIND`.

    `uid` is made by the form or the client, so that sending twice saves once. `local_date` is the date on the
    person's wall, fixed when saved. A deleted record keeps its row (and its uid) until it is erased for good.
    """

    KIND: ClassVar[str]

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    uid = models.UUIDField(editable=False)
    occurred_at = models.DateTimeField()
    tz = models.CharField(max_length=64)
    utc_offset_minutes = models.SmallIntegerField()
    local_date = models.DateField()
    time_known = models.BooleanField(default=True)
    received_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    deleted_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = RecordQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["user", "uid"], name="%(class)s_uid_once"),
            models.CheckConstraint(
                condition=models.Q(utc_offset_minutes__range=(-16 * 60, 16 * 60)),
                name="%(class)s_offset_in_range",
            ),
            models.CheckConstraint(condition=models.Q(version__gte=1), name="%(class)s_version_from_1"),
        ]
        indexes = [
            models.Index(
                fields=["user", "-local_date", "-occurred_at", "-id"],
                name="%(class)s_by_day",
                condition=models.Q(deleted_at=None),
            ),
        ]

    @property
    def content(self) -> Any:
        """What the person said."""
        return self._content()

    def _content(self, **beside: Any) -> Any:
        """A content: the fields of `beside`, and the others from the columns and properties of the same names."""
        values = {
            name: getattr(self, name) if kind is None else from_plain(getattr(self, name), kind=kind, may_lack=True)
            for name, kind in _held(type(self)).items()
        }
        return KINDS[self.KIND].content(**(values | beside))

    def take(self, content: Any) -> None:
        """Set the columns from a content; `save_parts` stores the rest."""
        for name, kind in _held(type(self)).items():
            value = getattr(content, name)
            setattr(self, name, value if kind is None else to_plain(value))

    def came_back(self) -> "tuple[Record, Content] | None":
        """Called when it is in the diary again after it was deleted.

        Another record of its kind, and what that one has to say from now on, if there is one.
        """
        return None

    def parts(self, content: Any) -> list[Any]:
        """The rows beside its own that hold a content, not saved yet: none, where a kind does not say otherwise."""
        return []

    def save_parts(self, content: Any) -> None:
        """Put the parts of the content in the place of those before."""

    @property
    def moment(self) -> Moment:
        """When it happened, as it was said."""
        return Moment(
            occurred_at=self.occurred_at,
            tz=self.tz,
            utc_offset_minutes=self.utc_offset_minutes,
            local_date=self.local_date,
            time_known=self.time_known,
        )

    @moment.setter
    def moment(self, moment: Moment) -> None:
        self.occurred_at = moment.occurred_at
        self.tz = moment.tz
        self.utc_offset_minutes = moment.utc_offset_minutes
        self.local_date = moment.local_date
        self.time_known = moment.time_known


@cache
def _held(model: type[Record]) -> dict[str, Any]:
    """The fields of its content that a row of the table holds itself; with the type, where that is held as JSON."""
    content: Any = KINDS[model.KIND].content
    columns = {column.name: column for column in model._meta.concrete_fields}
    return {
        name: kind if isinstance(columns.get(name), models.JSONField) else None
        for name, kind in field_types(content).items()
        if name in columns or isinstance(getattr(model, name, None), property)
    }

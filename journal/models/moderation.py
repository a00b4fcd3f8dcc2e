"""What moderators and administrators did, kept so that nobody can change it afterwards."""

import datetime as dt
from typing import Any, ClassVar, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import Q

from journal.analytics.moderation import MOST_HOURS, AccessReason, Done
from journal.models.person import User
from journal.models.sensing import code_in
from journal.models.therapist import Therapist


class NeverChanged(TypeError):
    """The log is only ever added to."""


class AuditQuerySet(models.QuerySet[Any]):
    """Reads and adds; nothing else."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise NeverChanged

    def delete(self) -> NoReturn:
        raise NeverChanged

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise NeverChanged


class AuditEntry(models.Model):
    """One thing that was done: by whom, when, what, about which row, about whom, why.

    People and rows are named by key alone: the log outlives them, and then the number says nothing. `actor` is null
    where it was done from the shell. Triggers in the database (migration 0008) refuse changes as well.
    """

    at = models.DateTimeField()
    actor = models.BigIntegerField("by", null=True, blank=True)
    what = models.CharField(max_length=13, choices=Done.choices())
    about_kind = models.CharField(max_length=20)
    about = models.BigIntegerField("number")
    person = models.BigIntegerField("whose", null=True, blank=True)
    reason = models.CharField(max_length=20, blank=True)
    words = models.TextField(blank=True)

    objects: ClassVar[Any] = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = "log entry"
        verbose_name_plural = "log entries"
        constraints = [
            code_in("what", Done.choices(), name="auditentry_what_known", required=True),
            models.CheckConstraint(condition=~Q(words__contains="@"), name="auditentry_holds_no_address"),
        ]
        indexes = [
            models.Index(fields=["about_kind", "about", "-id"], name="auditentry_by_row"),
            models.Index(fields=["person", "-id"], name="auditentry_by_person"),
        ]

    def __str__(self) -> str:
        return f"Log entry {self.pk}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise NeverChanged
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise NeverChanged


class ContentAccess(models.Model):
    """A time in which one administrator may read one person's diary. The person is told of it and sees it."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="content_accesses")
    opened_by = models.BigIntegerField()
    reason = models.CharField(max_length=5, choices=AccessReason.choices())
    words = models.TextField()
    opened_at = models.DateTimeField()
    hours = models.PositiveSmallIntegerField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "access to a diary"
        verbose_name_plural = "accesses to diaries"
        constraints = [
            code_in("reason", AccessReason.choices(), name="contentaccess_reason_known", required=True),
            models.CheckConstraint(condition=~Q(words=""), name="contentaccess_says_why"),
            models.CheckConstraint(condition=~Q(words__contains="@"), name="contentaccess_holds_no_address"),
            models.CheckConstraint(condition=Q(hours__range=(1, MOST_HOURS)), name="contentaccess_hours_1_to_24"),
        ]
        indexes = [models.Index(fields=["person", "-opened_at"], name="contentaccess_by_person")]

    def __str__(self) -> str:
        return f"Access {self.pk}"

    @property
    def until(self) -> dt.datetime:
        """When it ends by itself, or was ended."""
        end = self.opened_at + dt.timedelta(hours=self.hours)
        return min(end, self.closed_at) if self.closed_at else end


class ListingMerge(models.Model):
    """One listing joined with another, with all that is needed to part them again."""

    kept = models.ForeignKey(Therapist, on_delete=models.CASCADE, related_name="merges_into_it")
    gone = models.ForeignKey(Therapist, on_delete=models.CASCADE, related_name="merges_of_it")
    made_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)
    state_before = models.CharField(max_length=9)
    moved = models.JSONField(default=dict)
    """Keys of the rows that followed, by model and field: {"journal.contentreport.therapist": [3, 4]}."""

    class Meta:
        verbose_name = "joined pair"
        verbose_name_plural = "joined pairs"
        constraints = [
            models.UniqueConstraint(fields=["gone"], condition=Q(undone_at=None), name="listingmerge_one_open"),
            models.CheckConstraint(condition=~Q(kept=models.F("gone")), name="listingmerge_of_two"),
        ]

    def __str__(self) -> str:
        return f"Joined pair {self.pk}"


class ListingsApart(models.Model):
    """Two listings that look alike and are two people, so that nobody is asked again; `one` is the older."""

    one = models.ForeignKey(Therapist, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Therapist, on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = "pair of two people"
        verbose_name_plural = "pairs of two people"
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="listingsapart_once"),
            models.CheckConstraint(condition=Q(one__lt=models.F("other")), name="listingsapart_older_first"),
        ]

    def __str__(self) -> str:
        return f"Listings {self.one_id} and {self.other_id}"


class Author(User):
    """Somebody who sent something to the directory, as moderators see them: a number and counts."""

    class Meta:
        proxy = True
        verbose_name = "author"

    def __str__(self) -> str:
        return f"Person {self.pk}"

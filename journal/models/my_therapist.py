"""The massage therapists of one person: what they keep about them, and the names by which they write them."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from journal.analytics.frozen_json import from_plain, to_plain
from journal.analytics.names import name_key
from journal.analytics.records import Content, TherapistContent
from journal.models.record import Record, RecordQuerySet
from journal.models.therapist import Therapist


class MyTherapistQuerySet(RecordQuerySet):
    """The name of a therapist is part of the sessions that were with them, and lasts as long as these."""

    def erase_deleted(self, *, before: Any) -> int:
        """Erase those without sessions; of the others all but the name, by which their sessions say who gave them."""
        deleted = self.filter(deleted_at__lt=before)
        named = models.Exists(MyTherapist.objects.filter(pk=models.OuterRef("pk"), sessions__isnull=False))
        deleted.filter(named).update(**_NOTHING_SAID)
        return deleted.filter(~named).delete()[1].get(self.model._meta.label, 0)


class MyTherapist(Record):
    """A massage therapist as this person knows them; nobody else sees it.

    The record's own moment is when the therapist came into the diary: by hand, or with the first session that names
    them. `listing` is their page in the directory. One that was merged into another is deleted and says in `merged`
    what went over, so that it can come back.
    """

    KIND: ClassVar[str] = "therapist"

    name = models.CharField(max_length=120)
    goal = models.TextField(blank=True)
    recommended_by = models.CharField(max_length=120, blank=True)
    recommended_on = models.DateField(null=True, blank=True)
    answers = models.JSONField(default=list, blank=True)
    told = models.JSONField(default=list, blank=True)
    note = models.TextField(blank=True)
    listing = models.ForeignKey(Therapist, on_delete=models.SET_NULL, null=True, blank=True, related_name="kept_by")
    merged = models.JSONField(null=True, blank=True)

    objects: ClassVar[Any] = MyTherapistQuerySet.as_manager()

    class Meta(Record.Meta):
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(condition=~models.Q(name=""), name="mytherapist_has_a_name"),
        ]

    def __str__(self) -> str:
        return f"My therapist {self.uid}"

    def parts(self, content: TherapistContent) -> list["TherapistName"]:
        """The rows beside its own that hold a content, not saved yet."""
        return [TherapistName(user_id=self.user_id, therapist=self, key=name_key(content.name))]

    def save_parts(self, content: TherapistContent) -> None:
        """Add the name to those that lead here; the database refuses one that leads to another therapist."""
        if not self.names.filter(key=name_key(content.name)).exists():
            TherapistName.objects.bulk_create(self.parts(content))

    def came_back(self) -> tuple[Record, Content] | None:
        """Take back the sessions and names that a merge moved, from whoever has them by merges alone.

        The other therapist says again what they said, where they still say what was put together from both.
        """
        if self.merged is None:
            return None
        moved, self.merged = self.merged, None
        self.save(update_fields=["merged"])
        into = holder = MyTherapist.objects.filter(user=self.user_id, pk=moved["into"]).first()
        passed_on = [moved["into"]]  # whom the page in the directory came to by this merge
        while holder is not None and holder.merged is not None:
            if holder.pk == passed_on[-1] and holder.merged.get("listing") == moved.get("listing"):
                passed_on.append(holder.merged["into"])
            holder = MyTherapist.objects.filter(user=self.user_id, pk=holder.merged["into"]).first()
        if into is None or holder is None:
            return None
        holder.names.filter(key__in=moved["names"]).update(therapist=self)
        holder.sessions.filter(pk__in=moved["sessions"]).update(therapist=self)
        if moved.get("listing"):
            MyTherapist.objects.filter(pk__in=passed_on, listing=moved["listing"]).update(listing=None)
        changed = moved["before"] != moved["after"] and into.deleted_at is None
        unchanged_since = changed and to_plain(into.content) == moved["after"]
        return (into, from_plain(moved["before"], kind=TherapistContent, may_lack=True)) if unchanged_since else None


_NOTHING_SAID: dict[str, Any] = {
    "goal": "",
    "recommended_by": "",
    "recommended_on": None,
    "answers": [],
    "told": [],
    "note": "",
    "listing": None,
    "merged": None,
}


class TherapistName(models.Model):
    """A name, as `name_key` has it, by which a person has written a therapist of theirs: each means one of them.

    Those of earlier days stay, and those of merged therapists go over: so the name in an old version of a session, or
    in a spreadsheet that is brought in again, still means whom it meant.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    therapist = models.ForeignKey(MyTherapist, on_delete=models.CASCADE, related_name="names")
    key = models.CharField(max_length=360)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "key"], name="therapistname_means_one"),
            models.CheckConstraint(condition=~models.Q(key=""), name="therapistname_not_empty"),
        ]

    def __str__(self) -> str:
        return f"Therapist name {self.pk}"

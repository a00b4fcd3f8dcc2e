"""Rows that moderators decide about."""

import datetime as dt
import importlib
import uuid
from types import SimpleNamespace
from typing import Any

from django.db import connection
from django.utils import timezone

from journal.models import AuditEntry, ContentAccess, ContentReport, ListingChange, Therapist, TherapistReview, User

_TRIGGERS = importlib.import_module("journal.migrations.0008_moderation")


def listing(name: str = "Vera Lang", *, state: str = "pending", **fields: Any) -> Therapist:
    """A listing that waits, in Leeds."""
    now = fields.pop("created_at", timezone.now())
    said = {"place": "Leeds", "country": "GB", "created_at": now, "updated_at": now} | fields
    made: Therapist = Therapist.objects.create(name=name, state=state, **said)
    return made


def review(author: User, about: Therapist, *, state: str = "pending", **fields: Any) -> TherapistReview:
    """A review that waits: four of five."""
    now = fields.pop("created_at", timezone.now())
    said = {"rating": 4, "text": "Listens well.", "shown_name": "A reader", "created_at": now, "updated_at": now}
    made: TherapistReview = TherapistReview.objects.create(
        author=author, therapist=about, state=state, uid=uuid.uuid4(), **(said | fields)
    )
    return made


def change(author: User, about: Therapist, **fields: Any) -> ListingChange:
    """A suggested change that waits: another street."""
    said = {"kind": "change", "proposed": {"street": "2 Mill Lane"}, "created_at": timezone.now()}
    return ListingChange.objects.create(author=author, therapist=about, uid=uuid.uuid4(), **(said | fields))


def report(reporter: User, about: Therapist | TherapistReview, **fields: Any) -> ContentReport:
    """An open report."""
    named = {"review" if isinstance(about, TherapistReview) else "therapist": about}
    said = {"reason": "wrong", "words": "That is not so.", "created_at": timezone.now()}
    return ContentReport.objects.create(reporter=reporter, uid=uuid.uuid4(), **(said | named | fields))


def queues(author: User, *, each: int = 1) -> dict[str, Any]:
    """Some of everything that waits; the latest of each."""
    made: dict[str, Any] = {}
    for number in range(each):
        then = timezone.now() - dt.timedelta(hours=each - number)
        about = listing(f"Known Therapist {number}", state="published", created_at=then)
        made = {
            "therapist": listing(f"New Therapist {number}", created_at=then, added_by=author),
            "listingchange": change(author, about, created_at=then),
            "therapistreview": review(author, about, created_at=then),
            "contentreport": report(author, about, created_at=then),
        }
    return made


def one_of_each(user: User) -> dict[str, str]:
    """A row of every table that the desk has a page for, by the name of the table; and two keys for their pages."""
    made = queues(user)
    access = ContentAccess.objects.create(
        person=user, opened_by=0, reason="asked", words="Wrote on Monday.", opened_at=timezone.now(), hours=1
    )
    entry = AuditEntry.objects.create(at=timezone.now(), what="hidden", about_kind="therapist", about=1)
    keys = {name: item.pk for name, item in made.items()}
    keys |= {"author": user.pk, "user": user.pk, "contentaccess": access.pk, "auditentry": entry.pk}
    keys |= {"person_id": user.pk, "other_id": listing("Another Therapist").pk}
    return {name: str(key) for name, key in keys.items()}


def empty_log() -> None:
    """For tests that really commit: what the log keeps would be in the way of the next one."""
    if connection.vendor == "sqlite" and AuditEntry.objects.exists():
        with connection.cursor() as cursor:
            for statement in _TRIGGERS.DROPS["sqlite"]:
                cursor.execute(statement)
            cursor.execute("DELETE FROM journal_auditentry")
            for statement in _TRIGGERS.TRIGGERS["sqlite"]:
                cursor.execute(statement)


def make_groups() -> None:
    """They are made by a migration; a test that really commits leaves none for the next one."""
    from django.apps import apps

    migration = importlib.import_module("journal.migrations.0009_groups")
    migration.make_groups(apps, SimpleNamespace(connection=connection))

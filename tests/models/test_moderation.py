"""The log only grows, whatever somebody tries."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from journal.models import AuditEntry, ContentAccess, User
from journal.models.moderation import NeverChanged

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry() -> AuditEntry:
    made: AuditEntry = AuditEntry.objects.create(at=timezone.now(), what="hidden", about_kind="therapist", about=7)
    return made


@pytest.mark.parametrize(
    "tried",
    [
        lambda entry: entry.save(),
        lambda entry: entry.delete(),
        lambda entry: AuditEntry.objects.update(words="x"),
        lambda entry: AuditEntry.objects.all().delete(),
        lambda entry: AuditEntry.objects.bulk_update([entry], ["words"]),
    ],
)
def test_the_application_cannot_change_it(entry: AuditEntry, tried: Callable[[AuditEntry], Any]) -> None:
    with pytest.raises(NeverChanged):
        tried(entry)


@pytest.mark.parametrize("statement", ["UPDATE journal_auditentry SET words = 'x'", "DELETE FROM journal_auditentry"])
def test_the_database_refuses_too(entry: AuditEntry, statement: str) -> None:
    with (
        pytest.raises(DatabaseError, match="The log is never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

    assert AuditEntry.objects.get().words == ""


def test_it_outlives_whom_it_is_about(ana: User, entry: AuditEntry) -> None:
    AuditEntry.objects.create(
        at=timezone.now(), what="looked", about_kind="contentaccess", about=1, actor=ana.pk, person=ana.pk
    )
    key = ana.pk
    ana.delete()

    assert list(AuditEntry.objects.filter(what="looked").values_list("actor", "person")) == [(key, key)]


def test_it_holds_no_address() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        AuditEntry.objects.create(
            at=timezone.now(), what="hidden", about_kind="therapist", about=7, words="ask ana@example.org"
        )


@pytest.mark.parametrize("hours", [0, 25])
def test_an_access_lasts_a_day_at_most(ana: User, hours: int) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ContentAccess.objects.create(
            person=ana, opened_by=1, reason="law", words="Order", opened_at=timezone.now(), hours=hours
        )

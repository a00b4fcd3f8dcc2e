"""The names that sessions held become therapists, and names again when the migration is taken back."""

import datetime as dt
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from journal.models import MassageSession, MyTherapist, User
from tests.cast import massage

MIGRATION = ("journal", "0007_my_therapists")
AT = dt.datetime(2026, 5, 4, 16, tzinfo=dt.UTC)
WRITTEN = ("Vera Lang", "vera  lang", "ОЛЬГА", "Ольга", "李小龙", "  Vera Lang ", "", " ", "<b>Kim</b>")
READ = ["Vera Lang", "Vera Lang", "Ольга", "Ольга", "李小龙", "Vera Lang", "", "", "<b>Kim</b>"]


@pytest.fixture
def before(transactional_db: None) -> Iterator[Any]:
    """The tables as they were; afterwards they are as they are."""
    [parent] = MigrationLoader(connection).graph.node_map[MIGRATION].parents
    executor = MigrationExecutor(connection)
    executor.migrate([parent.key])
    yield executor.loader.project_state([parent.key]).apps
    call_command("migrate", verbosity=0)


def session(apps: Any, user: Any, day: int, name: str, **said: Any) -> None:
    at = AT + dt.timedelta(days=day)
    apps.get_model("journal", "MassageSession").objects.create(
        user=user,
        uid=uuid.uuid4(),
        occurred_at=at,
        tz="Europe/Berlin",
        utc_offset_minutes=120,
        local_date=at.date(),
        received_at=at,
        updated_at=at,
        therapist_name=name,
        **said,
    )


def test_there_and_back(before: Any) -> None:
    people = before.get_model("journal", "User").objects
    ana, ben = (people.create(email=f"{name}@example.org") for name in ("ana", "ben"))
    for day, name in enumerate(WRITTEN):
        session(before, ana, day, name)
    session(before, ana, 20, "Only deleted", deleted_at=AT)
    session(before, ben, 0, "VERA LANG")

    call_command("migrate", *MIGRATION, verbosity=0)

    mine = MassageSession.objects.filter(user=ana.pk).order_by("local_date").select_related("therapist")
    assert [one.content.therapist_name for one in mine] == [*READ, "Only deleted"]
    assert {(one.user_id, one.name) for one in MyTherapist.objects.all()} == {
        *((ana.pk, name) for name in set(READ) - {""}),
        (ana.pk, "Only deleted"),
        (ben.pk, "VERA LANG"),
    }
    call_command("migrate", verbosity=0)
    massage(User.objects.get(pk=ana.pk), therapist_name="vera lang")
    assert MyTherapist.objects.filter(user=ana.pk).count() == 5

    [parent] = MigrationLoader(connection).graph.node_map[MIGRATION].parents
    call_command("migrate", *parent.key, verbosity=0)

    sessions = before.get_model("journal", "MassageSession").objects.filter(user=ana.pk).order_by("local_date", "pk")
    assert [one.therapist_name for one in sessions][: len(READ)] == READ

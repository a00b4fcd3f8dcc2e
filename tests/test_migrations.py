"""The migrations make exactly the tables that the models describe, and can be taken back."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from journal.models import User


def test_no_migration_is_missing(db: None) -> None:
    call_command("makemigrations", "--check", "--dry-run", stdout=StringIO())


def test_every_migration_of_the_journal_has_a_name_that_says_what_it_does() -> None:
    names = [name for app, name in MigrationLoader(None).disk_migrations if app == "journal"]

    assert names
    assert [name for name in names if "_auto_" in name] == []


@pytest.mark.django_db(transaction=True)
def test_the_tables_can_be_taken_back_and_made_again() -> None:
    quiet = {"verbosity": 0, "interactive": False}
    call_command("migrate", "journal", "zero", **quiet)
    try:
        assert "journal_painentry" not in connection.introspection.table_names()
    finally:
        call_command("migrate", **quiet)

    assert not User.objects.exists()

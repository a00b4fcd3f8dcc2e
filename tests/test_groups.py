"""The two groups of the staff, with the least that each needs; on a fresh database and on one that is in use."""

import importlib
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import connection

from journal.models import User
from tests.desk import make_groups

pytestmark = pytest.mark.django_db

DECIDED_ON = ("therapist", "listingchange", "therapistreview", "contentreport", "author", "listingmerge")
MODERATOR = {f"{what}_{model}" for model in DECIDED_ON for what in ("view", "change")} | {"view_auditentry"}
ADMINISTRATOR = MODERATOR | {
    "view_user",
    "change_user",
    "view_contentaccess",
    "add_contentaccess",
    "change_contentaccess",
}


def held_by(name: str) -> set[str]:
    return set(Group.objects.get(name=name).permissions.values_list("codename", flat=True))


def test_they_hold_what_they_need_and_no_more(mona: User, ada: User) -> None:
    assert held_by("moderator") == MODERATOR
    assert held_by("administrator") == ADMINISTRATOR
    assert not any(user.is_superuser for user in (mona, ada))


def test_the_migration_needs_no_permissions_to_be_there() -> None:
    Group.objects.all().delete()
    Permission.objects.all().delete()

    make_groups()

    assert held_by("moderator") == MODERATOR
    assert Permission.objects.count() == len(ADMINISTRATOR)


def test_it_keeps_the_permissions_that_are_there_and_can_be_taken_back(mona: User) -> None:
    Group.objects.get(name="administrator").delete()
    before = set(Permission.objects.values_list("pk", flat=True))

    make_groups()
    assert set(Permission.objects.values_list("pk", flat=True)) == before
    assert User.objects.get(pk=mona.pk).has_perm("journal.change_therapist")

    migration = importlib.import_module("journal.migrations.0009_groups")
    migration.drop_groups(apps, SimpleNamespace(connection=connection))
    assert not Group.objects.exists()

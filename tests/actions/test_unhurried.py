"""What waits for the disk, and what need not: in SQLite a commit that does takes as long as all the rest of a page."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, transaction

from journal.actions.unhurried import without_waiting
from journal.models import User
from tests.cast import signed_in

IS_SQLITE = connection.vendor == "sqlite"
FULL = 2


class Watched:
    """By table, whether each of its changes waited for the disk."""

    def __init__(self) -> None:
        self.waits = True
        self.changes: dict[str, set[bool]] = {}

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith("PRAGMA synchronous="):
            self.waits = sql.endswith("FULL")
        elif sql.startswith(("INSERT", "UPDATE", "DELETE")):
            self.changes.setdefault(sql.split('"')[1], set()).add(self.waits)
        return execute(sql, params, many, context)


def safety() -> int:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous" if IS_SQLITE else f"SELECT {FULL}")
        found: int = cursor.fetchone()[0]
    return found


@pytest.mark.django_db(transaction=True)
def test_what_a_person_logs_waits_for_the_disk_and_what_is_said_about_it_does_not(ana: User) -> None:
    client = signed_in(ana)
    watched = Watched()
    with connection.execute_wrapper(watched):
        client.post("/pain/new/", {"uid": str(uuid4()), "intensity": "4"})
        page = client.get("/").text

    assert "Saved" in page
    assert watched.changes == {
        "journal_user": {True},
        "journal_painentry": {True},
        "journal_paindraft": {not IS_SQLITE},
        "django_session": {not IS_SQLITE},
        "journal_keptresult": {not IS_SQLITE},
    }


@pytest.mark.django_db(transaction=True)
def test_signing_out_waits(ana: User) -> None:
    client = signed_in(ana)
    watched = Watched()
    with connection.execute_wrapper(watched):
        client.post("/accounts/logout/")

    assert True in watched.changes["django_session"]


@pytest.mark.django_db(transaction=True)
def test_it_waits_again_afterwards_whatever_happens() -> None:
    with without_waiting():
        assert (safety() < FULL) == IS_SQLITE
    assert safety() == FULL

    with pytest.raises(KeyError), without_waiting():
        raise KeyError
    assert safety() == FULL


@pytest.mark.django_db(transaction=True)
def test_part_of_what_waits_it_waits_too() -> None:
    with transaction.atomic(), without_waiting():
        assert safety() == FULL
    assert safety() == FULL

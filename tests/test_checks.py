"""What the diary says about the SQLite it runs on."""

import sqlite3

import pytest
from django.db import connection

from journal.checks import sqlite_is_recent


@pytest.mark.parametrize(("version", "warnings"), [((3, 40, 1), 1), ((3, 51, 2), 1), ((3, 51, 3), 0), ((4, 0, 0), 0)])
def test_it_warns_of_an_sqlite_with_the_fault(
    version: tuple[int, int, int], warnings: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)
    expected = warnings if connection.vendor == "sqlite" else 0
    assert len(sqlite_is_recent(databases=["default"])) == expected


def test_it_says_nothing_of_databases_that_are_not_used() -> None:
    assert sqlite_is_recent(databases=None) == []

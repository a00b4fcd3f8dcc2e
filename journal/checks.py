"""What this installation should know about itself before it serves."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from django.core import checks
from django.db import connections

_SAFE_SQLITE = (3, 51, 3)


@checks.register(checks.Tags.database)
def sqlite_is_recent(*, databases: Sequence[str] | None = None, **kwargs: Any) -> list[checks.CheckMessage]:
    """SQLite before 3.51.3 can, rarely, lose a commit when two connections write and checkpoint at the same moment."""
    used = any(connections[alias].vendor == "sqlite" for alias in databases or [])
    if not used or sqlite3.sqlite_version_info >= _SAFE_SQLITE:
        return []
    text = f"SQLite {sqlite3.sqlite_version} has a rare fault with several writers, mended in 3.51.3."
    return [checks.Warning(text, hint="Good enough for one household; a server uses PostgreSQL.", id="diary.W001")]

"""The database named by DATABASE_URL: SQLite beside the program by default, PostgreSQL on a server."""

from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

_SQLITE_OPTIONS = {
    # Measured together: without IMMEDIATE, writers side by side get "database is locked"; without FULL a commit
    # need not have reached the disk when the page says "Saved".
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA mmap_size=0;",
}
_POSTGRES = "django.db.backends.postgresql"
_SQLITE = "django.db.backends.sqlite3"


def database_from_url(url: str, *, data_dir: Path) -> dict[str, Any]:
    """Django's DATABASES entry for a URL; the empty URL means the SQLite file in `data_dir`."""
    url = url or f"sqlite:///{data_dir / 'journal.sqlite3'}"
    try:
        settings: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
    except (ValueError, KeyError, dj_database_url.ParseError, dj_database_url.UnknownSchemeError) as error:
        raise ImproperlyConfigured(
            "DATABASE_URL cannot be read; it should look like postgres://user:password@host:5432/name "
            "or sqlite:////folder/file.sqlite3."
        ) from error
    if settings.get("ENGINE") not in (_POSTGRES, _SQLITE) or not settings.get("NAME"):
        raise ImproperlyConfigured("DATABASE_URL should begin with postgres:// or sqlite:// and name a database.")
    if settings["ENGINE"] == _SQLITE:
        settings["OPTIONS"] = _SQLITE_OPTIONS | settings.get("OPTIONS", {})
    return settings

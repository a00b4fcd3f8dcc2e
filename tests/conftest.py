"""What every test shares: hypothesis profiles, the database file of SQLite, collected static files."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.core.management import call_command
from django.template.autoreload import reset_loaders
from pytest_django import Settings

pytest_plugins = ["tests.cast"]

# Packages that may not import models (see test_architecture): the kind of database cannot matter to them.
_PURE = {"analytics", "charts", "exports", "imports"}

hypothesis.settings.register_profile("everyday", deadline=None)
hypothesis.settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "everyday")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what bin/test need not repeat on PostgreSQL."""
    tests = Path(__file__).parent
    for item in items:
        package = item.path.relative_to(tests).parts[0]
        if package == "browser":
            item.add_marker("browser")
        elif package in _PURE:
            item.add_marker("once")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Put SQLite's test database in a file of its own for each worker.

    In memory, the threads of a test (the browser's server, the same form sent twice at once) would share one
    connection, and so see each other's half-finished transactions.
    """
    from django.conf import settings

    database: dict[str, Any] = settings.DATABASES["default"]
    if database["ENGINE"] == "django.db.backends.sqlite3":
        database.setdefault("TEST", {})["NAME"] = str(tmp_path_factory.mktemp("database") / "journal.sqlite3")


@pytest.fixture(scope="session")
def collected_static(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all static files under hashed names, compressed, as bin/run makes it."""
    from django.conf import settings
    from django.test import override_settings

    folder = tmp_path_factory.mktemp("static")
    with override_settings(STATIC_ROOT=folder, STORAGES=settings.HASHED_STORAGES):
        call_command("collectstatic", interactive=False, verbosity=0)
    return folder


@pytest.fixture
def hashed_static(collected_static: Path, settings: Settings) -> Iterator[Path]:
    """For one test, address static files by their hashed names, as in production; the folder that holds them."""
    settings.STATIC_ROOT = collected_static
    settings.STORAGES = settings.HASHED_STORAGES
    # What templates have drawn once names the files as they were addressed before.
    reset_loaders()
    yield collected_static
    reset_loaders()

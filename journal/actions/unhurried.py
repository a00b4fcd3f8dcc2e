"""Writing what a power cut may take, without waiting for the disk."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def without_waiting() -> Iterator[None]:
    """For what can be made anew, or does no harm if it is as it was a moment ago: never for what a person logs.

    It is there for everybody at once and outlives the program; only a power cut in the next seconds takes it back.
    Part of a larger transaction, it waits as that one does; so it does on PostgreSQL, as its server is set.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=NORMAL")
        try:
            yield
        finally:
            cursor.execute("PRAGMA synchronous=FULL")

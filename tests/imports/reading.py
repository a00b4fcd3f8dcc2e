"""Reads a small diary typed into a test, as the product does from file to records."""

from datetime import UTC, datetime
from typing import Any

from journal.imports.guess import guess_mapping
from journal.imports.mapping import Mapping, mapping_from_json
from journal.imports.rows import Reading, read_rows
from journal.imports.table import read_table

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)


def read(content: str | bytes, *, tz: str = "Europe/Paris", day_starts_at: int = 0, **said: Any) -> Reading:
    """What becomes of each row; `said` overrides parts of the guessed mapping, in its JSON form."""
    table = read_table(content.encode() if isinstance(content, str) else content)
    guess = guess_mapping(table, today=NOW.date())
    mapping = mapping_from_json(said, table=table, guess=guess)
    return read_rows(table=table, mapping=mapping, tz=tz, day_starts_at=day_starts_at, now=NOW)


def guess(content: str | bytes) -> Mapping:
    """The mapping guessed for a small diary."""
    return guess_mapping(read_table(content.encode() if isinstance(content, str) else content), today=NOW.date())

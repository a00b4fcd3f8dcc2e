"""A file to its table and a first mapping: exports of the apps that are known by their first line, else any table."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from journal.imports import bearable, flaredown
from journal.imports.guess import guess_mapping
from journal.imports.mapping import Kind, Mapping
from journal.imports.table import Table, read_table


@dataclass(frozen=True)
class _App:
    is_export: Callable[[Table], bool]
    as_table: Callable[[Table], Table]
    mapping: Callable[[Table, Kind], Mapping]


_APPS = {app.NAME: _App(app.is_export, app.as_table, app.mapping) for app in (flaredown, bearable)}


def open_file(content: bytes) -> Table:
    """The table of a file; `app` says whose export it is. Raises UnreadableFileError."""
    table = read_table(content)
    for app in _APPS.values():
        if app.is_export(table):
            return app.as_table(table)
    return table


def first_mapping(
    table: Table, *, today: date, kind: Kind | None = None, header_line: int | str | None = "find"
) -> Mapping:
    """What the columns mean: known for an app's export, else guessed, as `kind` and `header_line` are unless given."""
    if app := _APPS.get(table.app):
        return app.mapping(table, kind or Kind.PAIN)
    return guess_mapping(table, today=today, kind=kind, header_line=header_line)

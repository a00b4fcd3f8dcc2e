"""What belongs to a record beside its own row: feelings, areas, the name of a therapist."""

import json
from typing import Any

from django.db import connection

from journal.analytics.records import Area, Content, Feeling
from journal.models import MassageArea, MassageSession, MyTherapist, PainEntry, Record, Sensation


def parts_as_json(model: type[Record]) -> tuple[tuple[str, str], ...]:
    """Their names, and SQL for each in a query that reads a row of the table of `model`: what `as_json` takes."""
    own = model._meta.db_table
    if model is PainEntry:
        return (("feelings", _list("quality, region, side, intensity", Sensation, f"entry_id = {own}.id")),)
    if model is MassageSession:
        name = f"(SELECT name FROM {MyTherapist._meta.db_table} AS known WHERE known.id = {own}.therapist_id)"  # noqa: S608 -- names of tables
        return (("areas", _list("region, side", MassageArea, f"session_id = {own}.id")), ("therapist_name", name))
    return ()


def content_of(record: Any, *, said: dict[str, Any]) -> Content:
    """What a record says, with its parts as the database said them."""
    if isinstance(record, PainEntry):
        return record.content_with(
            Feeling(quality=quality, region=region, side=side, intensity=None if rated is None else float(rated))
            for quality, region, side, rated in _listed(said["feelings"])
        )
    if isinstance(record, MassageSession):
        areas = (Area(region=region, side=side) for region, side in _listed(said["areas"]))
        return record.content_with(areas, therapist_name=said["therapist_name"] or "")
    content: Content = record.content
    return content


def _list(columns: str, model: Any, condition: str) -> str:
    on_sqlite = connection.vendor == "sqlite"
    collect, row = ("JSON_GROUP_ARRAY", "JSON_ARRAY") if on_sqlite else ("JSONB_AGG", "JSONB_BUILD_ARRAY")
    return f"(SELECT {collect}({row}({columns})) FROM {model._meta.db_table} WHERE {condition})"  # noqa: S608 -- names of columns


def _listed(said: Any) -> list[list[Any]]:
    """SQLite may say a list as text; PostgreSQL says nothing where there are no rows."""
    return json.loads(said) if isinstance(said, str) else said or []

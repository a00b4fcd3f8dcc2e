"""Records of several kinds in one query: each row comes as JSON and is made a record again here."""

import datetime as dt
import json
import uuid
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any, cast

from django.db import connection, models
from django.db.models import Func, IntegerField, JSONField, Value

from journal.models import Record
from journal.models.record import RecordQuerySet

_Columns = dict[str, Callable[[Any], Any] | None]


def mixed_records(*wanted: RecordQuerySet) -> list[Record]:
    """The records that any of the querysets finds, which have no order and no limit; they come in no order."""
    if not wanted:
        return []
    tables: list[type[Record]] = [records.model for records in wanted]
    first, *others = (
        records.values_list(Value(number, IntegerField()), Func(template=as_json(table), output_field=JSONField()))
        for number, (records, table) in enumerate(zip(wanted, tables, strict=True))
    )
    return [record_of(tables[number], said=said) for number, said in first.union(*others, all=True)]


@cache
def as_json(model: type[Record], *, also: tuple[tuple[str, str], ...] = ()) -> str:
    """SQL for a row of the table as an object of its columns, and of what else is given, each by its name; ready-made,
    since Django would take longer to put it together each time than the database takes to answer."""
    function = "JSON_OBJECT" if connection.vendor == "sqlite" else "JSONB_BUILD_OBJECT"
    quote = connection.ops.quote_name
    table = quote(model._meta.db_table)
    columns = ((name, f"{table}.{quote(name)}") for name in _columns(model))
    pairs = ", ".join(f"'{name}', {sql}" for name, sql in (*columns, *also))
    return f"{function}({pairs})"


def record_of(model: type[Record], *, said: dict[str, Any]) -> Any:
    """The record that `as_json` says."""
    columns = _columns(model)
    values = [
        convert(said[name]) if convert and said[name] is not None else said[name] for name, convert in columns.items()
    ]
    return model.from_db(None, list(columns), values)


@cache
def _columns(model: type[Record]) -> _Columns:
    """The columns of a table, each with what makes its value of what stands for it in JSON."""
    return {field.attname: _converter(field) for field in model._meta.concrete_fields}


def _converter(field: Any) -> Callable[[Any], Any] | None:
    # A moment is a date too, and comes first.
    known: dict[type[Any], Callable[[Any], Any]] = {
        models.DateTimeField: _instant,
        models.DateField: dt.date.fromisoformat,
        models.UUIDField: uuid.UUID,
        models.BooleanField: bool,
        models.FloatField: float,
        models.JSONField: _json,
    }
    if isinstance(field, models.DecimalField):
        return _decimal(field.decimal_places)
    return next((convert for kind, convert in known.items() if isinstance(field, kind)), None)


def _instant(said: str) -> dt.datetime:
    """SQLite keeps UTC without saying so."""
    instant = dt.datetime.fromisoformat(said)
    return instant if instant.tzinfo else instant.replace(tzinfo=dt.UTC)


def _json(said: Any) -> Any:
    """JSON inside JSON is text on SQLite."""
    return json.loads(said) if isinstance(said, str) else said


def _decimal(places: int | None) -> Callable[[Any], Decimal]:
    step = Decimal(1).scaleb(-cast("int", places))
    return lambda said: Decimal(str(said)).quantize(step)

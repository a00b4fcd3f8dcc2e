"""Frozen values to JSON-ready ones and back, by the types that their fields declare.

For values whose fields are plain (numbers, text, dates, enums), tuples or mappings of such, or further frozen values:
what records say, kept versions of it, results that are kept, copies of reports.
"""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Value = TypeVar("Value")

_AS_TEXT = (date, datetime)


def to_plain(value: Any) -> Any:
    """A JSON-ready copy, the same for all values that say the same: 5, 5.0 and 5.00 are one number."""
    if is_dataclass(value):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [to_plain(inner) for inner in value]
    if isinstance(value, Mapping):
        return {key: to_plain(inner) for key, inner in value.items()}
    if isinstance(value, _AS_TEXT):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return int(value) if isinstance(value, float) and value.is_integer() else value


def from_plain(said: Any, *, kind: type[Value], may_lack: bool = False) -> Value:
    """Read what `to_plain` wrote of a value of this type. Raises ValueError, TypeError or KeyError for anything else.

    With `may_lack`, fields that were not there yet when it was written have their defaults.
    """
    found: Value = _read(kind, said, may_lack)
    return found


@cache
def field_types(kind: Any) -> dict[str, Any]:
    """The declared type of each field of a dataclass."""
    declared = get_type_hints(kind)
    return {field.name: declared[field.name] for field in fields(kind)}


def _read(kind: Any, said: Any, may_lack: bool) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return None if said is None else _read(other_than_none(kind), said, may_lack)
    if origin is tuple:
        inner = get_args(kind)[0]
        return tuple([_read(inner, one, may_lack) for one in said])
    if origin is Mapping:
        inner = get_args(kind)[1]
        return {key: _read(inner, one, may_lack) for key, one in said.items()}
    if origin is Literal:
        return said
    if is_dataclass(kind):
        return _fields(kind, said, may_lack)
    if kind in _AS_TEXT:
        return kind.fromisoformat(said)
    return _number(kind, said)


def _fields(kind: Any, said: Any, may_lack: bool) -> Any:
    wanted = field_types(kind)
    there = [name for name in wanted if name in said] if may_lack else wanted
    return kind(**{name: _read(wanted[name], said[name], may_lack) for name in there})


@cache
def other_than_none(kind: Any) -> Any:
    """The type that an optional value has where it is there."""
    return next(one for one in get_args(kind) if one is not types.NoneType)


def _number(kind: Any, said: Any) -> Any:
    """A number, a text or an enum; the whole numbers of a column of floats stay whole."""
    if kind is float:
        return said + 0.0
    return kind(said) if isinstance(kind, type) and issubclass(kind, Enum | Decimal) else said

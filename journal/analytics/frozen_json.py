"""Frozen values to JSON-ready ones and back, by the types that their fields declare.

For values whose fields are plain (numbers, text, dates, enums), tuples of such, or further frozen values.
"""

import types
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Value = TypeVar("Value")

_AS_TEXT = (date, datetime)


def to_plain(value: Any) -> Any:
    """A JSON-ready copy."""
    if is_dataclass(value):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [to_plain(inner) for inner in value]
    if isinstance(value, _AS_TEXT):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return f"{value:f}" if isinstance(value, Decimal) else value


def from_plain(said: Any, *, kind: type[Value]) -> Value:
    """Read what `to_plain` wrote of a frozen value of this type. Raises ValueError, TypeError or KeyError for anything
    else."""
    found: Value = _value(kind, said)
    return found


def _value(kind: Any, said: Any) -> Any:
    hints = _hints(kind)
    return kind(**{name: _read(hints[name], said[name]) for name in hints})


@cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    """The type of each field."""
    declared = get_type_hints(kind)
    return {field.name: declared[field.name] for field in fields(kind)}


def _read(kind: Any, said: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return None if said is None else _read(_other_than_none(kind), said)
    if origin is tuple:
        inner = get_args(kind)[0]
        return tuple([_read(inner, one) for one in said])
    if origin is Literal or said is None:
        return said
    if is_dataclass(kind):
        return _value(kind, said)
    if kind in _AS_TEXT:
        return kind.fromisoformat(said)
    return _number(kind, said)


@cache
def _other_than_none(kind: Any) -> Any:
    return next(one for one in get_args(kind) if one is not types.NoneType)


def _number(kind: Any, said: Any) -> Any:
    """A number, a text or an enum; the whole numbers of a column of floats stay whole."""
    if kind is float:
        return said + 0.0
    return kind(said) if isinstance(kind, type) and issubclass(kind, Enum | Decimal) else said

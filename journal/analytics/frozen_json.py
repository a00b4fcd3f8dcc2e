"""Frozen values to JSON-ready ones and back, by the types that their fields declare.

For values whose fields are plain (numbers, text, dates, enums), tuples of such, or further frozen values.
"""

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Value = TypeVar("Value")

Reader = Callable[[Any], Any]

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
    declared: Any = kind
    found: Value = _reader(declared)(said)
    return found


@cache
def _reader(kind: Any) -> Reader:
    """What reads values of a type. Found once: the report on ten years holds fifty thousand values."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _or_none(_reader(next(one for one in inner if one is not types.NoneType)))
    if origin is tuple:
        return _several(_reader(inner[0]))
    if is_dataclass(kind):
        return _fields(kind)
    if kind in _AS_TEXT:
        return kind.fromisoformat  # type: ignore[no-any-return]
    if kind is float:
        return _float
    return kind if isinstance(kind, type) and issubclass(kind, Enum | Decimal) else _as_it_is


def _fields(kind: Any) -> Reader:
    declared = get_type_hints(kind)
    readers = {field.name: _reader(declared[field.name]) for field in fields(kind)}
    return lambda said: kind(**{name: read(said[name]) for name, read in readers.items()})


def _several(read: Reader) -> Reader:
    return tuple if read is _as_it_is else lambda said: tuple([read(one) for one in said])


def _or_none(read: Reader) -> Reader:
    return read if read is _as_it_is else lambda said: None if said is None else read(said)


def _float(said: Any) -> float:
    """JSON may have lost the point of a whole number."""
    number: float = said + 0.0
    return number


def _as_it_is(said: Any) -> Any:
    return said

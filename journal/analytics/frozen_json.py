"""Frozen values to JSON-ready ones and back, by the types that their fields declare.

For values whose fields are plain (numbers, text, dates, enums), tuples or mappings of such, or further frozen values:
what records say, kept versions of it, results that are kept, copies of reports.
"""

import types
from collections.abc import Callable, Mapping
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
    declared: Any = kind
    found: Value = _reader(declared, may_lack)(said)
    return found


@cache
def field_types(kind: Any) -> dict[str, Any]:
    """The declared type of each field of a dataclass."""
    declared = get_type_hints(kind)
    return {field.name: declared[field.name] for field in fields(kind)}


@cache
def other_than_none(kind: Any) -> Any:
    """The type that an optional value has where it is there."""
    return next(one for one in get_args(kind) if one is not types.NoneType)


@cache
def _reader(kind: Any, may_lack: bool) -> Reader:
    """What reads values of a type. Found once: the report on ten years holds fifty thousand values."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _or_none(_reader(other_than_none(kind), may_lack))
    if origin is tuple:
        return _several(_reader(get_args(kind)[0], may_lack))
    if origin is Mapping:
        return _by_name(_reader(get_args(kind)[1], may_lack))
    if is_dataclass(kind):
        return _fields(kind, may_lack)
    if kind in _AS_TEXT:
        return kind.fromisoformat  # type: ignore[no-any-return]
    if kind is float:
        return _float
    return kind if isinstance(kind, type) and issubclass(kind, Enum | Decimal) else _as_it_is


def _fields(kind: Any, may_lack: bool) -> Reader:
    readers = {name: _reader(declared, may_lack) for name, declared in field_types(kind).items()}
    if may_lack:
        return lambda said: kind(**{name: read(said[name]) for name, read in readers.items() if name in said})
    return lambda said: kind(**{name: read(said[name]) for name, read in readers.items()})


def _several(read: Reader) -> Reader:
    return tuple if read is _as_it_is else lambda said: tuple([read(one) for one in said])


def _by_name(read: Reader) -> Reader:
    return lambda said: {key: read(one) for key, one in said.items()}


def _or_none(read: Reader) -> Reader:
    return read if read is _as_it_is else lambda said: None if said is None else read(said)


def _float(said: Any) -> float:
    """JSON may have lost the point of a whole number."""
    number: float = said + 0.0
    return number


def _as_it_is(said: Any) -> Any:
    return said

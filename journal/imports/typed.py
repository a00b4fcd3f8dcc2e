"""JSON that anybody may have written -> frozen values, by the types that their fields declare.

Nothing is believed: a value of another type, a field that is not known, a text that no database takes are refused, with
the place where they stand.
"""

import re
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, astuple, fields, is_dataclass
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, Union, get_args, get_origin
from uuid import UUID
from zoneinfo import available_timezones

from journal.analytics.diary_file import DiarySettings
from journal.analytics.emergency import COUNTRIES, ELSEWHERE
from journal.analytics.frozen_json import field_types, other_than_none
from journal.analytics.moments import Moment
from journal.analytics.records import (
    Answered,
    Area,
    Feeling,
    MassageContent,
    SafetyContent,
    TherapistContent,
    Triggered,
)
from journal.analytics.red_flags import Reason
from journal.analytics.therapist_questions import Ask, Tell
from journal.analytics.vocabulary import TRIGGER_RATINGS, Trigger

_LARGEST = 2**31 - 1
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_NEVER = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters but for line breaks and tabs, and halves of characters."""
_LONGEST = {(MassageContent, "therapist_name"): 120}
_IN_ORDER: dict[type[Any], Callable[[Any], Any]] = {
    Feeling: Feeling.what_and_where,
    Area: astuple,
    Triggered: lambda said: said.trigger,
}
"""What a record holds several of, in an order of its own and no two alike by this."""


class WrongValueError(ValueError):
    """Something is not what it should be; the text says where and why, for the person who sent it."""


def read_as(kind: Any, said: Any, *, at: str = "") -> Any:
    """A value of a type from its JSON; `at` names its place in messages. Raises WrongValueError."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return None if said is None else read_as(other_than_none(kind), said, at=at)
    if origin in (tuple, list):
        return _several(kind, said, at)
    if origin is Mapping:
        return _by_key(kind, said, at)
    if is_dataclass(kind):
        return _fields(kind, said, at)
    value = _READERS[kind](said)
    if value is None:
        raise WrongValueError(f"{at} is not {_WORDS[kind]}")
    return value


def _fields(kind: Any, said: Any, at: str) -> Any:
    if not isinstance(said, dict):
        raise WrongValueError(f"{at} is not a list of names and values")
    hints, dot = field_types(kind), f"{at}, " if at else ""
    if unknown := sorted(map(str, set(said) - set(hints))):
        raise WrongValueError(f"{dot}{unknown[0][:40].replace('_', ' ')} is not known")
    values: dict[str, Any] = {}
    for field in fields(kind):
        place = dot + field.name.replace("_", " ")
        if field.name in said:
            values[field.name] = read_as(hints[field.name], said[field.name], at=place)
            _check_known(kind, field.name, values[field.name], place)
        elif field.default is MISSING and field.default_factory is MISSING:
            raise WrongValueError(f"{place} is missing")
    return kind(**values)


def _several(kind: Any, said: Any, at: str) -> Any:
    if not isinstance(said, list):
        raise WrongValueError(f"{at} is not a list")
    inner = get_args(kind)[0]
    values = [read_as(inner, one, at=at) for one in said]
    if order := _IN_ORDER.get(inner):
        values.sort(key=order)
        if len({order(value) for value in values}) < len(values):
            raise WrongValueError(f"{at} has the same twice")
    return values if get_origin(kind) is list else tuple(values)


def _by_key(kind: Any, said: Any, at: str) -> dict[str, Any]:
    if not isinstance(said, dict):
        raise WrongValueError(f"{at} is not a list of names and values")
    inner = get_args(kind)[1]
    return {read_as(str, key, at=at): read_as(inner, value, at=at) for key, value in said.items()}


def _text(said: Any) -> str | None:
    """Without what no screen shows and no database takes."""
    return said if isinstance(said, str) and not _NEVER.search(said) else None


def _whole(said: Any) -> int | None:
    return said if isinstance(said, int) and not isinstance(said, bool) and abs(said) <= _LARGEST else None


def _number(said: Any) -> float | None:
    if not isinstance(said, int | float) or isinstance(said, bool) or not -_LARGEST <= said <= _LARGEST:
        return None
    return float(said)


def _flag(said: Any) -> bool | None:
    return said if isinstance(said, bool) else None


def _decimal(said: Any) -> Decimal | None:
    try:
        number = Decimal(said) if isinstance(said, str) and len(said) <= 20 else Decimal("nan")
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number) <= _LARGEST else None


def _day(said: Any) -> date | None:
    try:
        day = date.fromisoformat(said)
    except (TypeError, ValueError):
        return None
    return day if _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def _instant(said: Any) -> datetime | None:
    """In UTC, as it is stored."""
    try:
        instant = datetime.fromisoformat(said)
    except (TypeError, ValueError):
        return None
    in_range = _FIRST_YEAR <= instant.year <= _LAST_YEAR
    return instant.astimezone(UTC) if in_range and instant.tzinfo is not None else None


def _uid(said: Any) -> UUID | None:
    try:
        return UUID(said)
    except (AttributeError, TypeError, ValueError):
        return None


_READERS: dict[Any, Callable[[Any], Any]] = {
    str: _text,
    int: _whole,
    float: _number,
    bool: _flag,
    Decimal: _decimal,
    date: _day,
    datetime: _instant,
    UUID: _uid,
}
_WORDS: dict[Any, str] = {
    str: "a text, or holds characters that cannot be shown",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    Decimal: "a number in quotation marks",
    date: f"a date from {_FIRST_YEAR} to {_LAST_YEAR}",
    datetime: "a date and time with its offset",
    UUID: "an id",
}


def _check_known(kind: Any, field: str, value: Any, at: str) -> None:
    """Words, zones and lengths that no constraint of the database knows."""
    if isinstance(value, str) and len(value) > _LONGEST.get((kind, field), len(value)):
        raise WrongValueError(f"{at} is longer than {_LONGEST[kind, field]} characters")
    known = _known(kind, field)
    wrong = [one for one in (value if isinstance(value, tuple) else (value,)) if known is not None and one not in known]
    if wrong:
        raise WrongValueError(f"{at} is not known: {str(wrong[0])[:40]}")


@cache
def _known(kind: Any, field: str) -> frozenset[Any] | None:
    if (kind, field) in ((Moment, "tz"), (DiarySettings, "time_zone")):
        return frozenset(available_timezones())
    return {
        (DiarySettings, "country"): frozenset(("", ELSEWHERE, *(country.code for country in COUNTRIES))),
        (Triggered, "trigger"): frozenset(map(str, Trigger)),
        (Triggered, "rating"): frozenset(rating for rating, _ in TRIGGER_RATINGS),
        (SafetyContent, "reasons"): frozenset(map(str, Reason)),
        (Answered, "question"): frozenset(map(str, Ask)),
        (TherapistContent, "told"): frozenset(map(str, Tell)),
    }.get((kind, field))

"""Dates and times of day as people write them in spreadsheets, in five languages."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise


class DateOrder(StrEnum):
    """Which number of `03/04/05` is which."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as written. `instant` is set where an offset was written with it; `rest` is text beside it."""

    day: date
    at: time | None = None
    instant: datetime | None = None
    rest: str = ""


class NotADateError(ValueError):
    """The text is no date; the message says why in plain words."""


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januar january janvier janv enero ene januari janner",
            "feb februar february fevrier fev fevr febrero februari",
            "mar march marz maerz mars marzo maart mrt mrz",
            "apr april avril avr abril abr",
            "may mai mayo mei",
            "jun june juni juin junio",
            "jul july juli juillet juil julio",
            "aug august aout agosto ago augustus",
            "sep sept september septembre septiembre",
            "oct october oktober okt octobre octubre",
            "nov november novembre noviembre",
            "dec december dezember dez decembre diciembre dic",
        ),
        start=1,
    )
    for name in names.split()
}
# Longer cells are texts; and patterns with blanks in them take their time over long ones.
_LONGEST = 100
_WEEKDAY = r"(?:[^\W\d_]+\.?,?\s+)?"
_NUMBERS = re.compile(_WEEKDAY + r"(\d{1,4})\s*([-/. ])\s*(\d{1,2})\s*[-/. ]\s*(\d{1,4})(?!\d)\.?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)")
_DAY_FIRST = re.compile(
    _WEEKDAY + r"(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s\-/]*(?:de\s+)?"
    r"([^\W\d_]+)\.?[\s,\-/]*(?:de\s+)?(\d{4}|\d{2})(?!\d)"
)
_MONTH_FIRST = re.compile(_WEEKDAY + r"([^\W\d_]+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_TIME = re.compile(
    r"(\d{1,2})(?:(?:[:.]|\s*h\s*|\s*uhr\s*)(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?"
    r"\s*(a\.?m\.?|p\.?m\.?|h|uhr|uur)?\s*(z|utc|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """Lower case, without accents: for comparing words."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@lru_cache(maxsize=4096)
def read_date(text: str, order: DateOrder) -> WrittenDate:
    """Read a date, with the time beside it where there is one. Raises NotADateError.

    A year of four digits shows itself; elsewhere `order` says which number is which. Years of two digits are
    1970-2069.
    """
    numbers, end = _three_numbers(text, order)
    day = real_day(*numbers)
    rest = text[end:].strip(" ,;T")
    if not rest:
        return WrittenDate(day)
    at, offset = _time_and_offset(rest)
    if at is None:
        return WrittenDate(day, rest=rest)
    if offset is None:
        return WrittenDate(day, at)
    return WrittenDate(day, at, instant=datetime.combine(day, at, offset).astimezone(UTC))


def real_day(year: int, month: int, day: int) -> date:
    """The date, or NotADateError where the calendar has none."""
    try:
        found = date(year, month, day)
    except ValueError:
        raise NotADateError("This date does not exist") from None
    if year < 1900:
        raise NotADateError("The year is before 1900")
    if year > 2200:  # further on, zones lead out of the calendar
        raise NotADateError("The date lies in the future")
    return found


def read_time(text: str) -> time | None:
    """A time of day (`16:30`, `4.30 pm`, `16h30`, `9 Uhr`, `0930`, `9`), or None."""
    if len(text) == 4 and text.isdecimal():
        text = f"{text[:2]}:{text[2:]}"
    return _time_and_offset(text)[0]


def read_month(text: str) -> int | None:
    """A month by number or name, or None."""
    if text.isdecimal():
        return int(text) if len(text) <= 2 else None
    return _MONTHS.get(plain(text).rstrip("."))


def full_year(year: int) -> int:
    """`18` is 2018, `85` is 1985."""
    return year if year >= 100 else year + (2000 if year < 70 else 1900)


def guess_date_order(texts: Iterable[str], *, today: date) -> DateOrder:
    """The order in which most of the dates exist, then lie in the past, then follow each other most closely."""
    written = [text for text in texts if text][:2000]

    def fit(order: DateOrder) -> tuple[int, int, int]:
        days = [day for text in written if (day := _day_or_none(text, order))]
        late = sum(day > today + timedelta(days=1) for day in days)
        jumps = sum(abs((after - before).days) for before, after in pairwise(days))
        return (len(days), -late, -jumps)

    return max(DateOrder, key=fit)  # the first of equals: day, month, year, as in most of the world


def _day_or_none(text: str, order: DateOrder) -> date | None:
    try:
        return read_date(text, order).day
    except NotADateError:
        return None


def _three_numbers(text: str, order: DateOrder) -> tuple[tuple[int, int, int], int]:
    """((year, month, day), where the date ends)."""
    if len(text) > _LONGEST:
        raise NotADateError("This is not a date that can be read")
    if found := _NUMBERS.match(text):
        first, _, second, third = found.groups()
        return _ordered(first, second, third, order), found.end()
    if found := _COMPACT.match(text):
        return (int(found[1]), int(found[2]), int(found[3])), found.end()
    simple = plain(text)
    if (found := _DAY_FIRST.match(simple)) and (month := _MONTHS.get(found[2])):
        return (full_year(int(found[3])), month, int(found[1])), found.end()
    if (found := _MONTH_FIRST.match(simple)) and (month := _MONTHS.get(found[1])):
        return (int(found[3]), month, int(found[2])), found.end()
    raise NotADateError("This is not a date that can be read")


def _ordered(first: str, second: str, third: str, order: DateOrder) -> tuple[int, int, int]:
    if len(first) > 2 or (order is DateOrder.YMD and len(third) <= 2):
        year, month, day = first, second, third
    elif order is DateOrder.MDY:
        month, day, year = first, second, third
    else:
        day, month, year = first, second, third
    return full_year(int(year)), int(month), int(day)


def _time_and_offset(text: str) -> tuple[time | None, timezone | None]:
    found = _TIME.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if found is None:
        return None, None
    hour, minute, second = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    half = (found[4] or "").lower().replace(".", "")
    if half in {"am", "pm"}:
        if not 1 <= hour <= 12:
            return None, None
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None, None
    return time(hour, minute, second), _offset(found[5])


def _offset(text: str | None) -> timezone | None:
    if not text:
        return None
    if text.lower() in {"z", "utc"}:
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    if minutes >= 24 * 60:
        return None
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))

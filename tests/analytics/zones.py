"""Every time zone there is, and the instants at which its clocks were, are or will be changed."""

import datetime as dt
import struct
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo, available_timezones

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_HEADER = 44
_YEARS_AHEAD = range(2007, 2040)


@cache
def zones() -> tuple[str, ...]:
    """The names of all zones, aliases too."""
    return tuple(sorted(available_timezones()))


@cache
def zones_that_differ() -> tuple[str, ...]:
    """One name for each history of clocks: aliases are left out."""
    return tuple({_content(name): name for name in reversed(zones())}.values())


def clock_changes(zone: str) -> list[dt.datetime]:
    """The UTC instants of all changes, from the first standard time until the end of the 2030s."""
    return sorted({*_listed(_content(zone)), *_by_rule(ZoneInfo(zone))})


def _content(zone: str) -> bytes:
    """The file that ZoneInfo reads: the system's, or else the one in the package tzdata."""
    for folder in TZPATH:
        if Path(folder, zone).is_file():
            return Path(folder, zone).read_bytes()
    return files("tzdata").joinpath("zoneinfo", *zone.split("/")).read_bytes()


def _listed(content: bytes) -> list[dt.datetime]:
    """What a TZif file lists (RFC 8536): a block of 32-bit times to step over, then the one of 64-bit times."""
    utc, standard, leaps, times, types, letters = struct.unpack(">6l", content[20:_HEADER])
    second = _HEADER + times * 5 + types * 6 + letters + leaps * 8 + standard + utc
    count = struct.unpack(">6l", content[second + 20 : second + _HEADER])[3]
    seconds = struct.unpack(f">{count}q", content[second + _HEADER : second + _HEADER + count * 8])
    return [_EPOCH + dt.timedelta(seconds=moment) for moment in seconds]


def _by_rule(zone: ZoneInfo) -> list[dt.datetime]:
    """What follows from the rule that such a file ends with: looked for month by month, then halved to the second."""
    months = [dt.datetime(year, month, 1, tzinfo=dt.UTC) for year in _YEARS_AHEAD for month in range(1, 13)]
    found = []
    for low, high in pairwise(months):
        if _offset(zone, low) == _offset(zone, high):
            continue
        while high - low > dt.timedelta(seconds=1):
            middle = low + dt.timedelta(seconds=(high - low).total_seconds() // 2)
            low, high = (middle, high) if _offset(zone, middle) == _offset(zone, low) else (low, middle)
        found.append(high)
    return found


def _offset(zone: ZoneInfo, instant: dt.datetime) -> dt.timedelta | None:
    return instant.astimezone(zone).utcoffset()

"""What was felt and where, over time: on how many days of each week or month, and how strong.

Days on which nobody named a kind (or a place) say nothing about kinds (or places), so a share is always one of the
days that did.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean
from typing import Generic, NamedTuple, TypeVar

from journal.analytics.spans import Span, Unit, span_numbers, spans_between, unit_for
from journal.analytics.vocabulary import STATIONS, Place, Quality, Region, Side, place_said

What = TypeVar("What")


class Felt(NamedTuple):
    """One sensation on one day: its codes ("" where not said) and its strength 0-10, the entry's where it has none."""

    day: date
    quality: str
    region: str
    side: str
    strength: float


@dataclass(frozen=True, kw_only=True)
class Share:
    """One thing in one span: days it was felt on, and the mean of those days' strongest (0-10; None without a day)."""

    days: int
    strength: float | None


@dataclass(frozen=True, kw_only=True)
class FeltRow(Generic[What]):
    """One kind or one place: its share of every span, and the days it was felt on altogether."""

    what: What
    shares: tuple[Share, ...]
    days: int


@dataclass(frozen=True, kw_only=True)
class FeltOverTime(Generic[What]):
    """Rows over spans; `named` counts the days of each span on which anything of the sort was named."""

    unit: Unit
    spans: tuple[Span, ...]
    named: tuple[int, ...]
    rows: tuple[FeltRow[What], ...]


@dataclass(frozen=True, kw_only=True)
class FeltInHalves:
    """The places over the two halves of a period, from the back down to the toes; `named` as in `FeltOverTime`."""

    spans: tuple[Span, ...]
    named: tuple[int, ...]
    rows: tuple[FeltRow[Place], ...]


def kinds_over_time(*, felt: Iterable[Felt], first: date, last: date) -> FeltOverTime[Quality]:
    """The kinds of pain, the most frequent first. All of `felt` lies between `first` and `last`."""
    return over_time(
        felt=felt,
        code_of=lambda one: one.quality,
        what_of=Quality,
        spans=_spans(first, last),
        order=lambda row: (-row.days, list(Quality).index(row.what)),
    )


def places_over_time(*, felt: Iterable[Felt], first: date, last: date) -> FeltOverTime[Place]:
    """The places, from the back down to the toes. All of `felt` lies between `first` and `last`."""
    return over_time(
        felt=felt,
        code_of=place_code,
        what_of=place_of,
        spans=_spans(first, last),
        order=lambda row: downwards(row.what),
    )


def places_in_halves(*, felt: Iterable[Felt], first: date, last: date) -> FeltInHalves:
    """The places in the first and the last half of the days from `first` to `last`, between which all of `felt` lies;
    the first half has the odd day. A single day is one span."""
    middle = first + (last - first) // 2
    spans = [Span(first=first, last=middle)]
    if middle < last:
        spans.append(Span(first=middle + timedelta(days=1), last=last))
    named, rows = _counted(felt, place_code, place_of, spans)
    return FeltInHalves(spans=tuple(spans), named=named, rows=tuple(sorted(rows, key=lambda row: downwards(row.what))))


def downwards(place: Place) -> tuple[int, int, int]:
    """The sort key that goes from the back down the leg: station, region, side."""
    regions, sides = list(Region), (Side.LEFT, Side.CENTRE, Side.RIGHT, None)
    return (STATIONS.get(place.region, 99), regions.index(place.region), sides.index(place.side))


def over_time(
    *,
    felt: Iterable[Felt],
    code_of: Callable[[Felt], str],
    what_of: Callable[[str], What],
    spans: tuple[Unit, Sequence[Span]],
    order: Callable[[FeltRow[What]], tuple[int, ...]],
) -> FeltOverTime[What]:
    """What `code_of` finds in each of `felt` ("" where it finds nothing), over `spans` and their unit."""
    unit, parts = spans
    named, rows = _counted(felt, code_of, what_of, parts)
    return FeltOverTime(unit=unit, spans=tuple(parts), named=named, rows=tuple(sorted(rows, key=order)))


def place_code(one: Felt) -> str:
    """Names the place of a sensation, for `place_of`; "" where it has none."""
    return one.region and f"{one.region}.{one.side}"


def place_of(code: str) -> Place:
    """Read what `place_code` wrote."""
    region, _, side = code.partition(".")
    return place_said(region=region, side=side)


def _spans(first: date, last: date) -> tuple[Unit, Sequence[Span]]:
    unit = unit_for(first=first, last=last)
    return unit, spans_between(first=first, last=last, unit=unit)


def _counted(
    felt: Iterable[Felt],
    code_of: Callable[[Felt], str],
    what_of: Callable[[str], What],
    spans: Sequence[Span],
) -> tuple[tuple[int, ...], list[FeltRow[What]]]:
    """For each span the days that name anything, and a row for each thing that was felt."""
    strongest: dict[str, dict[date, float]] = defaultdict(dict)
    named: set[date] = set()
    for one in felt:
        if code := code_of(one):
            named.add(one.day)
            days = strongest[code]
            # A strength of 0 says that it is not there.
            if one.strength > days.get(one.day, 0):
                days[one.day] = one.strength
    number = span_numbers(days=sorted(named), spans=spans)
    rows = [
        FeltRow(what=what_of(code), shares=_shares(days, number, len(spans)), days=len(days))
        for code, days in strongest.items()
        if days
    ]
    return _counts([number[day] for day in named], len(spans)), rows


def _counts(numbers: Iterable[int], length: int) -> tuple[int, ...]:
    counts = [0] * length
    for number in numbers:
        counts[number] += 1
    return tuple(counts)


def _shares(days: dict[date, float], number: dict[date, int], length: int) -> tuple[Share, ...]:
    strengths: Sequence[list[float]] = [[] for _ in range(length)]
    for day, strength in days.items():
        strengths[number[day]].append(strength)
    return tuple(Share(days=len(span), strength=fmean(span) if span else None) for span in strengths)

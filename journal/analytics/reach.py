"""How far down the leg it was felt, day by day: the furthest station, left and right kept apart.

Days that name no place say nothing about reach and stay gaps. A side is "none" (0) only where every place of its day
says its side; where one does not, the side that is not named may be meant, so it stays unknown.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median_high

from journal.analytics.sensations import Felt
from journal.analytics.spans import Span, span_numbers
from journal.analytics.vocabulary import STATIONS, Region, Side

STATION_WORDS = (
    "none",
    "lower back",
    "buttock or hip",
    "thigh",
    "knee",
    "calf or shin",
    "ankle or foot",
    "toes",
)
"""The stations of `STATIONS` in words; 0 stands for none of them."""

_WINDOW = timedelta(days=30)
_ENOUGH = 7
_LINES = {Side.LEFT: ("left",), Side.RIGHT: ("right",), Side.CENTRE: ("left", "right")}
"""The middle of the back is where the way down either leg begins."""


@dataclass(frozen=True, kw_only=True)
class Reach:
    """The furthest station of one day, or the middle of those of the span that begins on it: 0 (none) to 7 (toes),
    None where not known.

    `unsaid` is that of places without a side, which count for neither.
    """

    day: date
    left: int | None = None
    right: int | None = None
    unsaid: int | None = None

    @property
    def furthest(self) -> int:
        """On whichever side."""
        return max(self.left or 0, self.right or 0, self.unsaid or 0)


@dataclass(frozen=True, kw_only=True)
class FurthestPlaces:
    """The furthest station of one side (None: nobody said which), 1 (lower back) to 7 (toes), and the regions named
    there, in the order of the vocabulary."""

    side: Side | None
    station: int
    regions: tuple[Region, ...]


@dataclass(frozen=True, kw_only=True)
class ReachedOn:
    """Days that got as far as a station, of the days that name a place."""

    reached: int
    days: int


@dataclass(frozen=True, kw_only=True)
class ReachChange:
    """The last 30 days of a period and the 30 before them, at the furthest station of both."""

    station: int
    then: ReachedOn
    now: ReachedOn


def reach_by_day(*, felt: Iterable[Felt]) -> list[Reach]:
    """The days that name a place, in order."""
    days: dict[date, dict[str, int]] = defaultdict(dict)
    for one in felt:
        if not one.region:
            continue
        lines = days[one.day]
        station = STATIONS.get(Region(one.region))
        if station is None:
            continue
        # A strength of 0 says that it is not there.
        reached = station if one.strength > 0 else 0
        for line in _LINES[Side(one.side)] if one.side else ("unsaid",):
            lines[line] = max(lines.get(line, 0), reached)
    return [_day(day, lines) for day, lines in sorted(days.items())]


def _day(day: date, lines: dict[str, int]) -> Reach:
    other = None if "unsaid" in lines else 0
    return Reach(day=day, left=lines.get("left", other), right=lines.get("right", other), unsaid=lines.get("unsaid"))


def reach_by_span(*, days: Iterable[Reach], spans: Sequence[Span]) -> list[Reach]:
    """The spans that hold any of `days`, in order, by their first day: on each side the middle of its days, the further
    of two middle ones. A span's furthest would be the toes nearly always, the longer it is."""
    found: list[list[Reach]] = [[] for _ in spans]
    known = list(days)
    number = span_numbers(days=[day.day for day in known], spans=spans)
    for day in known:
        found[number[day.day]].append(day)
    return [
        Reach(
            day=span.first,
            left=_middle(day.left for day in inside),
            right=_middle(day.right for day in inside),
            unsaid=_middle(day.unsaid for day in inside),
        )
        for span, inside in zip(spans, found, strict=True)
        if inside
    ]


def _middle(stations: Iterable[int | None]) -> int | None:
    known = [station for station in stations if station is not None]
    return median_high(known) if known else None


def furthest_on(*, days: Sequence[Reach], station: int | None = None) -> tuple[int, ReachedOn]:
    """`station` (the furthest of all days where None), and on how many of `days` it was reached."""
    at = max((day.furthest for day in days), default=0) if station is None else station
    return at, ReachedOn(reached=sum(day.furthest >= at for day in days), days=len(days))


def reach_change(*, days: Sequence[Reach], last: date) -> ReachChange | None:
    """The 30 days that end with `last` against the 30 before; None where either has fewer than 7 days with a place."""
    start = last - _WINDOW
    now = [day for day in days if start < day.day <= last]
    then = [day for day in days if start - _WINDOW < day.day <= start]
    if min(len(now), len(then)) < _ENOUGH:
        return None
    station, _ = furthest_on(days=[*then, *now])
    return ReachChange(
        station=station,
        then=furthest_on(days=then, station=station)[1],
        now=furthest_on(days=now, station=station)[1],
    )


def furthest_places(*, felt: Iterable[Felt]) -> list[FurthestPlaces]:
    """For each side on which anything on the path was felt, left first; the middle of the back counts for neither leg
    and is left out once a leg is named. A strength of 0 says that it is not there."""
    named: dict[str, set[Region]] = defaultdict(set)
    for one in felt:
        if one.region and one.strength > 0 and Region(one.region) in STATIONS:
            named[one.side].add(Region(one.region))
    if len(named) > 1:
        named.pop(Side.CENTRE.value, None)
    return [_places(side, named[side]) for side in (Side.LEFT, Side.RIGHT, Side.CENTRE, "") if side in named]


def _places(side: str, regions: set[Region]) -> FurthestPlaces:
    station = max(STATIONS[region] for region in regions)
    at = tuple(region for region in Region if region in regions and STATIONS[region] == station)
    return FurthestPlaces(side=Side(side) if side else None, station=station, regions=at)

"""How far down the leg it went."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from journal.analytics.sensations import Felt
from journal.analytics.vocabulary import STATIONS, Region, Side


@dataclass(frozen=True, kw_only=True)
class Reach:
    """The furthest station of one side (None: nobody said which), 1 (lower back) to 7 (toes), and the regions named
    there, in the order of the vocabulary."""

    side: Side | None
    station: int
    regions: tuple[Region, ...]


def furthest(*, felt: Iterable[Felt]) -> list[Reach]:
    """For each side on which anything on the path was felt, left first; the middle of the back counts for neither leg
    and is left out once a leg is named. A strength of 0 says that it is not there."""
    named: dict[str, set[Region]] = defaultdict(set)
    for one in felt:
        if one.region and one.strength > 0 and Region(one.region) in STATIONS:
            named[one.side].add(Region(one.region))
    if len(named) > 1:
        named.pop(Side.CENTRE.value, None)
    return [_furthest(side, named[side]) for side in (Side.LEFT, Side.RIGHT, Side.CENTRE, "") if side in named]


def _furthest(side: str, regions: set[Region]) -> Reach:
    station = max(STATIONS[region] for region in regions)
    at = tuple(region for region in Region if region in regions and STATIONS[region] == station)
    return Reach(side=Side(side) if side else None, station=station, regions=at)

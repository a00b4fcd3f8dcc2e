"""Pain in the leg and in the back, and the signs of the nerve, each over time.

Of each day the strongest matching sensation counts. Numbness, tingling and weakness are signs of the nerve and not
pain, wherever they are; what was felt without a kind counts as pain.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.analytics.sensations import Felt, FeltOverTime, over_time
from journal.analytics.spans import spans_between, unit_for_lines
from journal.analytics.vocabulary import NERVE_SIGNS, STATIONS, Quality, Region

ENOUGH = 7
"""Days, below which nothing is compared in words."""
_BACK = 1


class Sign(StrEnum):
    LEG = "leg"
    BACK = "back"
    NUMBNESS = "numbness"
    TINGLING = "tingling"
    WEAKNESS = "weakness"


@dataclass(frozen=True, kw_only=True)
class LegAndBack:
    """Of the `days` that name pain in the leg or in the back, those on which either was the stronger."""

    days: int
    leg: int
    back: int

    @property
    def alike(self) -> int:
        """Days on which both are as strong."""
        return self.days - self.leg - self.back


def sign_of(one: Felt) -> Sign | None:
    """What a sensation counts for. The leg begins at the buttock; all above it is the back."""
    if one.quality in NERVE_SIGNS:
        return Sign(Quality(one.quality).value)
    station = STATIONS.get(Region(one.region)) if one.region else None
    if station is None:
        return None
    return Sign.BACK if station == _BACK else Sign.LEG


def signs_over_time(*, felt: Iterable[Felt], first: date, last: date) -> FeltOverTime[Sign]:
    """Each sign in the order of `Sign`, by day where the days are few enough to be seen."""
    unit = unit_for_lines(first=first, last=last)
    return over_time(
        felt=felt,
        code_of=lambda one: sign_of(one) or "",
        what_of=Sign,
        spans=(unit, spans_between(first=first, last=last, unit=unit)),
        order=lambda row: (list(Sign).index(row.what),),
    )


def leg_and_back(*, felt: Iterable[Felt]) -> LegAndBack:
    """A day that names only one of the two has the other at 0."""
    strongest: dict[Sign, dict[date, float]] = {Sign.LEG: {}, Sign.BACK: {}}
    for one in felt:
        sign = sign_of(one)
        if sign in strongest:
            strongest[sign][one.day] = max(strongest[sign].get(one.day, 0), one.strength)
    leg, back = strongest[Sign.LEG], strongest[Sign.BACK]
    pairs = [(leg.get(day, 0), back.get(day, 0)) for day in leg.keys() | back.keys()]
    return LegAndBack(
        days=sum(max(pair) > 0 for pair in pairs),
        leg=sum(one > other for one, other in pairs),
        back=sum(one < other for one, other in pairs),
    )

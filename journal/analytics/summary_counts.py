"""How each part of a summary is counted, by the functions that the charts use."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from statistics import fmean
from typing import TypeVar

from journal.analytics.flare_facts import FlareFacts
from journal.analytics.period_records import Period, PeriodRecords
from journal.analytics.reach import Reach, furthest_on, reach_by_day
from journal.analytics.sensations import (
    Felt,
    FeltOverTime,
    Share,
    downwards,
    over_time,
    place_code,
    place_of,
    places_in_halves,
)
from journal.analytics.signs import Sign, sign_of
from journal.analytics.spans import Span
from journal.analytics.summary_parts import (
    Completeness,
    Counted,
    FeltCompared,
    Flares,
    HelpShown,
    PainCompared,
    PainLevel,
    PlaceCompared,
    ReachCompared,
)
from journal.analytics.timeline import PainDay
from journal.analytics.vocabulary import Quality

What = TypeVar("What")


def completeness(*, records: PeriodRecords) -> Completeness:
    """A day is later where none of its entries came in on the day itself, or ahead of it."""
    entries = [one for one in records.pain if one.day in records.period]
    later: dict[date, bool] = {}
    for one in entries:
        later[one.day] = later.get(one.day, True) and records.arrived_on(one) > one.day
    return Completeness(
        days=records.period.days, days_logged=len(later), days_later=sum(later.values()), entries=len(entries)
    )


def pain_compared(*, records: PeriodRecords) -> PainCompared:
    """Every logged day counts once, however often it was rated."""
    return PainCompared(
        now=_level([day for day in records.days if day.day in records.period]),
        before=_level([day for day in records.days if day.day in records.period.before]),
    )


def _level(days: Sequence[PainDay]) -> PainLevel | None:
    means = [day.mean for day in days if day.mean is not None]
    if not means:
        return None
    return PainLevel(
        days=len(means),
        mean=fmean(means),
        worst=max(day.worst for day in days if day.worst is not None),
        least=min(day.least for day in days if day.least is not None),
    )


def signs(*, records: PeriodRecords) -> tuple[FeltCompared, ...]:
    """Leg and back pain, numbness, tingling and weakness, as far as either period names them."""
    found = _over_both(records, code_of=lambda one: sign_of(one) or "", what_of=Sign)
    return tuple(sorted(_compared(found), key=lambda one: list(Sign).index(Sign(one.code))))


def kinds(*, records: PeriodRecords) -> tuple[FeltCompared, ...]:
    """The kinds of pain, the most frequent of the period first."""
    found = _over_both(records, code_of=lambda one: one.quality, what_of=Quality)
    ranks = list(Quality)
    return tuple(sorted(_compared(found), key=lambda one: (-one.now.days, ranks.index(Quality(one.code)))))


def places(*, records: PeriodRecords) -> tuple[PlaceCompared, ...]:
    """The places of either period from the back down to the toes, with the halves of the period."""
    period = records.period
    felt = [one for one in records.felt if one.day in period]
    halves = places_in_halves(felt=felt, first=period.first, last=period.last)
    in_halves = {row.what: row.shares for row in halves.rows}
    none = (Share(days=0, strength=None),)
    found = _over_both(records, code_of=place_code, what_of=place_of)
    return tuple(
        PlaceCompared(
            region=row.what.region.value,
            side=row.what.side.value if row.what.side else "",
            before=_counted(row.shares[0], found.named[0]),
            now=_counted(row.shares[1], found.named[1]),
            start=_counted(in_halves.get(row.what, none)[0], halves.named[0]),
            end=_counted(in_halves.get(row.what, none)[-1], halves.named[-1]),
        )
        for row in sorted(found.rows, key=lambda row: downwards(row.what))
    )


def _over_both(
    records: PeriodRecords, *, code_of: Callable[[Felt], str], what_of: Callable[[str], What]
) -> FeltOverTime[What]:
    """Counted in two spans: the period before, and the period."""
    spans = [Span(first=part.first, last=part.last) for part in (records.period.before, records.period)]
    return over_time(
        felt=records.felt, code_of=code_of, what_of=what_of, spans=("day", spans), order=lambda row: (row.days,)
    )


def _compared(found: FeltOverTime[What]) -> Iterable[FeltCompared]:
    before, now = found.named
    for row in found.rows:
        yield FeltCompared(code=str(row.what), before=_counted(row.shares[0], before), now=_counted(row.shares[1], now))


def _counted(share: Share, of: int) -> Counted:
    return Counted(days=share.days, of=of, strength=share.strength)


def reach_compared(*, records: PeriodRecords) -> ReachCompared | None:
    """None where no day of the period names a place."""
    days = reach_by_day(felt=records.felt)
    now = [day for day in days if day.day in records.period]
    if not now:
        return None
    station, reached = furthest_on(days=now)
    before = [day for day in days if day.day not in records.period]
    return ReachCompared(
        station=station,
        left=_furthest(now, lambda day: day.left),
        right=_furthest(now, lambda day: day.right),
        now=reached,
        before=furthest_on(days=before, station=station)[1],
    )


def _furthest(days: Sequence[Reach], side: Callable[[Reach], int | None]) -> int:
    return max((side(day) or 0 for day in days), default=0)


def flares(*, records: PeriodRecords) -> Flares:
    """One that goes on counts up to the last day of the period."""
    period = records.period
    inside = [one for one in records.flares if _touches(one, period)]
    accepted = [one for one in inside if one.span.found != "suggested"]
    said = [one for one in records.flares if one.span.found != "suggested"]
    return Flares(
        listed=tuple(inside),
        days=len({day for one in accepted for day in _days_of(one, period)}),
        began=sum(one.span.start in period for one in said),
        began_before=sum(one.span.start in period.before for one in said),
    )


def _touches(flare: FlareFacts, period: Period) -> bool:
    return flare.span.start <= period.last and (flare.span.last or period.last) >= period.first


def _days_of(flare: FlareFacts, period: Period) -> Iterable[date]:
    first, last = max(flare.span.start, period.first), min(flare.span.last or period.last, period.last)
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def help_shown(*, records: PeriodRecords) -> tuple[HelpShown, ...]:
    """The newest first."""
    shown = [HelpShown(day=one.day, content=one.content) for one in records.checks if one.day in records.period]
    return tuple(reversed(shown))

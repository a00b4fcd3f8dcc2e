"""How often flare-ups begin after massages and end near them: counts, not an effect.

Flare-ups with a massage are never compared with flare-ups without: a longer one has more time to get a massage, so
the massage would seem to make it long. Here each day counts for itself, by what had happened up to that day.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journal.analytics.around_massage import ComparedDays
from journal.analytics.flare_facts import FlareSpan

DAYS_WATCHED = 7
MASSAGE_COUNTS_FOR = 3
"""Days on which a massage counts as recent in a flare-up: the day itself and the two after it."""
FLARES_NEEDED = 10
"""With fewer flare-ups than this the counts are too small to be read as a rate."""


@dataclass(frozen=True, kw_only=True)
class Rate:
    """How many of `days` were followed by what is counted."""

    days: int
    events: int

    @property
    def share(self) -> float | None:
        """0 to 1; None without any day."""
        return self.events / self.days if self.days else None


@dataclass(frozen=True, kw_only=True)
class FlareRates:
    """Counts of flare-ups around massages.

    `starts_*`: days outside flare-ups, followed by the start of one within 7 days. `ends_*`: days inside flare-ups,
    on which one ended, by whether there was a massage on that day or the two before.
    """

    flares: int
    starts_after_massage: Rate
    starts_after_alike: Rate
    ends_with_massage: Rate
    ends_without_massage: Rate

    @property
    def enough(self) -> bool:
        """Whether there are enough flare-ups for the shares to be shown beside the counts."""
        return self.flares >= FLARES_NEEDED


def flare_rates(
    *, flares: Sequence[FlareSpan], compared: Sequence[ComparedDays], massage_days: Collection[date], last_day: date
) -> FlareRates:
    """`compared` are the massages and look-alike days of the picture; `last_day` is the last day of the diary."""
    inside = {day for flare in flares for day in _days_in(flare, last_day)}
    starts = {flare.start for flare in flares}
    massages = {pair.massage_day for pair in compared}
    alike = {day for pair in compared for day in pair.alike}
    recent = {day + timedelta(days=after) for day in massage_days for after in range(MASSAGE_COUNTS_FOR)}
    endings = {flare.last for flare in flares if flare.last is not None and flare.state == "ended"}
    return FlareRates(
        flares=len(flares),
        starts_after_massage=_starts(massages - inside, starts, last_day),
        starts_after_alike=_starts(alike - inside, starts, last_day),
        ends_with_massage=_ends(inside & recent, endings),
        ends_without_massage=_ends(inside - recent, endings),
    )


def _days_in(flare: FlareSpan, last_day: date) -> Iterator[date]:
    last = last_day if flare.last is None else flare.last
    return (flare.start + timedelta(days=number) for number in range((last - flare.start).days + 1))


def _starts(days: Iterable[date], starts: Collection[date], last_day: date) -> Rate:
    watched = [day for day in days if day + timedelta(days=DAYS_WATCHED) <= last_day]
    followed = sum(any(day + timedelta(days=n) in starts for n in range(1, DAYS_WATCHED + 1)) for day in watched)
    return Rate(days=len(watched), events=followed)


def _ends(days: Collection[date], endings: Collection[date]) -> Rate:
    return Rate(days=len(days), events=sum(day in endings for day in days))

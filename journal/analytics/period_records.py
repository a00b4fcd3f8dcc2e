"""What is logged in a period and in the one before it: what a summary is made from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Generic, TypeVar

from journal.analytics.flare_facts import FlareFacts
from journal.analytics.moments import Moment
from journal.analytics.records import (
    Content,
    DayContent,
    FlareContent,
    MassageContent,
    MedicineContent,
    PainContent,
    SafetyContent,
)
from journal.analytics.sensations import Felt
from journal.analytics.timeline import PainDay

Said = TypeVar("Said", bound=Content)


@dataclass(frozen=True, kw_only=True)
class Period:
    """The diary days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many there are."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> "Period":
        """As many days just before."""
        last = self.first - timedelta(days=1)
        reach = min(self.days - 1, last.toordinal() - 1)
        return Period(first=last - timedelta(days=reach), last=last)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, kw_only=True)
class Logged(Generic[Said]):
    """One record: when it happened, when it came in, and what it says."""

    moment: Moment
    received_at: datetime
    content: Said

    @property
    def day(self) -> date:
        return self.moment.local_date


@dataclass(frozen=True, kw_only=True)
class PeriodRecords:
    """Everything of a period and of the one before it, oldest first; `felt` in no order.

    `flares` are those with a day in the period, the suggested ones too, and `flare_ups` the records of those that the
    person declared or confirmed. `day_starts_at` is the hour at which the person's day begins.
    """

    period: Period
    day_starts_at: int
    days: Sequence[PainDay]
    felt: Sequence[Felt]
    pain: Sequence[Logged[PainContent]]
    sessions: Sequence[Logged[MassageContent]]
    flares: Sequence[FlareFacts]
    flare_ups: Sequence[Logged[FlareContent]]
    logs: Sequence[Logged[DayContent]]
    doses: Sequence[Logged[MedicineContent]]
    checks: Sequence[Logged[SafetyContent]]

    def arrived_on(self, one: Logged[Said]) -> date:
        """The diary day on which a record came in, by the wall of the day that it is about."""
        hours = timedelta(minutes=one.moment.utc_offset_minutes, hours=-self.day_starts_at)
        return (one.received_at + hours).date()

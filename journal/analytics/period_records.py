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
    FlareNoteContent,
    MedicineContent,
    PainContent,
    QuestionnaireContent,
    SafetyContent,
    VisitContent,
)
from journal.analytics.sensations import Felt
from journal.analytics.sessions import LoggedSession
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
    """What is logged in the period, oldest first. `days`, `felt` (in no order), `sessions`, `flares`, `logs`, `doses`
    and `answered` begin with the period before; the others hold nothing of it.

    `flares` are all with a day in either period, the suggested ones too; `flare_ups` are the records of those that
    the person declared or confirmed. `day_starts_at` is the hour at which the person's day begins.
    """

    period: Period
    day_starts_at: int
    days: Sequence[PainDay]
    felt: Sequence[Felt]
    sessions: Sequence[LoggedSession]
    flares: Sequence[FlareFacts]
    logs: Sequence[Logged[DayContent]]
    doses: Sequence[Logged[MedicineContent]]
    answered: Sequence[Logged[QuestionnaireContent]]
    pain: Sequence[Logged[PainContent]]
    flare_ups: Sequence[Logged[FlareContent]]
    flare_notes: Sequence[Logged[FlareNoteContent]]
    checks: Sequence[Logged[SafetyContent]]
    visits: Sequence[Logged[VisitContent]]

    def arrived_on(self, one: Logged[Said]) -> date:
        """The diary day on which a record came in, by the wall of the day that it is about."""
        hours = timedelta(minutes=one.moment.utc_offset_minutes, hours=-self.day_starts_at)
        return (one.received_at + hours).date()

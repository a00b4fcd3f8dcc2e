"""Builders for what is logged in a period, for the tests of its summary and its report."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from journal.analytics.flare_facts import FlareFacts, FlareSpan
from journal.analytics.flares import FlareState
from journal.analytics.moments import moment_on_wall
from journal.analytics.period_records import Logged, Period, PeriodRecords
from journal.analytics.records import DayContent, MassageContent, MedicineContent, PainContent, QuestionnaireContent
from journal.analytics.report import NO_VERDICT, Report, Section
from journal.analytics.report_entries import entry_tables
from journal.analytics.sensations import Felt
from journal.analytics.sessions import LoggedSession
from journal.analytics.summary import Summary, summarise
from journal.analytics.timeline import PainDay

LAST = dt.date(2026, 6, 30)
PERIOD = Period(first=dt.date(2026, 6, 1), last=LAST)
"""June; the period before it is May without its first day."""
NOTHING = PeriodRecords(
    period=PERIOD, day_starts_at=0, days=(), felt=(), sessions=(), flares=(), logs=(), doses=(), answered=(), pain=(),
    flare_ups=(), flare_notes=(), checks=(), visits=(),
)  # fmt: skip


def june(day: int) -> dt.date:
    return dt.date(2026, 6, day)


def may(day: int) -> dt.date:
    return dt.date(2026, 5, day)


def pain_day(day: dt.date, mean: float, *, worst: float | None = None, least: float | None = None) -> PainDay:
    """A logged day, all of whose ratings are its mean where nothing else is said."""
    ends = (mean if worst is None else worst, mean if least is None else least)
    return PainDay(day=day, mean=mean, worst=ends[0], least=ends[1], count=1)


def pain_days(by_day: Mapping[dt.date, float]) -> tuple[PainDay, ...]:
    return tuple(pain_day(day, mean) for day, mean in sorted(by_day.items()))


def logged(content: Any, day: dt.date, *, hour: int = 9, received: dt.datetime | None = None) -> Logged[Any]:
    """A record in Berlin, received at once where nothing else is said."""
    moment = moment_on_wall(day=day, at=dt.time(hour), tz="Europe/Berlin")
    return Logged(moment=moment, received_at=received or moment.occurred_at, content=content)


def entry(day: dt.date, intensity: float = 5, *, received: dt.datetime | None = None, **said: Any) -> Logged[Any]:
    return logged(PainContent(intensity=intensity, **said), day, received=received)


def dose(day: dt.date, name: str = "Ibuprofen", **said: Any) -> Logged[Any]:
    return logged(MedicineContent(name=name, **said), day)


def day_log(day: dt.date, **said: Any) -> Logged[Any]:
    return logged(DayContent(**said), day)


def answers(day: dt.date, instrument: str = "peg", **said: int) -> Logged[Any]:
    return logged(QuestionnaireContent(instrument=instrument, answers=said), day)


def session(day: dt.date, **said: Any) -> LoggedSession:
    return LoggedSession(moment=logged(None, day).moment, content=MassageContent(**said))


def felt(days: Iterable[dt.date], quality: str = "ache", place: str = "calf.left", strength: float = 5) -> list[Felt]:
    region, _, side = place.partition(".")
    return [Felt(day, quality, region, side, strength) for day in days]


def flare(start: dt.date, last: dt.date | None, found: Any = "declared", **said: Any) -> FlareFacts:
    state: FlareState = "ended" if last else "ongoing"
    span = FlareSpan(start=start, last=last, state=state, found=found)
    return FlareFacts(span=span, **{"peak": 7.0, "sessions": 1, "days_since_massage": 3} | said)


def summary_of(**said: Any) -> Summary:
    """The summary of a June in which nothing is logged but what is said."""
    return summarise(records=replace(NOTHING, **said), verdict=said.pop("verdict", NO_VERDICT))


def report_of(*, questions: Iterable[str] = (), **said: Any) -> Report:
    """The whole report of the same."""
    records = replace(NOTHING, **said)
    return Report(
        made_on=LAST,
        name="",
        birth_year=None,
        sections=tuple(Section),
        notes=True,
        summary=summarise(records=records, verdict=NO_VERDICT),
        questions=tuple(questions),
        entries=entry_tables(records=records),
    )

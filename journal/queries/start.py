"""What the start page shows of a diary, whatever the date of today."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Avg,
    Case,
    CharField,
    DateField,
    DateTimeField,
    F,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    UUIDField,
    Value,
    When,
)
from django.db.models.functions import Cast

from journal.analytics.questionnaires import INSTRUMENTS
from journal.models import (
    DayLog,
    DoctorVisit,
    FlareUp,
    MassageSession,
    PainEntry,
    QuestionnaireResponse,
    QuestionRhythm,
    User,
)

_LATEST_DAYS = 16  # the strip's 14, and two that may lie ahead of today
_LATEST_SESSIONS = 10
_NEXT_VISITS = 10  # kept until the diary changes: so many may pass until then
_OPEN = ("kind", "words", "number", "latest", "since", "of", "at")
_LATEST_DAY_LOGS = 4  # today, yesterday, and two that may lie ahead


def latest_means(*, user: User) -> list[tuple[dt.date, float]]:
    """The last logged days with their mean pain, the newest first, in one query."""
    days = PainEntry.objects.owned_by(user).order_by("-local_date").values_list("local_date")
    return list(days.annotate(mean=Avg("intensity"))[:_LATEST_DAYS])


def latest_day_logs(*, user: User) -> list[dt.date]:
    """The last days whose day around the pain is logged, the newest first, in one query."""
    days = DayLog.objects.owned_by(user).order_by("-local_date").values_list("local_date", flat=True)
    return list(days[:_LATEST_DAY_LOGS])


@dataclass(frozen=True, kw_only=True)
class LatestSession:
    """A session as far as the question on the day after it goes."""

    uid: str
    day: dt.date
    therapist_name: str
    pain_is_noted: bool
    soreness_is_noted: bool
    is_skipped: bool


def latest_sessions(*, user: User) -> list[LatestSession]:
    """The last sessions, the newest first, in one query."""
    columns = ("uid", "local_date", "therapist_name", "pain_next_day", "soreness_next_day", "next_day_skipped")
    rows = MassageSession.objects.owned_by(user).newest_first().values_list(*columns)[:_LATEST_SESSIONS]
    return [
        LatestSession(
            uid=str(uid),
            day=day,
            therapist_name=name,
            pain_is_noted=pain is not None,
            soreness_is_noted=bool(soreness),
            is_skipped=is_skipped,
        )
        for uid, day, name, pain, soreness, is_skipped in rows
    ]


@dataclass(frozen=True, kw_only=True)
class LastingFlare:
    """The flare-up that the person started and that is not over."""

    uid: str
    since: dt.date


@dataclass(frozen=True, kw_only=True)
class ComingVisit:
    """A visit to a doctor as far as a reminder goes; `clock` is "" where only the day is known."""

    uid: str
    day: dt.date
    clock: str
    clinician: str


@dataclass(frozen=True, kw_only=True)
class Open:
    """What waits for the person: a flare-up to end, the next visits to a doctor, the first one first, and for each
    questionnaire that they want to be asked the first day to ask it again, the earliest first."""

    lasting: LastingFlare | None
    visits: tuple[ComingVisit, ...]
    questions: tuple[tuple[dt.date, str], ...]


def what_is_open(*, user: User, since: dt.date) -> Open:
    """Read all of it in one query; of the visits those from a day on."""
    flares = _columns(FlareUp.objects.lasting(user), kind="flare", since=F("local_date"), of=F("uid"))
    visits = _columns(
        DoctorVisit.objects.owned_by(user).filter(local_date__gte=since),
        kind="visit",
        words=F("clinician"),
        number=Cast("utc_offset_minutes", IntegerField()),
        since=F("local_date"),
        of=F("uid"),
        at=Case(When(time_known=True, then=F("occurred_at"))),
    )
    answers = QuestionnaireResponse.objects.owned_by(user).filter(instrument=OuterRef("instrument"))
    asked = _columns(
        QuestionRhythm.objects.filter(user=user),
        kind="asked",
        words=F("instrument"),
        number=Cast("every_weeks", IntegerField()),
        latest=Subquery(answers.order_by("-local_date").values("local_date")[:1]),
        since=F("not_before"),
    )
    rows = list(flares.union(visits, asked, all=True).order_by("since", "at"))
    order = list(INSTRUMENTS)
    due = [(_due(*row[2:5]), row[1]) for row in rows if row[0] == "asked"]
    return Open(
        lasting=next((LastingFlare(uid=str(of), since=day) for kind, *_, day, of, _ in rows if kind == "flare"), None),
        visits=tuple([_visit(row) for row in rows if row[0] == "visit"][:_NEXT_VISITS]),
        questions=tuple(sorted(due, key=lambda one: (one[0], order.index(one[1])))),
    )


def _columns(rows: QuerySet[Any, Any], *, kind: str, **columns: Any) -> QuerySet[Any, tuple[Any, ...]]:
    """The columns `_OPEN`; null, or nothing, where the sort of rows has none."""
    unsaid = {
        "words": Value("", CharField()),
        "number": Value(0, IntegerField()),
        "latest": Cast(Value(None), DateField()),
        "of": Cast(Value(None), UUIDField()),
        "at": Cast(Value(None), DateTimeField()),
    }
    said = {"kind": Value(kind, CharField())} | unsaid | columns
    named: QuerySet[Any, tuple[Any, ...]] = rows.annotate(**said).values_list(*_OPEN)
    return named


def _due(weeks: int, latest: dt.date | None, not_before: dt.date) -> dt.date:
    """The first day to ask again."""
    return max(not_before, latest + dt.timedelta(weeks=weeks)) if latest else not_before


def _visit(row: tuple[Any, ...]) -> ComingVisit:
    _, clinician, offset, _, day, uid, at = row
    clock = f"{at + dt.timedelta(minutes=offset):%H:%M}" if at else ""
    return ComingVisit(uid=str(uid), day=day, clock=clock, clinician=clinician)

"""What the start page shows of a diary, whatever the date of today."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Avg,
    CharField,
    DateField,
    F,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    UUIDField,
    Value,
)

from journal.analytics.questionnaires import INSTRUMENTS
from journal.models import (
    DayLog,
    FlareUp,
    MassageSession,
    PainEntry,
    QuestionnaireResponse,
    QuestionRhythm,
    User,
)

_LATEST_DAYS = 16  # the strip's 14, and two that may lie ahead of today
_LATEST_SESSIONS = 10
_OPEN = ("code", "weeks", "latest", "since", "of")
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
class Open:
    """What waits for the person: a flare-up to end, and for each questionnaire that they want to be asked the first day
    to ask it again, the earliest first."""

    lasting: LastingFlare | None
    questions: list[tuple[dt.date, str]]


def what_is_open(*, user: User) -> Open:
    """Read all of it in one query."""
    flares = _columns(
        FlareUp.objects.lasting(user),
        code=Value("", CharField()),
        weeks=Value(0, IntegerField()),
        latest=Value(None, DateField()),
        since=F("local_date"),
        of=F("uid"),
    )
    answers = QuestionnaireResponse.objects.owned_by(user).filter(instrument=OuterRef("instrument"))
    asked = _columns(
        QuestionRhythm.objects.filter(user=user),
        code=F("instrument"),
        weeks=F("every_weeks"),
        latest=Subquery(answers.order_by("-local_date").values("local_date")[:1]),
        since=F("not_before"),
        of=Value(None, UUIDField()),
    )
    found = Open(lasting=None, questions=[])
    for code, weeks, latest, since, uid in flares.union(asked, all=True):
        if not code:
            found = Open(lasting=LastingFlare(uid=str(uid), since=since), questions=found.questions)
        else:
            due = max(since, latest + dt.timedelta(weeks=weeks)) if latest else since
            found.questions.append((due, code))
    order = list(INSTRUMENTS)
    found.questions.sort(key=lambda due: (due[0], order.index(due[1])))
    return found


def _columns(rows: QuerySet[Any, Any], **columns: Any) -> QuerySet[Any, tuple[Any, ...]]:
    named: QuerySet[Any, tuple[Any, ...]] = rows.annotate(**columns).values_list(*_OPEN)
    return named

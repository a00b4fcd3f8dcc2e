"""What the start page shows of a diary, whatever the date of today."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Avg, CharField, DateField, F, IntegerField, OuterRef, QuerySet, Subquery, Value

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


def latest_means(*, user: User) -> list[tuple[dt.date, float]]:
    """The last logged days with their mean pain, the newest first, in one query."""
    days = PainEntry.objects.owned_by(user).order_by("-local_date").values_list("local_date")
    return list(days.annotate(mean=Avg("intensity"))[:_LATEST_DAYS])


@dataclass(frozen=True, kw_only=True)
class ToSay:
    """What may still be to say: `logged` are the days whose day around the pain is said, `questions` for each
    questionnaire that the person wants to be asked the first day to ask it again, the earliest first."""

    logged: list[dt.date]
    questions: list[tuple[dt.date, str]]


def to_say(*, user: User, since: dt.date) -> ToSay:
    """The day logs from a day on and the questionnaires to ask, both in one query."""
    logs = _to_say(
        DayLog.objects.owned_by(user).filter(local_date__gte=since),
        code=Value("", CharField()),
        day=F("local_date"),
        weeks=Value(0, IntegerField()),
        latest=Value(None, DateField()),
    )
    answers = QuestionnaireResponse.objects.owned_by(user).filter(instrument=OuterRef("instrument"))
    rhythms = _to_say(
        QuestionRhythm.objects.filter(user=user),
        code=F("instrument"),
        day=F("not_before"),
        weeks=F("every_weeks"),
        latest=Subquery(answers.order_by("-local_date").values("local_date")[:1]),
    )
    found = ToSay(logged=[], questions=[])
    for code, day, weeks, latest in logs.union(rhythms, all=True):
        if code:
            found.questions.append((max(day, latest + dt.timedelta(weeks=weeks)) if latest else day, code))
        else:
            found.logged.append(day)
    order = list(INSTRUMENTS)
    found.questions.sort(key=lambda due: (due[0], order.index(due[1])))
    return found


def _to_say(rows: QuerySet[Any, Any], **columns: Any) -> QuerySet[Any, tuple[Any, ...]]:
    named: QuerySet[Any, tuple[Any, ...]] = rows.annotate(**columns).values_list("code", "day", "weeks", "latest")
    return named


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
    columns = ("uid", "local_date", "therapist__name", "pain_next_day", "soreness_next_day", "next_day_skipped")
    rows = MassageSession.objects.owned_by(user).newest_first().values_list(*columns)[:_LATEST_SESSIONS]
    return [
        LatestSession(
            uid=str(uid),
            day=day,
            therapist_name=name or "",
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


def lasting_flare(*, user: User) -> LastingFlare | None:
    """In one query."""
    found = FlareUp.objects.lasting(user).values_list("uid", "local_date").first()
    return LastingFlare(uid=str(found[0]), since=found[1]) if found else None

"""What the start page shows of a diary, whatever the date of today."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Avg, CharField, F, Value

from journal.models import DayLog, DoctorVisit, FlareUp, MassageSession, PainEntry, User

_LATEST_DAYS = 16  # the strip's 14, and two that may lie ahead of today
_LATEST_SESSIONS = 10
_NEXT_VISITS = 10  # kept until the diary changes: so many may pass until then
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
class Ahead:
    """The flare-up that lasts, if any, and the next visits, the first one first."""

    lasting: LastingFlare | None
    visits: tuple[ComingVisit, ...]


def lasting_and_coming(*, user: User, since: dt.date) -> Ahead:
    """The flare-up that lasts and the visits from a day on, both in one query."""
    visits = DoctorVisit.objects.owned_by(user).filter(local_date__gte=since)
    flares = _columns(FlareUp.objects.lasting(user), name=Value("", output_field=CharField()), kind="flare")
    rows = flares.union(_columns(visits, name=F("clinician"), kind="visit"), all=True).order_by("local_date", "at")
    lasting, coming = None, []
    for kind, uid, day, at, offset, time_known, name in rows:
        if kind == "flare":
            lasting = LastingFlare(uid=str(uid), since=day)
        else:
            clock = f"{at + dt.timedelta(minutes=offset):%H:%M}" if time_known else ""
            coming.append(ComingVisit(uid=str(uid), day=day, clock=clock, clinician=name))
    return Ahead(lasting=lasting, visits=tuple(coming[:_NEXT_VISITS]))


def _columns(records: Any, *, name: Any, kind: str) -> Any:
    named = records.annotate(kind=Value(kind, output_field=CharField()), at=F("occurred_at"), name=name)
    return named.values_list("kind", "uid", "local_date", "at", "utc_offset_minutes", "time_known", "name")

"""What the start page shows of a diary, whatever the date of today."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Avg

from journal.models import DayLog, FlareUp, MassageSession, PainEntry, User

_LATEST_DAYS = 16  # the strip's 14, and two that may lie ahead of today
_LATEST_SESSIONS = 10
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

"""The start page of a signed-in person."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Avg, Count, Max

from journal.analytics.timeline import PainDay
from journal.models import FlareUp, MassageSession, PainEntry, User

STRIP_DAYS = 14
_ASKED_FOR_DAYS = 3


@dataclass(frozen=True, kw_only=True)
class StartPage:
    """What the start page shows beside the scale.

    `strip` holds the last 14 diary days, oldest first; `asked` is the session whose day after is to be noted.
    """

    strip: tuple[PainDay, ...]
    lasting: FlareUp | None
    asked: MassageSession | None
    has_records: bool


def start_page(*, user: User, today: dt.date) -> StartPage:
    """Read it in at most five queries, whatever the length of the diary."""
    strip = _strip(user, today)
    return StartPage(
        strip=strip,
        lasting=FlareUp.objects.lasting(user).first(),
        asked=_asked(user, today),
        has_records=any(day.count for day in strip) or PainEntry.objects.owned_by(user).exists(),
    )


def _strip(user: User, today: dt.date) -> tuple[PainDay, ...]:
    first = today - dt.timedelta(days=STRIP_DAYS - 1)
    rows = PainEntry.objects.owned_by(user).between(first, today).order_by().values("local_date")
    means = {
        row["local_date"]: row
        for row in rows.annotate(mean=Avg("intensity"), worst=Max("intensity"), count=Count("pk"))
    }
    days = [first + dt.timedelta(days=ahead) for ahead in range(STRIP_DAYS)]
    return tuple(_day(day, means.get(day)) for day in days)


def _day(day: dt.date, row: dict[str, float] | None) -> PainDay:
    if row is None:
        return PainDay(day=day, mean=None, worst=None, least=None, count=0)
    return PainDay(day=day, mean=row["mean"], worst=row["worst"], least=None, count=int(row["count"]))


def _asked(user: User, today: dt.date) -> MassageSession | None:
    """The latest session before today, for some days and until pain and soreness are noted or skipped."""
    recent = MassageSession.objects.owned_by(user).between(
        today - dt.timedelta(days=_ASKED_FOR_DAYS), today - dt.timedelta(days=1)
    )
    latest: MassageSession | None = recent.newest_first().first()
    if latest is None or latest.next_day_skipped:
        return None
    return None if latest.pain_next_day is not None and latest.soreness_next_day else latest

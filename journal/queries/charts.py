"""What the charts are drawn from, as plain values; each function is one SQL query."""

import datetime as dt
from dataclasses import fields
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import Avg, Count, Max, Min, Value
from django.db.models.functions import Coalesce

from journal.analytics.moments import Moment
from journal.analytics.records import Area, MassageContent
from journal.analytics.sensations import Felt
from journal.analytics.sessions import LoggedSession
from journal.analytics.timeline import PainDay
from journal.models import MassageSession, MyTherapist, PainEntry, User

_MOMENT = [field.name for field in fields(Moment)]
_SAID = [field.name for field in fields(MassageContent) if field.name != "areas"]


def pain_by_day(*, user: User, first: dt.date | None = None, last: dt.date | None = None) -> list[PainDay]:
    """The days with a rating from `first` to `last` (None: no bound), in order; days without one are left out."""
    days = (
        PainEntry.objects.owned_by(user)
        .between(first, last)
        .values_list("local_date")
        .order_by("local_date")
        .annotate(mean=Avg("intensity"), worst=Max("intensity"), least=Min("intensity"), count=Count("*"))
    )
    return [
        PainDay(day=day, mean=mean, worst=worst, least=least, count=count) for day, mean, worst, least, count in days
    ]


class PainDays:
    """The days of one diary, read from the database no more often than needed."""

    def __init__(self, *, user: User) -> None:
        self._user = user
        self._whole: list[PainDay] | None = None

    def whole(self) -> list[PainDay]:
        """Those of the whole diary."""
        if self._whole is None:
            self._whole = pain_by_day(user=self._user)
        return self._whole

    def between(self, *, first: dt.date | None, last: dt.date | None) -> list[PainDay]:
        """Those from `first` to `last` (None: no bound)."""
        if self._whole is None and (first or last):
            return pain_by_day(user=self._user, first=first, last=last)
        return [day for day in self.whole() if (first or dt.date.min) <= day.day <= (last or dt.date.max)]


def felt_by_day(*, user: User, first: dt.date | None = None, last: dt.date | None = None) -> list[Felt]:
    """Every sensation from `first` to `last` (None: no bound), in no order."""
    rows = (
        PainEntry.objects.owned_by(user)
        .between(first, last)
        .filter(sensations__isnull=False)
        .values_list(
            "local_date",
            "sensations__quality",
            "sensations__region",
            "sensations__side",
            Coalesce("sensations__intensity", "intensity"),
        )
    )
    return list(map(Felt._make, rows))


def sessions_by_day(
    *,
    user: User,
    first: dt.date | None = None,
    last: dt.date | None = None,
    therapist: MyTherapist | None = None,
) -> list[LoggedSession]:
    """The massage sessions from `first` to `last` (None: no bound), or those with a therapist, oldest first."""
    rows = MassageSession.objects.owned_by(user).between(first, last).order_by("local_date", "occurred_at", "pk")
    if therapist is not None:
        rows = rows.filter(therapist=therapist)
    rows = rows.annotate(therapist_name=Coalesce("therapist__name", Value("")))
    columns = rows.values_list("pk", *_MOMENT, *_SAID, "areas__region", "areas__side")
    return [_session(list(same)) for _, same in groupby(columns, key=itemgetter(0))]


def _session(rows: list[tuple[Any, ...]]) -> LoggedSession:
    """One session from its rows, of which it has one for each area."""
    ends = len(_MOMENT) + 1
    moment = dict(zip(_MOMENT, rows[0][1:ends], strict=True))
    said = dict(zip(_SAID, rows[0][ends:-2], strict=True))
    areas = sorted(Area(region=region, side=side) for *_, region, side in rows if region)
    return LoggedSession(moment=Moment(**moment), content=MassageContent(**said, areas=tuple(areas)))

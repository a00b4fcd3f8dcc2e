"""What the history of flare-ups is computed from, beside the days of pain."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, Q, QuerySet, Value

from journal.models import FlareUp, MassageSession, User

_MASSAGE = "massage"


@dataclass(frozen=True, kw_only=True)
class Decision:
    """A flare-up that the person declared, confirmed or dismissed; `end` is None where it has none, `uid` is that
    of its record.

    `hours` is how long it lasted, where both clock times are known and it was over within a day.
    """

    origin: str
    start: dt.date
    end: dt.date | None
    rule: str
    hours: float | None
    uid: str


@dataclass(frozen=True, kw_only=True)
class FlaresAndMassages:
    """All decisions about flare-ups, and every day with a massage (twice for two); both by day."""

    decisions: list[Decision]
    massages: list[dt.date]


def flares_and_massages(*, user: User) -> FlaresAndMassages:
    """Read both in one query."""
    flares = _columns(
        FlareUp,
        user,
        kind=F("origin"),
        end=F("end_date"),
        over=F("ended_at"),
        said=F("rule"),
        exact=Q(time_known=True, end_time_known=True),
    )
    massages = _columns(
        MassageSession,
        user,
        kind=Value(_MASSAGE, output_field=CharField()),
        end=F("local_date"),
        over=F("occurred_at"),
        said=Value("", output_field=CharField()),
        exact=Q(time_known=True),
    )
    found = FlaresAndMassages(decisions=[], massages=[])
    for kind, end, over, rule, exact, start, begun, uid in flares.union(massages, all=True).order_by("local_date"):
        if kind == _MASSAGE:
            found.massages.append(start)
        else:
            hours = _hours(begun, over) if exact and over else None
            found.decisions.append(Decision(origin=kind, start=start, end=end, rule=rule, hours=hours, uid=str(uid)))
    return found


def _columns(model: type[Any], user: User, **columns: Any) -> QuerySet[Any, tuple[Any, ...]]:
    rows: QuerySet[Any, tuple[Any, ...]] = (
        model.objects.owned_by(user)
        .annotate(**columns)
        .values_list("kind", "end", "over", "said", "exact", "local_date", "occurred_at", "uid")
    )
    return rows


def _hours(begun: dt.datetime, over: dt.datetime) -> float | None:
    hours = (over - begun) / dt.timedelta(hours=1)
    return hours if hours < 24 else None

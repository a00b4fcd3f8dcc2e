"""Everything that is logged in a period, as plain values, in a fixed number of queries."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from journal.analytics.flare_facts import FlareFacts
from journal.analytics.period_records import Logged, Period, PeriodRecords
from journal.analytics.records import Feeling, PainContent
from journal.models import (
    DayLog,
    DoctorVisit,
    FlareNote,
    FlareUp,
    MedicationDose,
    PainEntry,
    QuestionnaireResponse,
    Record,
    SafetyCheck,
    Sensation,
    User,
)
from journal.queries.charts import felt_by_day, pain_by_day, sessions_by_day


def period_records(*, user: User, period: Period, flares: Sequence[FlareFacts]) -> PeriodRecords:
    """What a summary of `period` is made from, in twelve queries; `flares` are those of the whole diary."""
    both: dict[str, Any] = {"user": user, "first": period.before.first, "last": period.last}
    once: dict[str, Any] = {"user": user, "first": period.first, "last": period.last}
    return PeriodRecords(
        period=period,
        day_starts_at=user.day_starts_at,
        days=pain_by_day(**both),
        felt=felt_by_day(**both),
        sessions=sessions_by_day(**both),
        flares=[one for one in flares if _is_in(one, period)],
        logs=_logged(DayLog, **both),
        doses=_logged(MedicationDose, **both),
        answered=_logged(QuestionnaireResponse, **both),
        pain=_pain(**once),
        flare_ups=_flare_ups(user, period),
        flare_notes=_logged(FlareNote, **once),
        checks=_logged(SafetyCheck, **once),
        visits=_logged(DoctorVisit, **once),
    )


def _is_in(flare: FlareFacts, period: Period) -> bool:
    """Whether any day of it lies in the period or in the one before."""
    return flare.span.start <= period.last and (flare.span.last or period.last) >= period.before.first


def _logged(model: type[Record], *, user: User, first: dt.date, last: dt.date) -> list[Logged[Any]]:
    rows = model.objects.owned_by(user).between(first, last)
    return [_value(row, row.content) for row in rows.order_by("local_date", "occurred_at", "pk")]


def _value(row: Any, content: Any) -> Logged[Any]:
    return Logged(moment=row.moment, received_at=row.received_at, content=content)


def _pain(*, user: User, first: dt.date, last: dt.date) -> list[Logged[PainContent]]:
    """In two queries: the entries, and all their sensations as plain values."""
    entries = PainEntry.objects.owned_by(user).between(first, last).order_by("local_date", "occurred_at", "pk")
    felt: dict[int, list[Feeling]] = defaultdict(list)
    rows = Sensation.objects.filter(user=user, entry__in=entries.order_by().values("pk"))
    for of, quality, region, side, intensity in rows.values_list("entry_id", "quality", "region", "side", "intensity"):
        felt[of].append(Feeling(quality=quality, region=region, side=side, intensity=intensity))
    return [_value(entry, entry.content_with(felt[entry.pk])) for entry in entries]


def _flare_ups(user: User, period: Period) -> list[Logged[Any]]:
    """Those that the person calls flare-ups and that have a day in the period."""
    rows = FlareUp.objects.accepted(user).between(None, period.last).exclude(end_date__lt=period.first)
    return [_value(row, row.content) for row in rows.order_by("local_date", "occurred_at", "pk")]

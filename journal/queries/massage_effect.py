"""What the answer to “does massage help?” is computed from."""

import datetime as dt

from journal.analytics.massage_diary import RECENCY_DAYS
from journal.analytics.massage_findings import EffectRecords
from journal.analytics.rated_before import Rating
from journal.models import PainEntry, User
from journal.queries.charts import sessions_by_day


def effect_records(*, user: User, first: dt.date | None = None, last: dt.date | None = None) -> EffectRecords:
    """The pain entries and sessions from `first` to `last` (None: no bound), in two queries.

    Massages of the two weeks before the period are among the earlier ones: they are part of how its first days
    began. Ratings are read one by one, because the mean that a database makes differs from that of another in the
    last digit.
    """
    reach = first and first - dt.timedelta(days=min(RECENCY_DAYS, first.toordinal() - 1))
    sessions = sessions_by_day(user=user, first=reach, last=last)
    beginning = first or dt.date.min
    return EffectRecords(
        ratings=_ratings(user, first, last),
        sessions=[session for session in sessions if session.moment.local_date >= beginning],
        earlier_massages=sorted({s.moment.local_date for s in sessions if s.moment.local_date < beginning}),
    )


def _ratings(user: User, first: dt.date | None, last: dt.date | None) -> list[Rating]:
    rows = (
        PainEntry.objects.owned_by(user)
        .between(first, last)
        .order_by("local_date", "occurred_at", "pk")
        .values_list("local_date", "intensity", "occurred_at", "time_known")
    )
    return [Rating(day, intensity, at if known else None) for day, intensity, at, known in rows]

"""What the charts are drawn from, as plain values; each function is one SQL query."""

import datetime as dt

from django.db.models import Avg, Count, Max, Min

from journal.analytics.timeline import PainDay
from journal.models import PainEntry, User


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

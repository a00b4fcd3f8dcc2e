"""Pain, its kinds and places, massages and flare-ups over time."""

import datetime as dt
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from journal.actions.flare_history import flare_history
from journal.actions.keep import kept
from journal.analytics.flare_facts import FlareFacts
from journal.analytics.wording import describe_day
from journal.charts.page import Logged, charts_page
from journal.forms.charts import OWN, RANGES, Period, PeriodForm
from journal.http import person, today_of
from journal.models import User
from journal.queries.charts import PainDays, felt_by_day, sessions_by_day


def charts(request: HttpRequest) -> HttpResponse:
    """Shows one period of the diary: `?range=` 30d, 90d (the usual), 1y or all, or `?from=` and `?to=`."""
    user = person(request)
    today = today_of(user)
    form = PeriodForm(request.GET)
    period = form.period(today=today)
    compute = partial(_page, user, period, today)
    # Own dates are asked for once; the ranges are looked at again and again, and ten years take a while.
    page = (
        compute()
        if period.chosen == OWN
        else kept(user=user, name=f"charts {period.chosen}", of=today.isoformat(), compute=compute)
    )
    return render(request, "journal/charts.html", {"form": form, "chosen": period.chosen, "ranges": RANGES} | page)


def _page(user: User, period: Period, today: dt.date) -> dict[str, Any]:
    """The charts, JSON-ready; without `axis` where nothing is logged, and without `begins` in an empty diary."""
    days = PainDays(user=user)
    history = flare_history(user=user, today=today, pain_days=days.whole)
    if history.first_day is None:
        return {}
    bounds: dict[str, Any] = {"first": period.first, "last": period.last}
    logged = Logged(
        days=days.between(**bounds),
        felt=felt_by_day(user=user, **bounds),
        sessions=sessions_by_day(user=user, **bounds),
        flares=[flare for flare in history.facts if _is_in(flare, period, today)],
    )
    page = {"begins": describe_day(history.first_day)}
    if logged.is_empty:
        return page
    return page | charts_page(logged=logged, begins=history.first_day, today=today, **bounds)


def _is_in(flare: FlareFacts, period: Period, today: dt.date) -> bool:
    """Whether any day of a flare-up lies in the period."""
    last = flare.span.last or max(today, flare.span.start)
    return flare.span.start <= (period.last or dt.date.max) and last >= (period.first or dt.date.min)

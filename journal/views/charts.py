"""Pain, its kinds and places, massages and flare-ups over time."""

import datetime as dt
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from journal.actions.keep import kept
from journal.charting import charts_between
from journal.forms.charts import OWN, Period, PeriodForm
from journal.http import person, today_of
from journal.models import User
from journal.queries.visit import last_visit_day


def charts(request: HttpRequest) -> HttpResponse:
    """Shows one period of the diary: `?range=` visit, 30d, 90d, 1y or all, or `?from=` and `?to=`.

    Since the last visit to a doctor, or 90 days, is the usual one.
    """
    user = person(request)
    today = today_of(user)
    form = PeriodForm(request.GET, last_visit=last_visit_day(user=user, today=today))
    period = form.period(today=today)
    compute = partial(_drawn, user=user, period=period, today=today)
    # Own dates are asked for once; the ranges are looked at again and again, and ten years take a while.
    page = (
        compute()
        if period.chosen == OWN
        else kept(user=user, name=f"charts {period.chosen}", of=today.isoformat(), compute=compute)
    )
    return render(request, "journal/charts.html", {"form": form, "chosen": period.chosen, "ranges": form.ranges} | page)


def _drawn(*, user: User, period: Period, today: dt.date) -> dict[str, Any]:
    """What the page shows of a period, its charts as HTML: filling in their templates takes as long as all the rest."""
    page = charts_between(user=user, first=period.first, last=period.last, today=today)
    said: dict[str, Any] = {name: page[name] for name in ("begins", "shown") if name in page}
    if "axis" not in page:
        return said
    return said | {"drawn": render_to_string("journal/_partials/charts_drawn.html", page | {"user": user})}

"""Pain, its kinds and places, massages and flare-ups over time."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from journal.actions.keep import kept
from journal.charting import charts_between
from journal.forms.charts import OWN, PeriodForm
from journal.http import person, today_of
from journal.queries.visit import last_visit_day


def charts(request: HttpRequest) -> HttpResponse:
    """Shows one period of the diary: `?range=` visit, 30d, 90d, 1y or all, or `?from=` and `?to=`.

    Since the last visit to a doctor, or 90 days, is the usual one.
    """
    user = person(request)
    today = today_of(user)
    form = PeriodForm(request.GET, last_visit=last_visit_day(user=user, today=today))
    period = form.period(today=today)
    compute = partial(charts_between, user=user, first=period.first, last=period.last, today=today)
    # Own dates are asked for once; the ranges are looked at again and again, and ten years take a while.
    page = (
        compute()
        if period.chosen == OWN
        else kept(user=user, name=f"charts {period.chosen}", of=today.isoformat(), compute=compute)
    )
    return render(request, "journal/charts.html", {"form": form, "chosen": period.chosen, "ranges": form.ranges} | page)

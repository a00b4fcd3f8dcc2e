"""Days beside the pain, and pain by time of day and by weekday."""

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from journal.analytics.day_factors import said_most
from journal.analytics.pain_patterns import by_part_of_day, by_weekday
from journal.charts.day_factors import day_factors_chart
from journal.charts.pain_patterns import VIEW, pattern_chart
from journal.forms.charts import RANGES
from journal.forms.charts_day import MOST, BesideForm
from journal.http import person, today_of
from journal.queries.charts import pain_by_day
from journal.queries.day import day_logs, timed_pain

_SHORTEST = dt.timedelta(days=13)


def charts_day(request: HttpRequest) -> HttpResponse:
    """One period, `?range=` 30d, 90d (the usual), 1y or all; `?with=` codes of up to three things of the day."""
    user = person(request)
    today = today_of(user)
    form = BesideForm(request.GET)
    period = form.period(today=today)
    pain, logs = pain_by_day(user=user, first=period.first), day_logs(user=user, first=period.first)
    factors = form.factors or said_most(logs=logs, count=MOST)
    context = {
        "form": form,
        "chosen": period.chosen,
        "ranges": RANGES,
        "kept": "".join(f"&with={factor.code}" for factor in form.factors),
        "boxes": form.boxes(shown=factors),
        "today": today,
    }
    days = [*(day.day for day in pain), *(day for day, _ in logs)]
    if days:
        last = max(today, *days)
        chart = day_factors_chart(
            pain=pain, logs=logs, chosen=factors, first=min(min(days), last - _SHORTEST), last=last
        )
        entries = timed_pain(user=user, first=period.first)
        context |= {
            "chart": chart,
            "axis": chart["axis"],
            "data": chart["data"] | {"axis": {"from": chart["axis"]["from"], "to": chart["axis"]["to"]}},
            "view": VIEW,
            "patterns": [
                (
                    "time",
                    "Time of day",
                    pattern_chart(pattern=by_part_of_day(entries=entries), caption="Pain by time of day, 0 to 10"),
                ),
                (
                    "weekday",
                    "Day of the week",
                    pattern_chart(pattern=by_weekday(entries=entries), caption="Pain by day of the week, 0 to 10"),
                ),
            ],
        }
    return render(request, "journal/charts_day.html", context)

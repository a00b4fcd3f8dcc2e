"""Pain, its kinds and places, massages and flare-ups over time."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from journal.actions.flare_history import flare_history
from journal.actions.keep import kept
from journal.analytics.flare_facts import FlareFacts
from journal.analytics.timeline import PainDay
from journal.analytics.wording import describe_day
from journal.charts.axis import axis
from journal.charts.flares import flares_chart
from journal.charts.page import charts_of_records
from journal.charts.pain import pain_words
from journal.forms.charts import RANGES, Period, PeriodForm
from journal.http import person, today_of
from journal.models import User
from journal.queries.charts import felt_by_day, pain_by_day, sessions_by_day


def charts(request: HttpRequest) -> HttpResponse:
    """Shows one period of the diary: `?range=` 30d, 90d (the usual), 1y or all, or `?from=` and `?to=`."""
    user = person(request)
    today = today_of(user)
    form = PeriodForm(request.GET)
    period = form.period(today=today)
    whole_diary = cache(lambda: pain_by_day(user=user))
    history = flare_history(user=user, today=today, pain_days=whole_diary)
    context = {"form": form, "period": period, "ranges": RANGES, "first_day": history.first_day}
    if history.first_day:
        context |= _page(user, period, history.first_day, today, history.facts, whole_diary)
    return render(request, "journal/charts.html", context)


def _page(
    user: User,
    period: Period,
    first_day: dt.date,
    today: dt.date,
    facts: Sequence[FlareFacts],
    whole_diary: Callable[[], Sequence[PainDay]],
) -> dict[str, Any]:
    drawn = _charts_of_records(user, period, whole_diary)
    flares = [flare for flare in facts if _is_in(flare, period, today)]
    if not drawn["latest"] and not flares:
        return {"nothing": True}
    latest = [dt.date.fromisoformat(drawn["latest"])] if drawn["latest"] else []
    first = max(period.first or first_day, first_day)
    last = min(max(today, *latest, *(flare.span.start for flare in flares)), period.last or dt.date.max)
    along = axis(first=first, last=last)
    pain, bands = drawn["pain"], flares_chart(flares=flares, along=along, today=today)
    words = pain_words(facts=pain["facts"], unit=pain["data"]["unit"], first=first, last=last, today=today)
    return drawn | {
        "axis": along,
        "shown": describe_day(first) if first == last else f"{describe_day(first)} to {describe_day(last)}",
        "pain": pain | words,
        "flares": bands,
        "data": {
            "axis": {"from": along["from"], "to": along["to"]},
            "flares": bands["bands"],
            **{subject: drawn[subject].get("data") for subject in ("pain", "places", "kinds", "sessions")},
        },
    }


def _is_in(flare: FlareFacts, period: Period, today: dt.date) -> bool:
    """Whether any day of a flare-up lies in the period."""
    last = flare.span.last or max(today, flare.span.start)
    return flare.span.start <= (period.last or dt.date.max) and last >= (period.first or dt.date.min)


def _charts_of_records(user: User, period: Period, whole_diary: Callable[[], Sequence[PainDay]]) -> dict[str, Any]:
    """Those of the whole diary are kept: ten years take a while."""
    bounds = {"first": period.first, "last": period.last}

    def computed(days: Sequence[PainDay]) -> dict[str, Any]:
        return charts_of_records(
            days=days, felt=felt_by_day(user=user, **bounds), sessions=sessions_by_day(user=user, **bounds)
        )

    if period.first or period.last:
        return computed(pain_by_day(user=user, **bounds))
    whole: dict[str, Any] = kept(user=user, name="charts_of_records", compute=lambda: computed(whole_diary()))
    return whole

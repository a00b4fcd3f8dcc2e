"""The journal: everything by day, newest first, as much of it as the person asked to see."""

import datetime as dt
import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from journal.analytics.journal_filter import JournalFilter
from journal.forms.journal import JournalFilterForm
from journal.http import person, today_of
from journal.queries.journal import journal_page

_KEPT = "journal_filter"
_A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@require_http_methods(["GET", "HEAD", "POST"])
def journal(request: HttpRequest) -> HttpResponse:
    """A page of the journal; a POST says what to show of it from now on, until it is taken back. `?day=` shows all of
    one day, whatever was asked for before."""
    kept = JournalFilterForm(request.session.get(_KEPT) or None)
    if kept.is_bound and not kept.is_valid():  # kept by an earlier release, with other words
        kept = JournalFilterForm()
    form = kept
    if request.method == "POST":
        form = JournalFilterForm(request.POST)
        if "everything" in request.POST or form.is_valid():
            request.session[_KEPT] = {} if "everything" in request.POST else form.typed
            return redirect("journal")
    user = person(request)
    day = _day(request.GET.get("day", ""))
    wanted = JournalFilter(first=day, last=day) if day else kept.wanted
    after = request.GET.get("after", "")
    page = journal_page(user=user, wanted=wanted, before=request.GET.get("before", ""), after=after)
    if after and not page.newer:
        return redirect("journal")
    context = {"form": form, "wanted": wanted, "only": day, "page": page, "today": today_of(user)}
    return render(request, "journal/journal.html", context)


def _day(text: str) -> dt.date | None:
    """A date as `2026-03-29`; None for anything else."""
    try:
        return dt.date.fromisoformat(text) if _A_DAY.fullmatch(text) else None
    except ValueError:
        return None

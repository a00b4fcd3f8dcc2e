"""The day around the pain: one page for each date."""

import datetime as dt
import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from journal.actions.day import day_uid, save_day
from journal.actions.records import StaleChange
from journal.analytics.wording import describe_content, describe_day, name_day
from journal.forms.day import DayForm
from journal.http import person, say_changed, today_of
from journal.models import DayLog, User

_EARLIEST = dt.date(1900, 1, 2)
_ONE = dt.timedelta(days=1)


@require_http_methods(["GET", "HEAD"])
def day_today(request: HttpRequest) -> HttpResponse:
    """To the page of the day that it is now."""
    return redirect("day_log", day=today_of(person(request)))


@require_http_methods(["GET", "HEAD"])
def day_edit(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """To the page of the day that a log is about."""
    log: DayLog = get_object_or_404(DayLog.objects.owned_by(person(request)), uid=uid)
    return redirect("day_log", day=log.local_date)


@require_http_methods(["GET", "HEAD", "POST"])
def day_log(request: HttpRequest, day: dt.date) -> HttpResponse:
    """Say how a day was, or change what was said; a stale change is shown beside what is stored now."""
    user = person(request)
    today = today_of(user)
    if not _EARLIEST <= day <= today + _ONE:
        raise Http404
    record = DayLog.objects.owned_by(user).filter(uid=day_uid(day)).first()
    form = DayForm(request.POST if request.method == "POST" else None, log=record)
    context = {
        "form": form,
        "record": record,
        "day": day,
        "name": name_day(day, today=today),
        "previous": day - _ONE,
        "following": day + _ONE if day < today else None,
    }
    if not form.is_valid():
        return render(request, "journal/day_log.html", context)
    try:
        return _saved(request, user, day, form)
    except StaleChange as stale:
        context |= {"current": stale.current, "typed": form.content, "typed_moment": stale.current.moment}
        context["form"] = form.on_top_of(stale.current)
        return render(request, "journal/day_log.html", context, status=409)


def _saved(request: HttpRequest, user: User, day: dt.date, form: DayForm) -> HttpResponse:
    version = form.cleaned_data["version"]
    saved = save_day(user=user, day=day, version=version, content=form.content, now=timezone.now())
    said = f"{describe_day(day)} – {describe_content(saved.content, moment=saved.moment)}"
    if saved.version == version:
        messages.info(request, f"Nothing was changed. It says: {said}")
    else:
        say_changed(request, f"Saved {said}", record=saved)
    return redirect("start")

"""What views share about requests: the signed-in person, the diary's clock, and messages that offer Undo."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from journal.analytics.moments import moment_at
from journal.models import User


def person(request: HttpRequest) -> User:
    """The signed-in person; LoginRequiredMiddleware lets nobody else reach a view that asks."""
    assert isinstance(request.user, User)
    return request.user


def today_of(user: User) -> dt.date:
    """The diary day that it is for this person now."""
    return moment_at(instant=timezone.now(), tz=user.time_zone, day_starts_at=user.day_starts_at).local_date


def say_changed(request: HttpRequest, text: str, *, record: Any, others: Iterable[Any] = ()) -> None:
    """Say what was just saved, changed or deleted, with an Undo button for it, and for `others` changed with it."""
    also = "".join(f" {other.uid}.{other.version}" for other in others)
    messages.success(request, text, extra_tags=f"undo {record.KIND} {record.uid} {record.version}{also}")


def back(request: HttpRequest, *, otherwise: str) -> HttpResponse:
    """To the page that the form names as `next`, if it is one of ours; else to `otherwise`."""
    page = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(page, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(page if ours else otherwise)

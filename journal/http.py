"""What views share about requests: the signed-in person, the diary's clock, the way back, messages with Undo."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from journal.analytics.moments import moment_at
from journal.models import User

_LISTED_ON = {
    "visit": "visit_list",
    "question": "visit_list",
    "questionnaire": "questions",
    "therapist": "my_therapists",
}


def person(request: HttpRequest) -> User:
    """The signed-in person; LoginRequiredMiddleware lets nobody else reach a view that asks."""
    assert isinstance(request.user, User)
    return request.user


def today_of(user: User) -> dt.date:
    """The diary day that it is for this person now."""
    return moment_at(instant=timezone.now(), tz=user.time_zone, day_starts_at=user.day_starts_at).local_date


def listed_on(kind: str) -> str:
    """The URL name of the page that lists the records of a kind."""
    return _LISTED_ON.get(kind, "journal")


def say_changed(request: HttpRequest, text: str, *, record: Any, others: Iterable[Any] = ()) -> None:
    """Say what was just saved, changed or deleted, with an Undo button for it, and for `others` changed with it."""
    also = "".join(f" {other.uid}.{other.version}" for other in others)
    messages.success(request, text, extra_tags=f"undo {record.KIND} {record.uid} {record.version}{also}")


def way_back(request: HttpRequest, *, otherwise: str) -> str:
    """The address that the form, or the link to its page, names as `next`, if it is one of ours; else `otherwise`."""
    page = request.POST.get("next") or request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(page, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return page if ours else otherwise


def back(request: HttpRequest, *, otherwise: str) -> HttpResponse:
    """There."""
    return HttpResponseRedirect(way_back(request, otherwise=otherwise))

"""What somebody is shown who was given a link: the report, its charts, and in which browser."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from journal.actions.report import make_report
from journal.actions.share import KeptReport
from journal.analytics.report import Report, ReportChoices
from journal.charting import charts_of_report
from journal.http import today_of
from journal.models import ShareLink, User
from journal.queries.share import open_link
from journal.queries.visit import last_visit_day

P = ParamSpec("P")

_COOKIE = "shared_report"
_SALT = "shared report"
_NEW = " new"


@dataclass(frozen=True, kw_only=True)
class SharedReport:
    """An open link and the report it shows; `is_first` until this browser was shown it."""

    link: ShareLink
    report: Report
    is_first: bool

    @property
    def charts(self) -> dict[str, Any]:
        """The charts of its days, kept or made now; empty where nothing is logged."""
        if self.link.kept is not None:
            return dict(self.link.kept["charts"])
        return charts_of_report(user=self.link.user, report=self.report, today=today_of(self.link.user))


def kept_report(*, user: User, choices: ReportChoices, today: dt.date) -> KeptReport:
    """The report and its charts as they are now, for a link that goes on showing these."""
    report = make_report(user=user, choices=choices, today=today)
    return KeptReport(
        report=report.to_json(),
        charts=charts_of_report(user=user, report=report, today=today),
        first=report.summary.period.first,
        last=report.summary.period.last,
    )


def lasting_choices(*, user: User, choices: ReportChoices, today: dt.date) -> ReportChoices:
    """Those of a link whose report is made at each opening: since the last visit goes on meaning the visit that was the
    last one when the link was made. The next visit is what the link is for; it must not empty it."""
    if choices.span != "visit":
        return choices
    day = last_visit_day(user=user, today=today)
    return replace(choices, span="own", first=day, last=None) if day else replace(choices, span="90d")


def give_access(response: HttpResponse, link: ShareLink, *, is_first: bool) -> HttpResponse:
    """Let this browser see what the link shows, as long as the link works. Where it `is_first` it has not seen it yet:
    an opening counts when it does, so that programs that look at a link before a person does mostly do not."""
    response.set_signed_cookie(
        _COOKIE,
        f"{link.pk}{_NEW if is_first else ''}",
        salt=_SALT,
        expires=link.expires_at,
        path=reverse("shared_report"),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def report_shown(request: HttpRequest) -> SharedReport | None:
    """What this browser may see, asked of the database each time; None where it may see nothing (any more)."""
    said = request.get_signed_cookie(_COOKIE, default="", salt=_SALT)
    pk = (said or "").removesuffix(_NEW)
    link = open_link(pk=int(pk), now=timezone.now()) if pk else None
    if link is None:
        return None
    try:
        return SharedReport(link=link, report=_report(link), is_first=said != pk)
    except (KeyError, TypeError, ValueError):  # kept by an earlier release, in another form
        return None


def nothing_shown(request: HttpRequest) -> HttpResponse:
    """The one answer to whatever opens nothing: a wrong address, a link that expired or was withdrawn."""
    return render(request, "journal/share_gone.html", status=404)


def of_a_link(view: Callable[[HttpRequest, SharedReport], HttpResponse]) -> Callable[..., HttpResponse]:
    """A page of what this browser may see by its link, without an account."""

    @login_not_required
    @for_the_reader
    @require_safe
    @wraps(view)
    def page(request: HttpRequest) -> HttpResponse:
        found = report_shown(request)
        return nothing_shown(request) if found is None else view(request, found)

    return page


def for_the_reader(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[..., HttpResponse]:
    """No browser or proxy keeps what it answers, no search engine lists it, and no site that is gone to from there is
    told the address."""

    @wraps(view)
    def answered(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex, nofollow"
        patch_cache_control(response, no_store=True, private=True)
        return response

    return answered


def _report(link: ShareLink) -> Report:
    if link.kept is not None:
        return Report.from_json(link.kept["report"])
    choices = ReportChoices.from_json(link.choices)
    return make_report(user=link.user, choices=choices, today=today_of(link.user))

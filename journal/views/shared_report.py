"""What a link shows to whoever has it, without an account: the report, its charts, the report on paper."""

from allauth.core.internal import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from journal.actions.share import count_opening, open_share
from journal.analytics.moments import moment_at
from journal.analytics.wording import describe_moment
from journal.charts.report import report_page
from journal.reporting import as_response, printed
from journal.sharing import (
    SharedReport,
    for_the_reader,
    give_access,
    nothing_shown,
    of_a_link,
)

_GUESSES = {"open_share": "20/10m/ip"}


@login_not_required
@for_the_reader
@require_safe
def share_open(request: HttpRequest, secret: str) -> HttpResponse:
    """Trade the secret in the address for a cookie, and go on to an address without one."""
    if not _may_guess(request, dry_run=True):
        too_many: HttpResponse = ratelimit.respond_429(request)
        return too_many
    link = open_share(secret=secret, now=timezone.now())
    if link is None:
        _may_guess(request, dry_run=False)
        return nothing_shown(request)
    return give_access(redirect("shared_report"), link, is_first=True)


@of_a_link
def shared_report(request: HttpRequest, found: SharedReport) -> HttpResponse:
    """The report."""
    context = {"report": report_page(found.report), "until": _until(found)}
    response = render(request, "journal/shared_report.html", context)
    if found.is_first and request.method == "GET":
        count_opening(link=found.link, now=timezone.now())
        return give_access(response, found.link, is_first=False)
    return response


@of_a_link
def shared_charts(request: HttpRequest, found: SharedReport) -> HttpResponse:
    """The charts of its days."""
    context = {"report": report_page(found.report), "until": _until(found), "shared": True}
    return render(request, "journal/shared_charts.html", context | found.charts)


@of_a_link
def shared_pdf(request: HttpRequest, found: SharedReport) -> HttpResponse:
    """The report on paper."""
    file = printed(found.report, whose=found.link.user_id)
    return as_response(file) if file else render(request, "journal/shared_pdf.html", status=409)


def _may_guess(request: HttpRequest, *, dry_run: bool) -> bool:
    """Whether this address has not tried too many links that open nothing; without `dry_run` one more of them."""
    used = ratelimit.consume(
        request, app="journal", action="open_share", config=_GUESSES, limit_get=True, dry_run=dry_run
    )
    return used is not None


def _until(found: SharedReport) -> str:
    return describe_moment(moment_at(instant=found.link.expires_at, tz=found.link.user.time_zone))

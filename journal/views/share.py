"""Links to the report: making one, seeing which work and how often they were opened, withdrawing."""

import uuid

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from journal.actions.share import MOST_OPEN, TooManyLinks, create_share, revoke_share
from journal.analytics.report import left_out_words
from journal.analytics.share_wording import describe_days
from journal.forms.share import ShareForm
from journal.http import person, today_of
from journal.models import ShareLink
from journal.queries.share import shares_of
from journal.reporting import choices_of
from journal.sharing import kept_report, lasting_choices


@require_http_methods(["GET", "HEAD", "POST"])
def share_list(request: HttpRequest) -> HttpResponse:
    """Shows the links; a POST makes one and shows its address, in this answer only."""
    user, choices, now = person(request), choices_of(request), timezone.now()
    form = ShareForm(request.POST if request.method == "POST" else None, user=user, choices=choices)
    address = ""
    if form.is_bound and form.is_valid():
        try:
            link = _made(request, form)
        except TooManyLinks:
            form.add_error(None, f"{MOST_OPEN} links work at the moment. Withdraw one of them first.")
        else:
            if link.revoked_at is not None:
                messages.info(request, "This link was withdrawn since. You can make a new one.")
                return redirect("share_list")
            address = request.build_absolute_uri(reverse("share_open", args=[form.secret]))
    context = {
        "form": form,
        "address": address,
        "shares": shares_of(user=user, now=now),
        "days": describe_days(choices),
        "left_out": left_out_words(sections=choices.sections, notes=True),
    }
    return render(request, "journal/share_list.html", context)


@require_POST
def share_revoke(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Withdraw a link at once."""
    try:
        revoke_share(user=person(request), uid=uid, now=timezone.now())
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
    messages.success(request, "Withdrawn. The link shows nothing any more.")
    return redirect("share_list")


def _made(request: HttpRequest, form: ShareForm) -> ShareLink:
    user, choices = person(request), form.choices
    today = today_of(user)
    if form.is_live:
        choices = lasting_choices(user=user, choices=choices, today=today)
    return create_share(
        user=user,
        uid=form.uid,
        secret=form.secret,
        choices=choices.to_json(),
        kept=None if form.is_live else kept_report(user=user, choices=choices, today=today),
        days=form.lasts_days,
        now=timezone.now(),
    )

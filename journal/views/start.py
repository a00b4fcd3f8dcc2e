"""The first page: for a visitor what this is, for a person the one question that matters now."""

import uuid

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from journal.actions.start_page import start_page
from journal.analytics.vocabulary import Change, Soreness
from journal.forms.start import QuickPainForm
from journal.http import person, today_of


@login_not_required
def start(request: HttpRequest) -> HttpResponse:
    """Shows the landing page, or the scale with what is open: a flare-up, a question, a suggestion."""
    if not request.user.is_authenticated:
        return render(request, "journal/landing.html")
    user = person(request)
    today = today_of(user)
    context = {
        "form": QuickPainForm(user=user, now=timezone.now()),
        "page": start_page(user=user, today=today),
        "today": today,
        "flare_uid": uuid.uuid4(),
        "no_pain_uid": uuid.uuid4(),
        "note_uid": uuid.uuid4(),
        "changes": Change.choices(),
        "soreness": Soreness.choices(),
    }
    return render(request, "journal/start.html", context)

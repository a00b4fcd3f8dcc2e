"""Logging a massage session, changing one, and the question on the day after."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from journal.actions.massage import answer_next_day, skip_next_day
from journal.actions.safety import due_before_massage
from journal.forms.massage import MassageForm
from journal.forms.next_day import NextDayForm
from journal.http import person, say_changed
from journal.log_pages import edit_page, new_page
from journal.models import MassageSession
from journal.queries.massage import last_session
from journal.queries.my_therapist import therapist_by_uid, therapist_names


def massage_new(request: HttpRequest) -> HttpResponse:
    """Log a session; what it was is filled in from the last one, or from the last with the therapist whose page led
    here. What was felt lately may call for the page on when to get help first."""
    if request.method != "POST" and due_before_massage(user=person(request), now=timezone.now()):
        return redirect(f"{reverse('safety_check')}?next=massage_new")

    def form(data: QueryDict | None, _: object) -> MassageForm:
        user = person(request)
        therapist = therapist_by_uid(user=user, uid=request.GET.get("with", ""))
        return MassageForm(
            data,
            user=user,
            now=timezone.now(),
            last=last_session(user=user, therapist=therapist),
            given_by=therapist.name if therapist else "",
            therapists=therapist_names(user=user),
        )

    return new_page(request, kind=MassageSession.KIND, template="journal/massage_new.html", make_form=form)


def massage_edit(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Change a session."""

    def form(data: QueryDict | None, session: MassageSession) -> MassageForm:
        user = person(request)
        therapists = therapist_names(user=user)
        return MassageForm(data, user=user, now=timezone.now(), session=session, therapists=therapists)

    return edit_page(request, kind=MassageSession.KIND, uid=uid, template="journal/massage_edit.html", make_form=form)


@require_POST
def massage_next_day(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """One tap on the start page: pain, soreness, or not to be asked again."""
    user = person(request)
    session = get_object_or_404(MassageSession.objects.owned_by(user), uid=uid)
    form = NextDayForm(request.POST)
    if not form.is_valid():
        messages.error(request, "That answer could not be read. Choose one of the buttons.")
    elif form.cleaned_data["skip"]:
        skip_next_day(user=user, uid=session.uid)
    else:
        answered = answer_next_day(
            user=user,
            uid=session.uid,
            now=timezone.now(),
            pain=form.cleaned_data["pain"],
            soreness=form.cleaned_data["soreness"],
        )
        if answered.version > session.version:
            say_changed(request, "Noted for the day after your massage.", record=answered)
    return redirect("start")

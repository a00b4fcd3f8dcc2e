"""Visits to a doctor, to come and past, and the questions for the next one."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.views.decorators.http import require_POST

from journal.actions.visit import ask_question, change_visit
from journal.analytics.visit_wording import READY_QUESTIONS, describe_marked
from journal.forms.tap import TapForm
from journal.forms.visit import QuestionForm, UidsField, VisitForm
from journal.http import person, say_changed, today_of, way_back
from journal.log_pages import edit_page, new_page
from journal.models import DoctorVisit, VisitQuestion
from journal.queries.visit import visit_page


def visit_list(request: HttpRequest) -> HttpResponse:
    """Shows the visits to come, the open questions and the past visits, page by page: `?before=` the last one shown."""
    user = person(request)
    today = today_of(user)
    before = next(iter(UidsField().clean([request.GET.get("before", "")])), None)
    page = visit_page(user=user, today=today, before=before)
    return render(request, "journal/visit_list.html", {"page": page, "today": today, "goes_on": bool(before)})


def visit_new(request: HttpRequest) -> HttpResponse:
    """Note a visit, to come or past."""

    def form(data: QueryDict | None, _: object) -> VisitForm:
        return VisitForm(data, user=person(request), now=timezone.now())

    return new_page(
        request,
        kind=DoctorVisit.KIND,
        template="journal/visit_new.html",
        make_form=form,
        detour=lambda *_: "visit_list",
    )


def visit_edit(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Change a visit, note what was said there, tick the questions that were asked."""

    def form(data: QueryDict | None, visit: DoctorVisit) -> VisitForm:
        return VisitForm(data, user=person(request), now=timezone.now(), visit=visit)

    def change(sent: Any, *, kind: str, **said: Any) -> tuple[Any, str]:
        done = change_visit(**said, shown=sent.cleaned_data["shown"], asked=sent.cleaned_data["asked"])
        return done.visit, describe_marked(asked=done.asked, reopened=done.reopened)

    return edit_page(
        request,
        kind=DoctorVisit.KIND,
        uid=uid,
        template="journal/visit_edit.html",
        make_form=form,
        change=change,
    )


def question_new(request: HttpRequest) -> HttpResponse:
    """Write a question down and go back to the page that `?next=` names."""

    def form(data: QueryDict | None, _: object) -> QuestionForm:
        return QuestionForm(data, user=person(request), now=timezone.now())

    def back(*_: object) -> str:
        return way_back(request, otherwise=resolve_url("visit_list"))

    return new_page(request, kind=VisitQuestion.KIND, template="journal/question_new.html", make_form=form, detour=back)


def question_edit(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Change a question, or say that it was asked."""

    def form(data: QueryDict | None, question: VisitQuestion) -> QuestionForm:
        return QuestionForm(data, user=person(request), now=timezone.now(), question=question)

    return edit_page(request, kind=VisitQuestion.KIND, uid=uid, template="journal/question_edit.html", make_form=form)


@require_POST
def question_ask(request: HttpRequest) -> HttpResponse:
    """Put a ready question, named by its code, on the list in one tap, and stay on the page."""
    user = person(request)
    text = READY_QUESTIONS.get(request.POST.get("about", ""))
    if text is None:
        return redirect("question_new")
    tap = TapForm(request.POST, user=user, now=timezone.now())
    saved = ask_question(user=user, uid=tap.record_uid, text=text, moment=tap.moment, now=timezone.now())
    if saved.outcome == "already":
        messages.info(request, f"On your list of questions already: {text}")
    else:
        say_changed(request, f"On your list for the next visit: {text}", record=saved.record)
    return HttpResponseRedirect(way_back(request, otherwise=resolve_url("visit_list")))

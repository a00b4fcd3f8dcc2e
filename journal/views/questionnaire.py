"""Questionnaires: what there is, answering one, how often they are asked."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from journal.actions.questionnaire import put_off, set_rhythms
from journal.analytics.questionnaires import INSTRUMENTS, Instrument, instrument_of
from journal.charts.questionnaires import questionnaires_chart
from journal.forms.log import UidField
from journal.forms.questionnaire import QuestionnaireForm, RhythmForm
from journal.http import person, today_of
from journal.log_pages import edit_page, new_page
from journal.models import QuestionnaireResponse
from journal.queries.questionnaire import response_page, rhythms, scores_between

_LIST = "questions"


@require_http_methods(["GET", "HEAD", "POST"])
def questions(request: HttpRequest) -> HttpResponse:
    """Each questionnaire with its scores over time, the answers to change, and how often to be asked."""
    user, today = person(request), today_of(person(request))
    form = RhythmForm(request.POST if request.method == "POST" else None, weeks=rhythms(user=user))
    if form.is_valid():
        set_rhythms(user=user, weeks=form.cleaned_data, today=today)
        messages.success(request, "Saved how often you are asked.")
        return redirect(_LIST)
    chart = questionnaires_chart(answered=scores_between(user=user), today=today)
    page = response_page(user=user, before=UidField().clean(request.GET.get("before")))
    return render(request, "journal/questions.html", {"form": form, "page": page, **chart})


def questionnaire_new(request: HttpRequest, instrument: str) -> HttpResponse:
    """Answer a questionnaire."""
    asked = _instrument(instrument)

    def form(data: QueryDict | None, _: object) -> QuestionnaireForm:
        return QuestionnaireForm(data, user=person(request), now=timezone.now(), instrument=asked)

    return new_page(
        request,
        kind=QuestionnaireResponse.KIND,
        template="journal/questionnaire_new.html",
        make_form=form,
        detour=_to_the_list,
    )


def questionnaire_edit(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Change answers."""

    def form(data: QueryDict | None, response: QuestionnaireResponse) -> QuestionnaireForm:
        asked = instrument_of(response.content)
        return QuestionnaireForm(data, user=person(request), now=timezone.now(), instrument=asked, response=response)

    return edit_page(
        request,
        kind=QuestionnaireResponse.KIND,
        uid=uid,
        template="journal/questionnaire_edit.html",
        make_form=form,
    )


@require_POST
def questionnaire_later(request: HttpRequest, instrument: str) -> HttpResponse:
    """Not now: ask again in a week."""
    user, asked = person(request), _instrument(instrument)
    put_off(user=user, instrument=asked.code, today=today_of(user))
    messages.info(request, "You are asked again in a week.")
    return redirect("start")


def _instrument(code: str) -> Instrument:
    if code not in INSTRUMENTS:
        raise Http404
    return INSTRUMENTS[code]


def _to_the_list(*_: object) -> str:
    return _LIST

"""The person's own therapists: the list, one of them, and making one of two."""

import uuid
from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from journal.actions.my_therapist import add_therapist, merge_therapists, therapist_effect
from journal.analytics.therapist_questions import Ask, Tell
from journal.analytics.therapist_sessions import add_up
from journal.analytics.therapist_wording import immediate_words, session_facts
from journal.forms.my_therapist import TAKEN, MergeForm, MyTherapistForm
from journal.http import person, say_changed
from journal.log_pages import edit_page
from journal.models import MyTherapist
from journal.queries.charts import sessions_by_day
from journal.queries.my_therapist import other_therapists, therapist_page, written_as


@require_safe
def my_therapists(request: HttpRequest) -> HttpResponse:
    """The list, page by page."""
    page = therapist_page(
        user=person(request), before=request.GET.get("before", ""), after=request.GET.get("after", "")
    )
    return render(request, "journal/my_therapists.html", {"page": page})


def my_therapist_new(request: HttpRequest) -> HttpResponse:
    """Keep a therapist; a name is enough."""
    data = request.POST if request.method == "POST" else None
    form = MyTherapistForm(data, user=person(request), now=timezone.now())
    if data is None or not form.is_valid():
        return render(request, "journal/my_therapist_new.html", {"form": form})
    try:
        saved = add_therapist(
            user=person(request),
            uid=form.cleaned_data["uid"],
            content=form.content,
            moment=form.cleaned_data["moment"],
            now=timezone.now(),
        )
    except IntegrityError:
        form.add_error(*TAKEN)
        return render(request, "journal/my_therapist_new.html", {"form": form})
    say_changed(request, f"Saved {saved.record.name}", record=saved.record)
    return redirect("my_therapist", saved.record.uid)


@require_safe
def my_therapist(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """What the person keeps about one of them, and how the sessions with them went."""
    user = person(request)
    therapist = get_object_or_404(MyTherapist.objects.owned_by(user).select_related("listing"), uid=uid)
    sessions = add_up(sessions=sessions_by_day(user=user, therapist=therapist))
    listing = therapist.listing if therapist.listing and therapist.listing.is_readable else None
    context = {"therapist": therapist, "listing": listing, "written_as": written_as(therapist=therapist)}
    context |= _said(therapist)
    if sessions:
        context |= {
            "facts": session_facts(sessions),
            "immediate": immediate_words(sessions),
            "effect": therapist_effect(user=user, name=therapist.name),
        }
    return render(request, "journal/my_therapist.html", context)


def my_therapist_edit(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Change what is kept about one."""

    def form(data: QueryDict | None, therapist: MyTherapist) -> MyTherapistForm:
        return MyTherapistForm(data, user=person(request), now=timezone.now(), therapist=therapist)

    return edit_page(
        request,
        kind=MyTherapist.KIND,
        uid=uid,
        template="journal/my_therapist_edit.html",
        make_form=form,
        detour=lambda therapist, _: reverse("my_therapist", args=[therapist.uid]),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def my_therapist_merge(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Choose which other one is the same person; sessions and notes come together under the name of this one."""
    user = person(request)
    therapist = get_object_or_404(MyTherapist.objects.owned_by(user), uid=uid)
    form = MergeForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        context = {"therapist": therapist, "others": other_therapists(user=user, therapist=therapist), "form": form}
        return render(request, "journal/my_therapist_merge.html", context)
    try:
        gone = merge_therapists(user=user, into=uid, gone=form.cleaned_data["other"], now=timezone.now())
    except MyTherapist.DoesNotExist as missing:
        raise Http404 from missing
    if gone is None:
        messages.info(request, "There was nothing left to merge.")
    else:
        say_changed(request, f"{gone.name} and {therapist.name} are one now.", record=gone)
    return redirect("my_therapist", uid)


def _said(therapist: MyTherapist) -> dict[str, Any]:
    """Questions with their answers, and what was told and what was not."""
    said = therapist.content
    answers = {one.question: one.answer for one in said.answers}
    return {
        "answers": [(question.label, answers[question]) for question in Ask if question in answers],
        "open_questions": [question.label for question in Ask if question not in answers],
        "told": [what.label for what in Tell if what in said.told],
    }

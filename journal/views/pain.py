"""Logging pain, with a draft of it until it is saved, and changing an entry."""

import datetime as dt
import uuid
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from journal.actions.draft import TooLarge, drop_draft, keep_draft
from journal.actions.safety import Shown, show_for_entry
from journal.analytics.moments import moment_at
from journal.analytics.records import PainContent
from journal.forms.draft import as_sent, said_in
from journal.forms.feelings import with_feelings
from journal.forms.log import UidField
from journal.forms.pain import PainForm
from journal.http import person, today_of
from journal.log_pages import edit_page, new_page
from journal.models import PainDraft, PainEntry
from journal.queries.draft import open_draft
from journal.queries.pain import last_feelings, used_last

_JUST_NOW = dt.timedelta(hours=1)
_STILL_WEAK = (
    "You noted weakness again, no stronger than when you answered the questions about it. If no doctor knows of it, "
    "speak to one today. If it gets worse, or peeing or pooing changes, read “When to get help”: it is at the top of "
    "every page."
)


def pain_new(request: HttpRequest) -> HttpResponse:
    """The log form; the start page sends its number here, to be saved or to be added to.

    What was begun and not saved is there again: at once where it was just now, as after a page that was reloaded or a
    phone that rang, else it is offered first.
    """
    draft = _begun_before(request)
    if draft is not None:
        return render(request, "journal/pain_new.html", _begun(request, draft))
    data = _filled_in(request) if request.method == "POST" else None
    answer = new_page(
        request,
        kind=PainEntry.KIND,
        template="journal/pain_new.html",
        make_form=lambda _, __: _form(request, data, None),
        detour=partial(_detour, request),
    )
    if data is not None:
        _keep_or_drop(request, data, is_saved=answer.status_code == 302)
    return answer


@require_POST
def pain_draft(request: HttpRequest) -> HttpResponse:
    """Keep what was typed so far, sent by the form's script; or forget it."""
    user = person(request)
    if "start_afresh" in request.POST:
        drop_draft(user=user)
        return redirect("pain_new")
    uid = UidField().clean(request.POST.get("uid"))
    if uid is None:
        return HttpResponseBadRequest()
    try:
        kept = keep_draft(user=user, uid=uid, fields=said_in(request.POST), now=timezone.now())
    except TooLarge:
        return HttpResponseBadRequest()
    return JsonResponse({"kept": kept})


def pain_edit(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Change an entry."""
    return edit_page(
        request,
        kind=PainEntry.KIND,
        uid=uid,
        template="journal/pain_edit.html",
        make_form=lambda data, entry: _form(request, data, entry),
        detour=partial(_detour, request),
    )


def _detour(request: HttpRequest, entry: PainEntry, content: PainContent) -> str | None:
    """To the page on when to get help, where what is now saved calls for it."""
    shown = show_for_entry(user=person(request), entry=entry, content=content, now=timezone.now())
    if shown is Shown.REMINDER:
        messages.info(request, _STILL_WEAK)
    return "safety_check" if shown is Shown.PAGE else None


def _form(request: HttpRequest, data: QueryDict | None, entry: PainEntry | None) -> PainForm:
    user = person(request)
    return PainForm(data, user=user, now=timezone.now(), used_last=partial(used_last, user=user), entry=entry)


def _begun_before(request: HttpRequest) -> PainDraft | None:
    """The draft that an empty form, or one with nothing but the number of the start page, would hide."""
    if request.method == "POST" and ("more" not in request.POST or "start_afresh" in request.POST):
        return None
    draft = open_draft(user=person(request), now=timezone.now())
    return None if draft is None or str(draft.uid) == request.POST.get("uid") else draft


def _begun(request: HttpRequest, draft: PainDraft) -> dict[str, object]:
    """The draft in its form, or the question; with the number that was tapped just now, if any."""
    user = person(request)
    began = moment_at(instant=draft.began_at, tz=user.time_zone, day_starts_at=user.day_starts_at)
    shown = {"began": began.wall, "began_today": began.local_date == today_of(user), "tapped": request.POST}
    if draft.kept_at < timezone.now() - _JUST_NOW:
        return shown
    return {**shown, "form": _form(request, _gone_on_with(request, draft), None)}


def _gone_on_with(request: HttpRequest, draft: PainDraft) -> QueryDict:
    data = as_sent(draft.fields, button="go_on")
    if number := request.POST.get("intensity"):
        data["intensity"] = number
    return data


def _filled_in(request: HttpRequest) -> QueryDict:
    """What was sent, with the draft or the last time's feelings filled in where the person asked for them."""
    user = person(request)
    data: QueryDict = request.POST
    if "go_on" in data and (draft := open_draft(user=user, now=timezone.now())):
        data = _gone_on_with(request, draft)
    if "same_as_last" in data:
        data = with_feelings(data, last_feelings(user=user))
    return data


def _keep_or_drop(request: HttpRequest, data: QueryDict, *, is_saved: bool) -> None:
    """Forget the draft of what is in the diary now; keep one of what is not."""
    user, uid = person(request), UidField().clean(data.get("uid"))
    if uid is None:
        return
    if is_saved:
        drop_draft(user=user, uid=uid)
        return
    try:
        keep_draft(user=user, uid=uid, fields=said_in(data), now=timezone.now())
    except TooLarge:
        return  # it stands in the form that was just shown again

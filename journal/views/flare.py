"""Flare-ups: one tap to start and to end, the list, and decisions about suggested ones."""

import datetime as dt
import uuid

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from journal.actions.flare import decide_suggestion, end_flare, start_flare
from journal.actions.flare_history import flare_history
from journal.actions.flare_merge import merge_flares
from journal.actions.records import StaleChange
from journal.actions.suggestions import suggested_flares
from journal.analytics.flare_overlap import Told
from journal.analytics.flare_wording import fact_lines
from journal.analytics.flares import Flare
from journal.analytics.vocabulary import Change
from journal.analytics.wording import describe_day, describe_flare
from journal.forms.flare import FlareForm
from journal.forms.log import UidField
from journal.forms.tap import TapForm
from journal.http import person, say_changed, today_of
from journal.log_pages import MakeForm, edit_page, new_page
from journal.models import FlareUp, User
from journal.queries.flare import flare_page

_SUGGESTED_AT_ONCE = 10


def flare_list(request: HttpRequest) -> HttpResponse:
    """The one that lasts, the suggested ones, and those that were."""
    user = person(request)
    today = today_of(user)
    history = flare_history(user=user, today=today)
    suggested = history.suggested
    context = {
        "page": flare_page(user=user, facts=fact_lines(facts=history.facts, today=today)),
        "suggested": suggested[::-1][:_SUGGESTED_AT_ONCE],
        "suggested_later": max(0, len(suggested) - _SUGGESTED_AT_ONCE),
        "uid": uuid.uuid4(),
        "note_uid": uuid.uuid4(),
        "changes": Change.choices(),
    }
    return render(request, "journal/flare_list.html", context)


def flare_new(request: HttpRequest) -> HttpResponse:
    """Log a flare-up of the past, or one that began earlier."""

    def form(data: QueryDict | None, _: object) -> FlareForm:
        return FlareForm(data, user=person(request), now=timezone.now())

    return _merged(request, form) or new_page(
        request, kind=FlareUp.KIND, template="journal/flare_new.html", make_form=form
    )


def flare_edit(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Change a flare-up."""

    def form(data: QueryDict | None, flare: FlareUp) -> FlareForm:
        return FlareForm(data, user=person(request), now=timezone.now(), flare=flare)

    flare = FlareUp.objects.filter(user=person(request), uid=uid).first()
    return (_merged(request, form, flare) if flare else None) or edit_page(
        request, kind=FlareUp.KIND, uid=uid, template="journal/flare_edit.html", make_form=form
    )


@require_POST
def flare_start(request: HttpRequest) -> HttpResponse:
    """It starts now."""
    user, now = person(request), timezone.now()
    tap = TapForm(request.POST, user=user, now=now)
    flare = start_flare(user=user, uid=tap.record_uid, moment=tap.moment, now=now)
    if flare.uid == tap.record_uid:
        say_changed(request, "Flare-up marked as started. Tap “It is over” when it is.", record=flare)
    else:
        messages.info(
            request, f"Your flare-up since {describe_day(flare.local_date)} still lasts. No other was started."
        )
    return redirect("start")


@require_POST
def flare_end(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """It is over now."""
    user, now = person(request), timezone.now()
    flare = get_object_or_404(FlareUp.objects.owned_by(user), uid=uid)
    tap = TapForm(request.POST, user=user, now=now)
    ended = end_flare(user=user, uid=flare.uid, moment=tap.moment, now=now)
    if ended.version > flare.version:
        say_changed(request, "Flare-up marked as over.", record=ended)
    else:
        messages.info(request, f"Nothing was changed: {describe_flare(ended.content, started=ended.moment)}.")
    return redirect("flare_detail", uid) if ended.origin != "dismissed" else redirect("flare_list")


@require_POST
def suggestion_confirm(request: HttpRequest, start: dt.date) -> HttpResponse:
    """Yes, that was a flare-up."""
    return _decide(request, start, accepted=True, said="Kept as a flare-up.")


@require_POST
def suggestion_dismiss(request: HttpRequest, start: dt.date) -> HttpResponse:
    """No; it does not come back."""
    return _decide(request, start, accepted=False, said="Not a flare-up, then. It will not be suggested again.")


def suggestion_change(request: HttpRequest, start: dt.date) -> HttpResponse:
    """Yes, but from another day or to another day. What was typed is kept also where the suggestion went away
    meanwhile, unless this very form was what decided about it."""
    user = person(request)
    suggestion = _suggested(user, start)
    if suggestion is None and (request.method != "POST" or _is_saved(user, request.POST.get("uid"))):
        return _gone(request)

    def form(data: QueryDict | None, _: object) -> FlareForm:
        return FlareForm(data, user=user, now=timezone.now(), suggestion=suggestion)

    return _merged(request, form) or new_page(
        request, kind=FlareUp.KIND, template="journal/flare_new.html", make_form=form
    )


def _merged(request: HttpRequest, make_form: MakeForm, flare: FlareUp | None = None) -> HttpResponse | None:
    """Make one flare-up of what was typed and what it overlaps, where the person chose that; None where they did not,
    or where the page has to say first that something else is in the way."""
    if request.method != "POST" or "merge" not in request.POST:
        return None
    form = make_form(request.POST, flare)
    assert isinstance(form, FlareForm)
    if not form.is_valid() or not form.overlaps:
        return None
    try:
        merged = merge_flares(
            user=person(request),
            typed=Told(start=form.cleaned_data["moment"], content=form.content),
            changed=(flare.uid, form.cleaned_data["version"]) if flare else None,
            overlaps=[other.uid for other in form.overlaps],
            now=timezone.now(),
        )
    except (StaleChange, ObjectDoesNotExist):
        return None
    said = describe_flare(merged.flare.content, started=merged.flare.moment)
    if merged.changes:
        say_changed(request, f"Made one: {said}.", record=merged.changes[0], others=merged.changes[1:])
    else:
        messages.info(request, f"Nothing was changed: {said}.")
    return redirect("flare_detail", merged.flare.uid)


def _overlap(request: HttpRequest, suggestion: Flare) -> HttpResponse | None:
    """The form of a suggestion that cannot be kept as it is since it overlaps another flare-up, with the choice."""
    typed = QueryDict(mutable=True)
    end = suggestion.end.isoformat() if suggestion.end else ""
    typed.update({"uid": str(uuid.uuid4()), "day": suggestion.start.isoformat(), "end_day": end})
    form = FlareForm(typed, user=person(request), now=timezone.now(), suggestion=suggestion)
    if form.is_valid() or not form.overlaps:
        return None
    action = reverse("suggestion_change", args=[suggestion.start])
    return render(request, "journal/flare_new.html", {"form": form, "action": action})


def _decide(request: HttpRequest, start: dt.date, *, accepted: bool, said: str) -> HttpResponse:
    user = person(request)
    suggestion = _suggested(user, start)
    if suggestion is None:
        return _gone(request)
    if accepted and (refused := _overlap(request, suggestion)):
        return refused
    flare = decide_suggestion(user=user, suggestion=suggestion, accepted=accepted, now=timezone.now())
    say_changed(request, said, record=flare)
    return redirect("flare_list")


def _is_saved(user: User, sent_uid: str | None) -> bool:
    uid = UidField().clean(sent_uid)
    return uid is not None and bool(FlareUp.objects.filter(user=user, uid=uid).exists())


def _suggested(user: User, start: dt.date) -> Flare | None:
    suggestions = suggested_flares(user=user, today=today_of(user))
    return next((flare for flare in suggestions if flare.start == start), None)


def _gone(request: HttpRequest) -> HttpResponse:
    """Decided already (tapped twice), or the diary changed meanwhile."""
    messages.info(request, "That suggestion is no longer open.")
    return redirect("flare_list")

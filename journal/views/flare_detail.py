"""The page about one flare-up: what was logged in it, how it went, what helped."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render, resolve_url
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from journal.actions.flare import say_what_helped
from journal.actions.flare_history import flare_history
from journal.actions.records import save_record
from journal.analytics.flare_days import MOST_DAYS, flare_days, medicines_taken
from journal.analytics.flare_facts import days_long
from journal.analytics.flare_wording import describe_facts
from journal.analytics.reach import furthest_places
from journal.analytics.records import FlareNoteContent
from journal.analytics.vocabulary import Change
from journal.analytics.wording import describe_flare, describe_flare_note, describe_triggers
from journal.charts.episode import days_around, episode_chart
from journal.forms.flare_note import FlareNoteForm, FlareNoteTapForm, WhatHelpedForm
from journal.http import back, person, say_changed, today_of
from journal.log_pages import edit_page
from journal.models import FlareNote, FlareUp
from journal.queries.charts import PainDays, felt_by_day, sessions_by_day
from journal.queries.flare import logged_around


@require_safe
def flare_detail(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Its curve and facts, its massages and notes, and while it lasts how it goes."""
    return _page(request, _flare(request, uid))


@require_POST
def flare_note(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Better, the same or worse."""
    user, now, flare = person(request), timezone.now(), _flare(request, uid)
    tap = FlareNoteTapForm(request.POST, user=user, now=now)
    if not tap.is_valid():
        return _page(request, flare, tap=tap)
    content = FlareNoteContent(flare=str(flare.uid), change=tap.cleaned_data["change"], note=tap.cleaned_data["note"])
    saved = save_record(
        kind=FlareNote.KIND,
        user=user,
        uid=tap.record_uid,
        content=content,
        moment=tap.moment,
        moment_said=False,
        now=now,
    )
    say_changed(request, f"Noted: {describe_flare_note(content)}.", record=saved.record)
    return back(request, otherwise=resolve_url("flare_detail", flare.uid))


@require_POST
def flare_helped(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """What helped."""
    user, flare = person(request), _flare(request, uid)
    form = WhatHelpedForm(request.POST)
    if not form.is_valid():
        return _page(request, flare, helped=form)
    changed = say_what_helped(user=user, uid=flare.uid, helped=form.cleaned_data["helped"], now=timezone.now())
    if changed.version > flare.version:
        say_changed(request, "Noted what helped.", record=changed)
    return redirect("flare_detail", flare.uid)


def flarenote_edit(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Change a note on how it went."""

    def form(data: QueryDict | None, written: FlareNote) -> FlareNoteForm:
        return FlareNoteForm(data, user=person(request), now=timezone.now(), written=written)

    return edit_page(request, kind=FlareNote.KIND, uid=uid, template="journal/flarenote_edit.html", make_form=form)


def _flare(request: HttpRequest, uid: uuid.UUID) -> FlareUp:
    flare: FlareUp = get_object_or_404(FlareUp.objects.accepted(person(request)), uid=uid)
    return flare


def _page(request: HttpRequest, flare: FlareUp, **forms: Any) -> HttpResponse:
    """`forms` are what was sent and cannot be saved yet: `tap`, `helped`."""
    user = person(request)
    today = today_of(user)
    diary = PainDays(user=user)
    facts = flare_history(user=user, today=today, pain_days=diary.whole).facts
    one = next((one for one in facts if one.span.uid == str(flare.uid)), None)
    if one is None:
        raise Http404
    span = one.span
    last = max(span.last or today, span.start)
    first_drawn, last_drawn = days_around(span=span, today=today)
    days = diary.between(first=first_drawn, last=last_drawn)
    sessions = sessions_by_day(user=user, first=first_drawn, last=last_drawn)
    felt_around = felt_by_day(user=user, first=first_drawn, last=last_drawn)
    felt = [one for one in felt_around if span.start <= one.day <= last]
    around = logged_around(flare=flare, last=last)
    doses = [(dose.local_date, dose.content) for dose in around.doses]
    logs = [(log.local_date, log.content) for log in around.logs]
    context = {
        "flare": flare,
        "said": describe_flare(flare.content, started=flare.moment),
        "lasts": flare.end is None and flare.origin == "declared",
        "facts": list(describe_facts(one=one, facts=facts, reach=furthest_places(felt=felt), today=today)),
        "triggers": describe_triggers(flare.content.triggers),
        "sessions_in_it": [one for one in sessions if span.start <= one.moment.local_date <= last],
        "medicines": medicines_taken(doses=doses),
        "days": flare_days(pain=diary.between(first=span.start, last=last), felt=felt, doses=doses, logs=logs),
        "most_days": MOST_DAYS,
        "days_long": days_long(span=span, today=today),
        "notes": around.notes,
        "changes": Change.choices(),
        "note_uid": uuid.uuid4(),
        "is_drawn": bool(days),
    }
    chart = episode_chart(days=days, felt=felt_around, sessions=sessions, flare=one, today=today)
    return render(request, "journal/flare_detail.html", context | chart | forms)

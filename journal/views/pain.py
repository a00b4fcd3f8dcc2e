"""Logging pain, and changing an entry."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from journal.actions.records import Saved, StaleChange, change_record, save_record
from journal.analytics.wording import describe_clock, describe_pain
from journal.forms.pain import PainForm
from journal.http import person, say_changed
from journal.models import PainEntry
from journal.queries.pain import used_last


def pain_new(request: HttpRequest) -> HttpResponse:
    """The log form; `more` arrives from the start page with a number to add to, `add_group` asks for more room."""
    user, now = person(request), timezone.now()
    data = _with_room(request.POST) if request.method == "POST" else None
    form = PainForm(data, user=user, now=now, used_last=used_last(user=user))
    if data is not None and _is_unfinished(data):
        form.show_unchecked()
    elif data is not None and form.is_valid():
        saved = save_record(
            kind=PainEntry.KIND,
            user=user,
            uid=form.cleaned_data["uid"],
            content=form.content,
            moment=form.cleaned_data["moment"],
            moment_said=form.said_moment,
            now=now,
        )
        _say_saved(request, saved)
        return redirect("journal" if saved.outcome == "kept_both" else "start")
    return render(request, "journal/pain_new.html", {"form": form})


def pain_edit(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Change an entry; a stale change shows what is stored now beside what was typed."""
    user, now = person(request), timezone.now()
    data = _with_room(request.POST) if request.method == "POST" else None
    # What was typed for an entry that was deleted meanwhile is not lost: the change is stale, and shown as such.
    entries = PainEntry.objects.owned_by(user) if data is None else PainEntry.objects.filter(user=user)
    entry = get_object_or_404(entries.prefetch_related("sensations"), uid=uid)
    form = PainForm(data, user=user, now=now, used_last=used_last(user=user), entry=entry)
    context = {"form": form, "record": entry}
    if data is not None and _is_unfinished(data):
        form.show_unchecked()
    elif data is not None and form.is_valid():
        try:
            changed = change_record(
                kind=PainEntry.KIND,
                user=user,
                uid=uid,
                version=form.cleaned_data["version"] or 0,
                content=form.content,
                moment=form.cleaned_data["moment"],
                now=now,
            )
        except StaleChange as stale:
            context |= {"current": stale.current, "form": form.on_top_of(stale.current), "typed": form.content}
        else:
            say_changed(request, f"Changed: {describe_pain(changed.content)}", record=changed)
            return redirect("journal")
    return render(request, "journal/pain_edit.html", context)


def _is_unfinished(data: QueryDict) -> bool:
    return "add_group" in data or "more" in data


def _with_room(data: QueryDict) -> QueryDict:
    """The data, with room for one more group of feelings where that button was pressed."""
    if "add_group" not in data:
        return data
    wider = data.copy()
    total = data.get("feelings-TOTAL_FORMS", "1")
    wider["feelings-TOTAL_FORMS"] = str(int(total) + 1 if total.isascii() and total.isdigit() else 2)
    return wider


def _say_saved(request: HttpRequest, saved: Saved) -> None:
    said = f"{describe_clock(saved.record.moment)} – {describe_pain(saved.record.content)}".lstrip(" –")
    if saved.outcome == "kept_both":
        messages.warning(
            request,
            f"This form was sent before with other content. Both are in your journal: the new one says {said}. "
            "Delete the one you do not want.",
        )
        return
    say_changed(request, f"Saved {said}", record=saved.record)

"""The two pages that every kind of record has: log a new one, change one."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from journal.actions.records import Saved, StaleChange, change_record, save_record
from journal.analytics.moments import Moment
from journal.analytics.records import Content
from journal.analytics.wording import describe_content, describe_when
from journal.forms.log import LogForm
from journal.http import listed_on, person, say_changed
from journal.models import RECORD_MODELS

MakeForm = Callable[[QueryDict | None, Any], LogForm]
Detour = Callable[[Any, Content], str | None]
"""The URL name or the address of a page to show because of a record that was just saved and what it says, or None."""
Change = Callable[..., tuple[Any, str]]
"""Called with the form and the arguments of `change_record`: the record as it stands, and in a sentence what else was
changed with it, or ""."""


def _straight_on(_: Any, __: Content) -> None:
    """No detour."""


def _the_record_alone(_: LogForm, **change: Any) -> tuple[Any, str]:
    return change_record(**change), ""


def new_page(
    request: HttpRequest,
    *,
    kind: str,
    template: str,
    make_form: MakeForm,
    detour: Detour = _straight_on,
) -> HttpResponse:
    """Show the empty form, or save what was sent, once, and return to the start page, unless there is a detour."""
    data = _sent(request)
    form = make_form(data, None)
    if data is None or form.is_unfinished or not form.is_valid():
        return render(request, template, {"form": form})
    try:
        saved = save_record(
            kind=kind,
            user=person(request),
            uid=form.cleaned_data["uid"],
            content=form.content,
            moment=form.cleaned_data["moment"],
            moment_said=form.said_moment,
            now=timezone.now(),
        )
    except IntegrityError as refused:
        return _collided(request, template, {"form": form}, refused)
    _say_saved(request, saved, form.content)
    says = form.content if saved.record.version == 1 else saved.record.content
    return redirect(detour(saved.record, says) or (listed_on(kind) if saved.outcome == "kept_both" else "start"))


def edit_page(
    request: HttpRequest,
    *,
    kind: str,
    uid: uuid.UUID,
    template: str,
    make_form: MakeForm,
    detour: Detour = _straight_on,
    change: Change = _the_record_alone,
) -> HttpResponse:
    """Show a record's form, or change the record; a stale change is shown beside what is stored now.

    What was typed for a record that was deleted meanwhile is not lost: that change is stale as well.
    """
    user, data = person(request), _sent(request)
    records = RECORD_MODELS[kind].objects
    record = get_object_or_404(records.owned_by(user) if data is None else records.filter(user=user), uid=uid)
    form = make_form(data, record)
    context = {"form": form, "record": record, "listed_on": listed_on(kind)}
    if data is None or form.is_unfinished or not form.is_valid():
        return render(request, template, context)
    try:
        changed, more = change(
            form,
            kind=kind,
            user=user,
            uid=uid,
            version=form.cleaned_data["version"],
            content=form.content,
            moment=form.cleaned_data["moment"],
            now=timezone.now(),
        )
    except StaleChange as stale:
        context |= {"current": stale.current, "typed": form.content, "typed_moment": form.cleaned_data["moment"]}
        context["form"] = form.on_top_of(stale.current)
        return render(request, template, context, status=409)
    except IntegrityError as refused:
        return _collided(request, template, context, refused)
    _say_changed(request, changed, more, version=form.cleaned_data["version"])
    return redirect(detour(changed, form.content) or listed_on(kind))


def _sent(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _collided(request: HttpRequest, template: str, context: dict[str, Any], refused: IntegrityError) -> HttpResponse:
    """Explain next to a field what the database refused beside the person's other records; else raise it again."""
    form: LogForm = context["form"]
    if form.collision is None:
        raise refused
    form.add_error(*form.collision)
    return render(request, template, context)


def _say_changed(request: HttpRequest, changed: Any, more: str, *, version: int) -> None:
    if changed.version != version:
        say_changed(request, f"Changed. It now says: {_said(changed)}", record=changed)
    elif not more:
        messages.info(request, f"Nothing was changed. It says: {_said(changed)}")
    if more:
        messages.success(request, more)


def _say_saved(request: HttpRequest, saved: Saved, content: Content) -> None:
    said = _in_words(content, saved.record.moment)
    if saved.outcome == "kept_both":
        text = (
            f"This form was sent before with other content. Both are in your diary. The new one says: {said}. "
            "Delete the one you do not want."
        )
        messages.warning(request, text)
    elif saved.outcome == "already" and saved.record.version > 1:
        messages.info(request, f"This was saved before and changed since. It says: {_said(saved.record)}")
    else:
        say_changed(request, f"Saved {said}", record=saved.record)


def _said(record: Any) -> str:
    return _in_words(record.content, record.moment)


def _in_words(content: Content, moment: Moment) -> str:
    when, said = describe_when(content, moment=moment), describe_content(content, moment=moment)
    return f"{when} – {said}" if when else said

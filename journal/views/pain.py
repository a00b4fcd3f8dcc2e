"""Logging pain, and changing an entry."""

import uuid
from functools import partial

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone

from journal.actions.safety import show_for_entry
from journal.forms.pain import PainForm
from journal.http import person
from journal.log_pages import edit_page, new_page
from journal.models import PainEntry
from journal.queries.pain import used_last


def pain_new(request: HttpRequest) -> HttpResponse:
    """The log form; the start page sends its number here, to be saved or to be added to."""
    return new_page(
        request,
        kind=PainEntry.KIND,
        template="journal/pain_new.html",
        make_form=lambda data, _: _form(request, data, None),
        detour=partial(_detour, request),
    )


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


def _detour(request: HttpRequest, entry: PainEntry) -> str | None:
    """To the page on when to get help, where what is now saved calls for it."""
    shown = show_for_entry(user=person(request), entry=entry, now=timezone.now())
    return "safety_check" if shown else None


def _form(request: HttpRequest, data: QueryDict | None, entry: PainEntry | None) -> PainForm:
    user = person(request)
    return PainForm(data, user=user, now=timezone.now(), used_last=partial(used_last, user=user), entry=entry)

"""What can be done to any record: delete it, and take back the last change. Neither asks first, both can be undone."""

import uuid
from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.utils import timezone
from django.views.decorators.http import require_POST

from journal.actions.records import delete_record, undo_changes
from journal.analytics.wording import describe_content, describe_moment
from journal.http import back, listed_on, person, say_changed
from journal.models import RECORD_MODELS, MyTherapist

# A therapist is no entry of the journal.
_DELETED = {MyTherapist.KIND: "Deleted. Your sessions keep the name:"}
_TAKEN_BACK = {MyTherapist.KIND: "Undone. No longer in your list:"}


@require_POST
def record_delete(request: HttpRequest, kind: str, uid: uuid.UUID) -> HttpResponse:
    """Take a record out of the diary, and offer Undo."""
    _check(kind)
    try:
        record = delete_record(kind=kind, user=person(request), uid=uid, now=timezone.now())
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
    say_changed(request, f"{_DELETED.get(kind, 'Deleted. It said:')} {_said(record)}", record=record)
    return back(request, otherwise=resolve_url(listed_on(kind)))


@require_POST
def record_undo(request: HttpRequest, kind: str, uid: uuid.UUID, version: int) -> HttpResponse:
    """Take back the change that made `version`, unless something else was changed since."""
    _check(kind)
    try:
        versions = [(uid, version), *_others(request)]
        record = undo_changes(kind=kind, user=person(request), versions=versions, now=timezone.now())
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
    except IntegrityError:  # only one flare-up can last at a time
        messages.warning(request, "Another flare-up has begun since. Say when that one was over, then undo this again.")
        return back(request, otherwise=resolve_url(listed_on(kind)))
    if record.version != version + 1:
        messages.info(request, f"This could not be undone any more. It stays as it is: {_said(record)}")
    elif record.deleted_at:
        say_changed(
            request, f"{_TAKEN_BACK.get(kind, 'Undone. No longer in your diary:')} {_said(record)}", record=record
        )
    else:
        say_changed(request, f"Undone. It says again: {_said(record)}", record=record)
    return back(request, otherwise=resolve_url(listed_on(kind)))


def _check(kind: str) -> None:
    if kind not in RECORD_MODELS:
        raise Http404


def _said(record: Any) -> str:
    if record.KIND == MyTherapist.KIND:
        return describe_content(record.content, moment=record.moment)
    return f"{describe_moment(record.moment)} – {describe_content(record.content, moment=record.moment)}"


def _others(request: HttpRequest) -> Iterator[tuple[uuid.UUID, int]]:
    """What the address names as changed together with the record."""
    for named in request.GET.getlist("also"):
        uid, _, version = named.partition(".")
        try:
            yield uuid.UUID(uid), int(version)
        except ValueError as broken:
            raise Http404 from broken

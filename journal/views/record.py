"""What can be done to any record: delete it, and take back the last change. Neither asks first, both can be undone."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from journal.actions.records import RECORD_MODELS, delete_record, undo_change
from journal.analytics.wording import describe_content, describe_moment
from journal.http import listed_on, person, say_changed, way_back


@require_POST
def record_delete(request: HttpRequest, kind: str, uid: uuid.UUID) -> HttpResponse:
    """Take a record out of the diary, and offer Undo."""
    _check(kind)
    try:
        record = delete_record(kind=kind, user=person(request), uid=uid, now=timezone.now())
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
    say_changed(request, f"Deleted. It said: {_said(record)}", record=record)
    return _back(request, kind)


@require_POST
def record_undo(request: HttpRequest, kind: str, uid: uuid.UUID, version: int) -> HttpResponse:
    """Take back the change that made `version`, unless something else was changed since."""
    _check(kind)
    try:
        record = undo_change(kind=kind, user=person(request), uid=uid, version=version, now=timezone.now())
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
    except IntegrityError:  # only one flare-up can last at a time
        messages.warning(request, "Another flare-up has begun since. Say when that one was over, then undo this again.")
        return _back(request, kind)
    if record.version != version + 1:
        messages.info(request, f"This could not be undone any more. It stays as it is: {_said(record)}")
    elif record.deleted_at:
        say_changed(request, f"Undone. No longer in your diary: {_said(record)}", record=record)
    else:
        say_changed(request, f"Undone. It says again: {_said(record)}", record=record)
    return _back(request, kind)


def _check(kind: str) -> None:
    if kind not in RECORD_MODELS:
        raise Http404


def _said(record: Any) -> str:
    return f"{describe_moment(record.moment)} – {describe_content(record.content, moment=record.moment)}"


def _back(request: HttpRequest, kind: str) -> HttpResponse:
    """To the page that the form names, if it is one of ours; else to the one that lists such records."""
    return HttpResponseRedirect(way_back(request, otherwise=listed_on(kind)))

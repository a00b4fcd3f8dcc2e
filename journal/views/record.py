"""What can be done to any record: delete it, and take back the last change. Neither asks first, both can be undone."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from journal.actions.records import RECORD_MODELS, delete_record, undo_change
from journal.analytics.wording import describe_content, describe_moment
from journal.http import person, say_changed
from journal.models import MyTherapist

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
    return _back(request)


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
        return _back(request)
    if record.version != version + 1:
        messages.info(request, f"This could not be undone any more. It stays as it is: {_said(record)}")
    elif record.deleted_at:
        say_changed(
            request, f"{_TAKEN_BACK.get(kind, 'Undone. No longer in your journal:')} {_said(record)}", record=record
        )
    else:
        say_changed(request, f"Undone. It says again: {_said(record)}", record=record)
    return _back(request)


def _check(kind: str) -> None:
    if kind not in RECORD_MODELS:
        raise Http404


def _said(record: Any) -> str:
    if record.KIND == MyTherapist.KIND:
        return describe_content(record.content, moment=record.moment)
    return f"{describe_moment(record.moment)} – {describe_content(record.content, moment=record.moment)}"


def _back(request: HttpRequest) -> HttpResponse:
    """To the page that the form names, if it is one of ours; else to the journal."""
    page = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(page, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(page if ours else resolve_url("journal"))

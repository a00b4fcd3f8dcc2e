"""What views share about requests: the signed-in person, the diary's clock, and messages that offer Undo."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone

from journal.analytics.moments import moment_at
from journal.models import User


def person(request: HttpRequest) -> User:
    """The signed-in person; LoginRequiredMiddleware lets nobody else reach a view that asks."""
    assert isinstance(request.user, User)
    return request.user


def today_of(user: User) -> dt.date:
    """The diary day that it is for this person now."""
    return moment_at(instant=timezone.now(), tz=user.time_zone, day_starts_at=user.day_starts_at).local_date


def say_changed(request: HttpRequest, text: str, *, record: Any) -> None:
    """Say what was just saved, changed or deleted, with an Undo button for it."""
    messages.success(request, text, extra_tags=f"undo {record.KIND} {record.uid} {record.version}")

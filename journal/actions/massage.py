"""The question asked once on the day after a session."""

import datetime as dt
import uuid
from dataclasses import replace
from typing import Any

from django.db import transaction

from journal.actions.diary import touch_diary
from journal.actions.records import change_record
from journal.models import MassageSession, User


def answer_next_day(
    *,
    user: User,
    uid: uuid.UUID,
    now: dt.datetime,
    pain: float | None = None,
    soreness: str = "",
) -> Any:
    """Note pain (0-10) or soreness on the day after; what is None or empty stays as it was.

    Raises DoesNotExist if the person has no such session.
    """
    with transaction.atomic():
        touch_diary(user=user)
        session = MassageSession.objects.owned_by(user).prefetch_related("areas").get(uid=uid)
        content = session.content
        answered = replace(
            content,
            pain_next_day=content.pain_next_day if pain is None else pain,
            soreness_next_day=soreness or content.soreness_next_day,
        )
        return change_record(
            kind=MassageSession.KIND,
            user=user,
            uid=uid,
            version=session.version,
            content=answered,
            moment=session.moment,
            now=now,
        )


def skip_next_day(*, user: User, uid: uuid.UUID) -> None:
    """Do not ask about the day after this session again."""
    with transaction.atomic():
        touch_diary(user=user)
        MassageSession.objects.owned_by(user).filter(uid=uid).update(next_day_skipped=True)

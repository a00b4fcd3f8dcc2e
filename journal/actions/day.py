"""Saving the log of a day: one for each person and date, whoever of their devices it comes from."""

import datetime as dt
import uuid
from typing import Any

from django.db import transaction

from journal.actions.diary import touch_diary
from journal.actions.records import change_record, save_record
from journal.analytics.moments import moment_on_wall
from journal.analytics.records import DayContent
from journal.models import DayLog, User


def save_day(*, user: User, day: dt.date, version: int, content: DayContent, now: dt.datetime) -> Any:
    """Log a day, or change its log from `version` (0: there was none when the page was opened).

    Raises StaleChange if there is another log by now. Sending the same twice saves it once.
    """
    uid = day_uid(day)
    with transaction.atomic():
        touch_diary(user=user)
        found = DayLog.objects.filter(user=user, uid=uid).first()
        if found is None:
            moment = moment_on_wall(day=day, at=None, tz=user.time_zone)
            return save_record(
                kind=DayLog.KIND, user=user, uid=uid, content=content, moment=moment, moment_said=True, now=now
            ).record
        if found.deleted_at is not None and version == 0:
            version = found.version  # deleted before the page was opened: nothing that it says is overwritten
        return change_record(
            kind=DayLog.KIND, user=user, uid=uid, version=version, content=content, moment=found.moment, now=now
        )


def day_uid(day: dt.date) -> uuid.UUID:
    """The uid of a day's log, the same for everybody: a person has it once."""
    return uuid.uuid5(uuid.NAMESPACE_OID, f"day {day.isoformat()}")

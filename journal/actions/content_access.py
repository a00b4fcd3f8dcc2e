"""Reading what stands in somebody's diary: with a reason, for a limited time, and never behind their back."""

import datetime as dt

from django.db import transaction

from journal.actions.audit import note_down
from journal.actions.notices import tell
from journal.analytics.moderation import AccessReason, Done
from journal.models import ContentAccess, User


class NotOpen(ValueError):
    """The access has ended, was ended, or is somebody else's."""


def open_access(*, person: User, by: User, reason: str, words: str, hours: int, now: dt.datetime) -> ContentAccess:
    """Let one administrator read one diary for some hours, 24 at most; the person is told at once."""
    with transaction.atomic():
        access = ContentAccess.objects.create(
            person=person,
            opened_by=by.pk,
            reason=AccessReason(reason),
            words=words,
            opened_at=now,
            hours=hours,
        )
        note_down(by=by, what=Done.ACCESS_OPENED, about=access, person=person, reason=reason, words=words, now=now)
        tell(
            person=person,
            subject="Somebody may look at what you wrote",
            text=f"An administrator of this site may read what stands in your account, for {hours} "
            f"{'hour' if hours == 1 else 'hours'} from now on. Reason: {AccessReason(reason).to_the_person}.\n\n"
            "In your settings, under “Who looked at your diary”, you see when it was opened, why, and every look.",
        )
    return access


def look(*, access_id: int, by: User, now: dt.datetime) -> ContentAccess:
    """Note a look before anything is shown. Raises NotOpen."""
    with transaction.atomic():
        access = _open_for(access_id, by, now)
        note_down(by=by, what=Done.LOOKED, about=access, person=access.person_id, now=now)
    return access


def close_access(*, access_id: int, by: User, now: dt.datetime) -> ContentAccess:
    """End it before its time. Raises NotOpen."""
    with transaction.atomic():
        access = _open_for(access_id, by, now)
        access.closed_at = now
        access.save(update_fields=["closed_at"])
        note_down(by=by, what=Done.ACCESS_CLOSED, about=access, person=access.person_id, now=now)
    return access


def _open_for(access_id: int, by: User, now: dt.datetime) -> ContentAccess:
    access = ContentAccess.objects.select_for_update(of=("self",)).select_related("person").get(pk=access_id)
    if access.opened_by != by.pk or now >= access.until:
        raise NotOpen
    return access

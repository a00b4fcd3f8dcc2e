"""Keeping what was typed into the pain form until it is saved, so that a page that reloads half-way loses nothing."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence

from django.db import transaction

from journal.actions.unhurried import without_waiting
from journal.models import PainDraft, PainEntry, User
from journal.queries.draft import KEPT_FOR

LARGEST = 60_000
"""Characters of all names and values together; three times the longest note."""


class TooLarge(Exception):
    """A draft of more than `LARGEST` characters is not kept."""


def keep_draft(*, user: User, uid: uuid.UUID, fields: Mapping[str, Sequence[str]], now: dt.datetime) -> bool:
    """Keep the fields of a form in place of what was kept before; returns whether there was anything to keep.

    A form that was emptied again, or that has become an entry meanwhile, is not a draft any more. Raises `TooLarge`.
    """
    if sum(len(name) + sum(map(len, values)) for name, values in fields.items()) > LARGEST:
        raise TooLarge
    with transaction.atomic():
        # One at a time for each person, so that the entry and its draft cannot pass each other.
        User.objects.select_for_update().get(pk=user.pk)
        if not fields or PainEntry.objects.filter(user=user, uid=uid).exists():
            drop_draft(user=user, uid=uid)
            return False
        kept = PainDraft.objects.filter(user=user).first()
        goes_on = kept is not None and kept.uid == uid and kept.kept_at > now - KEPT_FOR
        PainDraft.objects.update_or_create(
            user=user,
            defaults={
                "uid": uid,
                "fields": {name: list(values) for name, values in fields.items()},
                "began_at": kept.began_at if kept and goes_on else now,
                "kept_at": now,
            },
        )
    return True


def drop_draft(*, user: User, uid: uuid.UUID | None = None) -> None:
    """Forget the person's draft; with a uid only that one."""
    named = {} if uid is None else {"uid": uid}
    with without_waiting():
        PainDraft.objects.filter(user=user, **named).delete()


def erase_old_drafts(*, now: dt.datetime) -> int:
    """Erase drafts that nobody has touched for a day; returns how many."""
    return PainDraft.objects.filter(kept_at__lte=now - KEPT_FOR).delete()[0]

"""The entry that somebody began and has not saved."""

import datetime as dt

from journal.models import PainDraft, PainEntry, User

KEPT_FOR = dt.timedelta(days=1)


def open_draft(*, user: User, now: dt.datetime) -> PainDraft | None:
    """The person's draft, unless it is a day old or has become an entry; one query where there is none, as there is
    hardly ever."""
    for draft in PainDraft.objects.filter(user=user, kept_at__gt=now - KEPT_FOR):
        if not PainEntry.objects.filter(user=user, uid=draft.uid).exists():
            return draft
    return None

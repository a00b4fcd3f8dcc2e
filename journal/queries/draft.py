"""The entry that somebody began and has not saved."""

import datetime as dt

from django.db.models import Exists, OuterRef

from journal.models import PainDraft, PainEntry, User

KEPT_FOR = dt.timedelta(days=1)


def open_draft(*, user: User, now: dt.datetime) -> PainDraft | None:
    """The person's draft, unless it is a day old or has become an entry; one query."""
    saved = PainEntry.objects.filter(user_id=OuterRef("user_id"), uid=OuterRef("uid"))
    return PainDraft.objects.filter(~Exists(saved), user=user, kept_at__gt=now - KEPT_FOR).first()

"""Writing the log of the moderation desk."""

import datetime as dt
import re
from typing import Any

from journal.models import AuditEntry, User

_ADDRESS = re.compile(r"\S*@\S*")


def note_down(
    *,
    by: User | None,
    what: str,
    about: Any,
    now: dt.datetime,
    person: User | int | None = None,
    reason: str = "",
    words: str = "",
) -> AuditEntry:
    """Write down what was done about a row, in the transaction that does it. `by` is None for the shell.

    E-mail addresses in the words are left out: the log outlives accounts.
    """
    entry: AuditEntry = AuditEntry.objects.create(
        at=now,
        actor=by.pk if by else None,
        what=what,
        about_kind=about._meta.concrete_model._meta.model_name,
        about=about.pk,
        person=person.pk if isinstance(person, User) else person,
        reason=reason,
        words=_ADDRESS.sub("…", words),
    )
    return entry

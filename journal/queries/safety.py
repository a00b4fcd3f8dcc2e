"""What the rules about the page on when to get help look at: what was felt lately, and what was shown already."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from journal.analytics.records import Feeling, PainContent
from journal.models import PainEntry, SafetyCheck, Sensation, User


class FeltEntry(NamedTuple):
    """A pain entry in which it was said what was felt."""

    day: dt.date
    at: dt.datetime
    uid: uuid.UUID
    content: PainContent


def felt_between(*, user: User, first: dt.date, last: dt.date) -> list[FeltEntry]:
    """Those of some diary days, the oldest first, in one query."""
    rows = Sensation.objects.filter(user=user, entry__deleted_at=None, entry__local_date__range=(first, last))
    entries: dict[int, PainEntry] = {}
    felt: dict[int, list[Feeling]] = defaultdict(list)
    for row in rows.select_related("entry"):
        entries[row.entry_id] = row.entry
        felt[row.entry_id].append(row.feeling)
    found = [
        FeltEntry(one.local_date, one.occurred_at, one.uid, one.content_with(felt[pk])) for pk, one in entries.items()
    ]
    return sorted(found, key=lambda entry: (entry.day, entry.at))


def checks_between(*, user: User, first: dt.date, last: dt.date) -> list[SafetyCheck]:
    """All that were shown on some diary days, the latest first; deleted ones too, because they were shown."""
    checks = SafetyCheck.objects.filter(user=user, local_date__range=(first, last))
    return list(checks.order_by("-occurred_at", "-id"))


def reasons_shown(*, checks: Collection[SafetyCheck]) -> set[str]:
    """The reasons that any of them was shown for."""
    return {reason for check in checks for reason in check.content.reasons}


def find_check(*, user: User, uid: uuid.UUID | None) -> SafetyCheck | None:
    """The person's check with this uid, deleted or not."""
    found: SafetyCheck | None = SafetyCheck.objects.filter(user=user, uid=uid).first() if uid else None
    return found

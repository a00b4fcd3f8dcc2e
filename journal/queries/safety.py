"""What the rules about the page on when to get help look at: what was felt lately, and what was shown already."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection
from typing import Any, NamedTuple

from journal.analytics.records import Feeling, PainContent
from journal.models import SafetyCheck, Sensation, User

_OF_ENTRY = ("entry__local_date", "entry__occurred_at", "entry__uid", "entry__intensity")
_OF_SENSATION = ("quality", "region", "side", "intensity")


class FeltEntry(NamedTuple):
    """A pain entry in which it was said what was felt, with as much of its content as that."""

    day: dt.date
    at: dt.datetime
    uid: uuid.UUID
    content: PainContent


def felt_between(*, user: User, first: dt.date, last: dt.date) -> list[FeltEntry]:
    """Those of some diary days, the oldest first, in one query."""
    rows = Sensation.objects.filter(user=user, entry__deleted_at=None, entry__local_date__range=(first, last))
    entries: dict[tuple[Any, ...], list[Feeling]] = defaultdict(list)
    for *entry, quality, region, side, strength in rows.values_list(*_OF_ENTRY, *_OF_SENSATION):
        entries[tuple(entry)].append(Feeling(quality=quality, region=region, side=side, intensity=strength))
    found = [
        FeltEntry(
            day, at, uid, PainContent(intensity=intensity, feelings=tuple(sorted(felt, key=Feeling.what_and_where)))
        )
        for (day, at, uid, intensity), felt in entries.items()
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

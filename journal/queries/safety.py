"""What the rules about the page on when to get help look at: what was felt lately, and what was shown already."""

import datetime as dt
import uuid
from collections.abc import Collection

from journal.analytics.records import PainContent
from journal.analytics.red_flags import RECENT_DAYS
from journal.models import PainEntry, SafetyCheck, User


def felt_before(*, user: User, entry: PainEntry) -> list[PainContent]:
    """The entries of the RECENT_DAYS before one, in two queries."""
    first = entry.local_date - dt.timedelta(days=RECENT_DAYS)
    near = PainEntry.objects.owned_by(user).between(first, entry.local_date).exclude(uid=entry.uid)
    rows = near.filter(occurred_at__lte=entry.occurred_at).prefetch_related("sensations")
    return [row.content for row in rows]


def last_felt(*, user: User, today: dt.date) -> list[PainEntry]:
    """The entries of the last diary day, at most RECENT_DAYS ago, on which it was said what was felt; oldest first."""
    first = today - dt.timedelta(days=RECENT_DAYS)
    said = PainEntry.objects.owned_by(user).between(first, None).exclude(sensations=None)
    last = said.order_by("-local_date").values_list("local_date", flat=True).first()
    return list(said.between(last, last).order_by("occurred_at").prefetch_related("sensations")) if last else []


def checks_of_day(*, user: User, day: dt.date) -> list[SafetyCheck]:
    """All that were shown on a diary day, the latest first; deleted ones too, because they were shown."""
    return list(SafetyCheck.objects.filter(user=user, local_date=day).order_by("-occurred_at", "-id"))


def reasons_shown(*, checks: Collection[SafetyCheck]) -> set[str]:
    """The reasons that any of them was shown for."""
    return {reason for check in checks for reason in check.content.reasons}


def find_check(*, user: User, uid: uuid.UUID | None) -> SafetyCheck | None:
    """The person's check with this uid, deleted or not."""
    found: SafetyCheck | None = SafetyCheck.objects.filter(user=user, uid=uid).first() if uid else None
    return found

"""What the sessions with one therapist add up to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from journal.analytics.immediate_change import ImmediateChange, immediate_change
from journal.analytics.sessions import LoggedSession


@dataclass(frozen=True, kw_only=True)
class TherapistSessions:
    """Sums over sessions; `timed` and `priced` are how many say their minutes and their cost."""

    count: int
    first: date
    last: date
    minutes: int
    timed: int
    cost: Decimal
    priced: int
    immediate: ImmediateChange


def add_up(*, sessions: Sequence[LoggedSession]) -> TherapistSessions | None:
    """The sums; None without a session. Sessions may be in any order."""
    if not sessions:
        return None
    said = [session.content for session in sessions]
    days = [session.moment.local_date for session in sessions]
    minutes = [one.minutes for one in said if one.minutes is not None]
    costs = [one.cost for one in said if one.cost is not None]
    return TherapistSessions(
        count=len(sessions),
        first=min(days),
        last=max(days),
        minutes=sum(minutes),
        timed=len(minutes),
        cost=sum(costs, Decimal(0)),
        priced=len(costs),
        immediate=immediate_change(ratings=[(one.pain_before, one.pain_after) for one in said]),
    )

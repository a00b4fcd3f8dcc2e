"""What the massage form needs to know of the diary."""

from journal.analytics.records import MassageContent
from journal.models import MassageSession, User


def last_session(*, user: User) -> MassageContent | None:
    """What the latest session was, in two queries; None before the first."""
    sessions = (
        MassageSession.objects.owned_by(user).newest_first().select_related("therapist").prefetch_related("areas")
    )
    latest: MassageSession | None = sessions.first()
    return latest.content if latest else None

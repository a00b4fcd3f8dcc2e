"""What the massage form needs to know of the diary."""

from journal.analytics.records import MassageContent
from journal.models import MassageSession, MyTherapist, User


def last_session(*, user: User, therapist: MyTherapist | None = None) -> MassageContent | None:
    """What the latest session was, or the latest with that therapist, in two queries; None before the first."""
    sessions = (
        MassageSession.objects.owned_by(user).newest_first().select_related("therapist").prefetch_related("areas")
    )
    if therapist is not None:
        sessions = sessions.filter(therapist=therapist)
    latest: MassageSession | None = sessions.first()
    return latest.content if latest else None

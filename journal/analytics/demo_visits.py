"""The doctor of the invented diary: visits past and to come, and what is to be asked."""

from datetime import date, time, timedelta

from journal.analytics.moments import Moment, moment_on_wall
from journal.analytics.records import QuestionContent, VisitContent

_DAYS_AGO = 74
_DAYS_AHEAD = 5
_DOCTOR = "Dr Amara Okafor"
_TO_ASK = {
    9: "Is it safe to go on with the exercises when the calf tingles?",
    2: "How long do we wait before we talk about a scan?",
}
"""By how many days ago it came up."""


def invent_visits(*, days: int, last: date, tz: str) -> tuple[tuple[Moment, VisitContent], ...]:
    """One visit in a few days, and one some weeks ago where the diary, of so many days, reaches that far."""
    coming = VisitContent(clinician=_DOCTOR, reason="The left leg, again")
    visits = [(moment_on_wall(day=last + timedelta(days=_DAYS_AHEAD), at=time(10, 40), tz=tz), coming)]
    if days > _DAYS_AGO:
        past = VisitContent(
            clinician=_DOCTOR,
            reason="Pain down the left leg",
            said="Keep moving, walk daily. Exercises for the back. Again in three months, sooner if the foot weakens.",
        )
        visits.insert(0, (moment_on_wall(day=last - timedelta(days=_DAYS_AGO), at=time(9, 15), tz=tz), past))
    return tuple(visits)


def invent_questions(*, days: int, last: date, tz: str) -> tuple[tuple[Moment, QuestionContent], ...]:
    """Questions that wait for the next visit."""
    return tuple(
        (moment_on_wall(day=last - timedelta(days=ago), at=time(8), tz=tz), QuestionContent(text=text))
        for ago, text in _TO_ASK.items()
        if ago < days
    )

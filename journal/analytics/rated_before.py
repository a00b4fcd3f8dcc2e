"""The days of a diary with what was rated before each day's first massage, ready to be compared."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from statistics import fmean
from typing import NamedTuple

from journal.analytics.sessions import LoggedSession
from journal.analytics.timeline import DayPain


class Rating(NamedTuple):
    """A pain entry: its diary day, 0-10, and its instant where the time is known."""

    day: date
    intensity: float
    at: datetime | None


def days_with_ratings_before(*, ratings: Iterable[Rating], sessions: Iterable[LoggedSession]) -> list[DayPain]:
    """Every day with a pain entry or a session, in order.

    `mean` is that of the day's pain entries. `before_massage` is the mean of all ratings that were certainly made
    before the first massage of the day: the entries of an earlier instant, and the session's own rating before it.
    Where a time is not known, the order is not: an entry without a time never counts as earlier, a session without
    one has only its own rating, and of several sessions of which one has no time nobody can say which came first.
    """
    rated: dict[date, list[Rating]] = defaultdict(list)
    massaged: dict[date, list[LoggedSession]] = defaultdict(list)
    for rating in ratings:
        rated[rating.day].append(rating)
    for session in sessions:
        massaged[session.moment.local_date].append(session)
    return [
        DayPain(
            day=day,
            mean=fmean(rating.intensity for rating in rated[day]) if day in rated else None,
            before_massage=_before(rated.get(day, []), massaged[day]) if day in massaged else None,
        )
        for day in sorted({*rated, *massaged})
    ]


def _before(ratings: Sequence[Rating], sessions: Sequence[LoggedSession]) -> float | None:
    if len(sessions) > 1 and not all(session.moment.time_known for session in sessions):
        return None
    first = min(sessions, key=lambda session: session.moment.occurred_at)
    began = first.moment.occurred_at if first.moment.time_known else None
    before = [rating.intensity for rating in ratings if began and rating.at and rating.at < began]
    own = first.content.pain_before
    before += [] if own is None else [own]
    return fmean(before) if before else None

"""Massage sessions, each with its own ratings. No mean of them is computed: people book when it hurts, and pain then
falls by itself, so a mean of the differences would look like an effect whatever massage does."""

from collections.abc import Sequence
from typing import Any

from journal.analytics.sessions import LoggedSession
from journal.analytics.wording import describe_clock, describe_massage
from journal.charts.axis import day_number, short_day
from journal.charts.table import counted, number, table


def sessions_chart(*, sessions: Sequence[LoggedSession]) -> dict[str, Any]:
    """Title, sentence, data and table; `drawn` says whether any session has a rating to draw."""
    rated = sum(session.rated_twice for session in sessions)
    contents = [session.content for session in sessions]
    words = [describe_massage(said) for said in contents]
    return {
        "title": _title(len(sessions), rated),
        "drawn": any(said.pain_before is not None or said.pain_after is not None for said in contents),
        "rated": rated,
        "data": {
            "x": [day_number(session.moment.local_date) for session in sessions],
            "before": [said.pain_before for said in contents],
            "after": [said.pain_after for said in contents],
            "text": words,
        },
        "table": table(
            caption="Massage sessions with pain before, right after and the day after, 0 to 10",
            head=["Day", "Before", "Right after", "Day after", "Session"],
            rows=[[*_ratings(session), text] for session, text in zip(sessions, words, strict=True)],
        ),
    }


def _title(count: int, rated: int) -> str:
    if not count:
        return "No massage sessions in this period"
    if count == 1:
        return "One massage session" + (", rated before and right after" if rated else "")
    how_many = "each" if rated == count else f"{rated or 'none'} of them"
    return f"{counted(count, 'massage session')}, {how_many} rated before and right after"


def _ratings(session: LoggedSession) -> list[str]:
    said, clock = session.content, describe_clock(session.moment)
    day = short_day(session.moment.local_date)
    return [
        f"{day}, {clock}" if clock else day,
        number(said.pain_before),
        number(said.pain_after),
        number(said.pain_next_day),
    ]

"""The charts that are drawn from what is logged alone. Nothing in them depends on the date of today, so those of a
whole diary can be kept until it changes."""

from collections.abc import Sequence
from typing import Any

from journal.analytics.sensations import Felt
from journal.analytics.sessions import LoggedSession
from journal.analytics.timeline import PainDay
from journal.charts.kinds import kinds_chart
from journal.charts.pain import pain_points
from journal.charts.places import places_chart
from journal.charts.sessions import sessions_chart


def charts_of_records(
    *, days: Sequence[PainDay], felt: Sequence[Felt], sessions: Sequence[LoggedSession]
) -> dict[str, Any]:
    """`pain`, `kinds`, `places` and `sessions`, JSON-ready; `latest` is the last day with pain or a massage (ISO).

    All by day and in order; `felt` lies between the first and the last of `days`.
    """
    latest = [day.day for day in days[-1:]] + [session.moment.local_date for session in sessions[-1:]]
    return {
        "pain": pain_points(days=days),
        "kinds": kinds_chart(felt=felt, first=days[0].day, last=days[-1].day) if days else {"rows": []},
        "places": places_chart(felt=felt, first=days[0].day, last=days[-1].day) if days else {"rows": []},
        "sessions": sessions_chart(sessions=sessions),
        "latest": max(latest).isoformat() if latest else None,
    }

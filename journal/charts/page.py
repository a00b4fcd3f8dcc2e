"""The charts that are drawn from pain entries alone. Nothing in them depends on the date of today, so those of a
whole diary can be kept until it changes."""

from collections.abc import Sequence
from typing import Any

from journal.analytics.sensations import Felt
from journal.analytics.timeline import PainDay
from journal.charts.kinds import kinds_chart
from journal.charts.pain import pain_points
from journal.charts.places import places_chart


def charts_of_entries(*, days: Sequence[PainDay], felt: Sequence[Felt]) -> dict[str, Any]:
    """`pain`, `kinds` and `places`, JSON-ready. `days` are in order, `felt` lies between the first and the last."""
    return {
        "pain": pain_points(days=days),
        "kinds": kinds_chart(felt=felt, first=days[0].day, last=days[-1].day) if days else {"rows": []},
        "places": places_chart(felt=felt, first=days[0].day, last=days[-1].day) if days else {"rows": []},
    }

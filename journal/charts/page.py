"""All charts of one period."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from journal.analytics.flare_facts import FlareFacts
from journal.analytics.sensations import Felt
from journal.analytics.sessions import LoggedSession
from journal.analytics.spans import Span
from journal.analytics.timeline import PainDay
from journal.charts.axis import axis
from journal.charts.flares import flares_chart
from journal.charts.heat import heat_chart
from journal.charts.kinds import kinds_chart
from journal.charts.pain import pain_chart
from journal.charts.places import places_chart
from journal.charts.reach import reach_chart
from journal.charts.sessions import sessions_chart
from journal.charts.signs import signs_chart

_SHORTEST = timedelta(days=13)


@dataclass(frozen=True, kw_only=True)
class Logged:
    """What is logged in one period; `felt` in no order, everything else by day."""

    days: Sequence[PainDay]
    felt: Sequence[Felt]
    sessions: Sequence[LoggedSession]
    flares: Sequence[FlareFacts]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not (self.days or self.sessions or self.flares)

    @property
    def latest(self) -> date:
        """The last day on which anything was logged, or a flare-up began."""
        return max(
            *(day.day for day in self.days[-1:]),
            *(session.moment.local_date for session in self.sessions[-1:]),
            *(flare.span.last or flare.span.start for flare in self.flares),
            date.min,
            date.min,
        )


def charts_page(*, logged: Logged, begins: date, first: date | None, last: date | None, today: date) -> dict[str, Any]:
    """The days shown in words and as `axis`, each chart, and the `data` that scripts draw and read; JSON-ready.

    `logged` lies between `first` and `last` (None: no bound) and is not empty; the diary begins on `begins`, and what
    is before it, or after both today and the last record, is not shown.
    """
    first = max(first or begins, begins)
    last = min(max(today, logged.latest), last or date.max)
    # A young diary fills the picture from the right; its first days are not stretched over all of it.
    start = min(first, last - _SHORTEST) if first == begins else first
    along = axis(first=start, last=last)
    charts = {
        "pain": pain_chart(days=logged.days, first=first, last=last, today=today),
        "sessions": sessions_chart(sessions=logged.sessions),
        "flares": flares_chart(flares=logged.flares, along=along, today=today),
    }
    if logged.days:
        bounds = {"first": logged.days[0].day, "last": logged.days[-1].day}
        charts |= {
            "places": places_chart(felt=logged.felt, **bounds),
            "kinds": kinds_chart(felt=logged.felt, **bounds),
            "signs": signs_chart(felt=logged.felt, **bounds),
            "reach": reach_chart(felt=logged.felt, last=last, along=along),
            "heat": heat_chart(felt=logged.felt, first=first, last=last),
        }
    data = {subject: chart.pop("data") for subject, chart in charts.items() if "data" in chart}
    return charts | {
        "axis": along,
        "shown": Span(first=first, last=last).in_words,
        "data": data | {"axis": {"from": along["from"], "to": along["to"]}},
    }

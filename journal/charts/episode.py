"""Pain and reach during one flare-up, with a week on either side."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from journal.analytics.flare_facts import FlareFacts, FlareSpan
from journal.analytics.sensations import Felt
from journal.analytics.sessions import LoggedSession
from journal.analytics.timeline import PainDay
from journal.charts.axis import axis
from journal.charts.flares import flares_chart
from journal.charts.pain import pain_chart
from journal.charts.reach import reach_chart
from journal.charts.sessions import sessions_chart

_AROUND = timedelta(days=7)
_ON_PHONES = 3


def days_around(*, span: FlareSpan, today: date) -> tuple[date, date]:
    """The first and the last day to draw; none that is still to come."""
    last = max(span.last or today, span.start)
    return span.start - _AROUND, max(min(last + _AROUND, today), last)


def episode_chart(
    *,
    days: Sequence[PainDay],
    felt: Sequence[Felt],
    sessions: Sequence[LoggedSession],
    flare: FlareFacts,
    today: date,
) -> dict[str, Any]:
    """`pain`, `reach`, `flares`, `axis` and `data` as on the charts page; `days`, `felt` and `sessions` are those
    around it."""
    first, last = days_around(span=flare.span, today=today)
    along = axis(first=first, last=last)
    # The page is a narrow one on every screen, and on phones there is room for half of its labels.
    narrow = [tick for tick in along["ticks"] if not tick["wide"]]
    spare = narrow[1::2] if len(narrow) > _ON_PHONES else []
    along["ticks"] = [tick | {"wide": tick in spare} for tick in narrow]
    charts = {
        "pain": pain_chart(days=days, first=first, last=last, today=today),
        "reach": reach_chart(felt=felt, last=last, along=along),
        "sessions": sessions_chart(sessions=sessions),
        "flares": flares_chart(flares=[flare], along=along, today=today),
    }
    data = {subject: chart.pop("data") for subject, chart in charts.items() if chart}
    return charts | {"axis": along, "data": data | {"axis": {"from": along["from"], "to": along["to"]}}}

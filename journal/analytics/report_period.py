"""Which days a report is about."""

from datetime import date, timedelta

from journal.analytics.period_records import Period
from journal.analytics.report import ReportChoices

_DAYS = {"visit": 90, "30d": 30, "90d": 90, "1y": 365}
_FURTHEST = timedelta(days=36_524)
"""A century, so that a slip of the pen in a year costs no time."""


def period_of(*, choices: ReportChoices, last_visit: date | None, begins: date | None, today: date) -> Period:
    """The chosen days, up to today at the latest. Since a visit means from its own day on; where there was none, it is
    90 days. All means since the diary `begins`, and so do own dates without a first day."""
    if choices.span == "own":
        last = min(choices.last or today, today)
        first = max(choices.first or begins or last, last - _FURTHEST)
    else:
        last = today
        first = (last_visit if choices.span == "visit" else begins if choices.span == "all" else None) or (
            today - timedelta(days=_DAYS.get(choices.span, 1) - 1)
        )
    return Period(first=min(first, last), last=last)

"""The charts of some days of a diary, for the person's own page and for whoever they share a report with."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from journal.actions.flare_history import flare_history
from journal.analytics.flare_facts import FlareFacts
from journal.analytics.report import Report, Section
from journal.analytics.wording import describe_day
from journal.charts.page import Logged, charts_page
from journal.models import User
from journal.queries.charts import PainDays, felt_by_day, sessions_by_day

_OF_PLACES = ("places", "kinds", "signs", "reach", "heat")
_ABOUT_MASSAGES = ("Massages in it", "Last massage before it")


@dataclass(frozen=True, kw_only=True)
class _Found:
    """What is logged between two days; `begins` is the first day of the diary, None where it is empty."""

    begins: dt.date | None
    logged: Logged


def charts_between(*, user: User, first: dt.date | None, last: dt.date | None, today: dt.date) -> dict[str, Any]:
    """The charts, JSON-ready; without `axis` where nothing is logged, and without `begins` in an empty diary."""
    found = _found(user, first, last, today)
    if found.begins is None:
        return {}
    page = {"begins": describe_day(found.begins)}
    if found.logged.is_empty:
        return page
    return page | charts_page(logged=found.logged, begins=found.begins, first=first, last=last, today=today)


def charts_of_report(*, user: User, report: Report, today: dt.date) -> dict[str, Any]:
    """The charts of the days of a report, JSON-ready, and in them nothing that the report leaves out; empty where
    nothing is logged."""
    first, last = report.summary.period.first, report.summary.period.last
    found = _found(user, first, last, today)
    logged = _narrowed(found.logged, report)
    if found.begins is None or logged.is_empty:
        return {}
    page = charts_page(logged=logged, begins=found.begins, first=first, last=last, today=today)
    if not report.shows(Section.PLACES):
        for chart in _OF_PLACES:
            page.pop(chart, None)
            page["data"].pop(chart, None)
    if not report.shows(Section.MASSAGES):
        # The script of the pain chart asks for the sessions, of which there are none then.
        del page["sessions"]
        page["flares"]["table"] = _without_columns(page["flares"]["table"], _ABOUT_MASSAGES)
    return page


def _found(user: User, first: dt.date | None, last: dt.date | None, today: dt.date) -> _Found:
    days = PainDays(user=user)
    history = flare_history(user=user, today=today, pain_days=days.whole)
    logged = Logged(
        days=days.between(first=first, last=last),
        felt=felt_by_day(user=user, first=first, last=last),
        sessions=sessions_by_day(user=user, first=first, last=last),
        flares=[flare for flare in history.facts if _is_in(flare, first, last, today)],
    )
    return _Found(begins=history.first_day, logged=logged)


def _is_in(flare: FlareFacts, first: dt.date | None, last: dt.date | None, today: dt.date) -> bool:
    """Whether any day of a flare-up lies between the two."""
    end = flare.span.last or max(today, flare.span.start)
    return flare.span.start <= (last or dt.date.max) and end >= (first or dt.date.min)


def _narrowed(logged: Logged, report: Report) -> Logged:
    felt = logged.felt if report.shows(Section.PLACES) else []
    sessions = logged.sessions if report.shows(Section.MASSAGES) else []
    if not report.shows(Section.ENTRIES):
        sessions = [replace(one, content=replace(one.content, therapist_name="")) for one in sessions]
    return replace(logged, felt=felt, sessions=sessions)


def _without_columns(table: dict[str, Any], heads: tuple[str, ...]) -> dict[str, Any]:
    kept = [number for number, head in enumerate(table["head"]) if head not in heads]
    rows = [[row[number] for number in kept] for row in table["rows"]]
    return table | {"head": [table["head"][number] for number in kept], "rows": rows}

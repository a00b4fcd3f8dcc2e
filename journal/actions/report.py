"""Making the report for a doctor, from what is kept until the diary changes."""

import datetime as dt
from typing import Any

from journal.actions.flare_history import flare_history
from journal.actions.keep import kept
from journal.actions.massage_effect import massage_effect
from journal.analytics.effect_wording import basis_sentence, effect_sentence, effect_title, size_sentence
from journal.analytics.frozen_json import from_plain, to_plain
from journal.analytics.massage_findings import EffectRecords, MassageFindings
from journal.analytics.period_records import Period
from journal.analytics.report import NO_VERDICT, Report, ReportChoices, narrowed
from journal.analytics.report_entries import entry_tables
from journal.analytics.report_period import period_of
from journal.analytics.summary import summarise
from journal.analytics.summary_parts import Verdict
from journal.models import User
from journal.queries.summary import period_records
from journal.queries.visit import last_visit_day, open_questions


def make_report(*, user: User, choices: ReportChoices, today: dt.date) -> Report:
    """The report that `choices` ask for, as things stand. Four queries while the diary stays the same."""
    visit = last_visit_day(user=user, today=today) if choices.span == "visit" else None
    begins = flare_history(user=user, today=today).first_day if choices.span in ("all", "own") else None
    period = period_of(choices=choices, last_visit=visit, begins=begins, today=today)
    said = kept(
        user=user,
        name=f"report {choices.span}",  # one beside the other: a link shows other days than the person looks at
        of=f"{period.first} {period.last} {today}",
        compute=lambda: _whole(user, period, today).to_json(),
    )
    return narrowed(Report.from_json(said), choices=choices)


def _whole(user: User, period: Period, today: dt.date) -> Report:
    """With everything in it."""
    history = flare_history(user=user, today=today)
    records = period_records(user=user, period=period, flares=history.facts)
    everything = ReportChoices(notes=True)
    return Report(
        made_on=today,
        name="",
        birth_year=None,
        sections=everything.sections,
        notes=True,
        summary=summarise(records=records, verdict=_verdict(user, period, today)),
        questions=open_questions(user=user),
        entries=entry_tables(records=records),
    )


def _verdict(user: User, period: Period, today: dt.date) -> Verdict:
    """About the whole diary up to the last day of the period: one period is mostly too short for an answer."""
    last = None if period.last >= today else period.last
    said = massage_effect(user=user, period="report", first=None, last=last, draw=_drawn)
    return from_plain(said, kind=Verdict) if said else NO_VERDICT


def _drawn(findings: MassageFindings, records: EffectRecords) -> dict[str, Any]:
    effect = findings.effect
    if not effect.sessions:
        return {}
    verdict = Verdict(
        code=effect.verdict,
        title=effect_title(effect),
        sentence=effect_sentence(effect),
        basis=basis_sentence(effect),
        size=size_sentence(effect),
        since=records.ends[0] if records.ends else None,
    )
    plain: dict[str, Any] = to_plain(verdict)
    return plain

"""The report for a doctor as one frozen value: a summary, the entries behind it, and what the person chose to show.

What was not chosen is not in it, so that a copy that is kept or passed on holds nothing else.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Literal

from journal.analytics.frozen_json import from_plain, to_plain
from journal.analytics.report_entries import EntryTable
from journal.analytics.summary import Summary
from journal.analytics.summary_parts import Flares, Massages, Verdict

NO_VERDICT = Verdict(code="", title="", sentence="", basis="", size="", since=None)
_NO_MASSAGES = Massages(
    sessions=0, before=0, days=(), minutes=0, timed=0, rated=0, immediate=None, immediate_words="", verdict=NO_VERDICT
)


class Section(StrEnum):
    """What may be left out. Completeness, pain, the line of days and flare-ups are always there."""

    HELP = "help"
    QUESTIONNAIRES = "questionnaires"
    PLACES = "places"
    DAYS = "days"
    MASSAGES = "massages"
    MEDICINES = "medicines"
    QUESTIONS = "questions"
    ENTRIES = "entries"


@dataclass(frozen=True, kw_only=True)
class ReportChoices:
    """What a person wants to lay before somebody. `span` says which days: since the last visit, a number of days, all
    of them, or own dates (`first` and `last`, None for no bound). `birth_year` None and `name` "" are not shown."""

    span: Literal["visit", "30d", "90d", "1y", "all", "own"] = "visit"
    first: date | None = None
    last: date | None = None
    name: str = ""
    birth_year: int | None = None
    sections: tuple[Section, ...] = tuple(Section)
    notes: bool = False

    def to_json(self) -> dict[str, Any]:
        """JSON-ready; `from_json` gives an equal value back."""
        plain: dict[str, Any] = to_plain(self)
        return plain

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> "ReportChoices":
        """Read what `to_json` wrote. Raises ValueError, TypeError or KeyError for anything else."""
        return from_plain(said, kind=cls)


@dataclass(frozen=True, kw_only=True)
class Report:
    """`made_on` is the diary day of making it, `questions` are the person's for the next visit, `entries` the records
    of the period in tables, the newest first."""

    made_on: date
    name: str
    birth_year: int | None
    sections: tuple[Section, ...]
    notes: bool
    summary: Summary
    questions: tuple[str, ...]
    entries: tuple[EntryTable, ...]

    def shows(self, section: Section) -> bool:
        """Whether the person chose it."""
        return section in self.sections

    def to_json(self) -> dict[str, Any]:
        """JSON-ready; `from_json` gives an equal value back."""
        plain: dict[str, Any] = to_plain(self)
        return plain

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> "Report":
        """Read what `to_json` wrote. Raises ValueError, TypeError or KeyError for anything else."""
        return from_plain(said, kind=cls)


def narrowed(report: Report, *, choices: ReportChoices) -> Report:
    """The same report with what `choices` say to show, and nothing else in it."""
    shown = set(choices.sections)
    entries = report.entries if Section.ENTRIES in shown else ()
    return replace(
        report,
        name=choices.name,
        birth_year=choices.birth_year,
        sections=tuple(section for section in Section if section in shown),
        notes=choices.notes,
        summary=_narrowed_summary(report.summary, shown),
        questions=report.questions if Section.QUESTIONS in shown else (),
        entries=tuple(
            table if choices.notes else table.without_notes()
            for table in entries
            if not table.section or table.section in shown
        ),
    )


def _narrowed_summary(summary: Summary, shown: Collection[Section]) -> Summary:
    if Section.HELP not in shown:
        summary = replace(summary, help_shown=())
    if Section.QUESTIONNAIRES not in shown:
        summary = replace(summary, questionnaires=())
    if Section.PLACES not in shown:
        summary = replace(summary, reach=None, signs=(), kinds=(), places=())
    if Section.DAYS not in shown:
        summary = replace(summary, around=())
    if Section.MEDICINES not in shown:
        summary = replace(summary, medicines=())
    if Section.MASSAGES not in shown:
        summary = replace(summary, massages=_NO_MASSAGES, flares=_without_massages(summary.flares))
    return summary


def _without_massages(flares: Flares) -> Flares:
    listed = (replace(one, sessions=0, days_since_massage=None) for one in flares.listed)
    return replace(flares, listed=tuple(listed))

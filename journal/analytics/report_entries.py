"""Every record of a period in tables, as the report lists them behind its summary."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from journal.analytics.day_wording import describe_day_log, describe_dose
from journal.analytics.moments import Moment
from journal.analytics.period_records import Logged, PeriodRecords
from journal.analytics.questionnaires import describe_questionnaire
from journal.analytics.records import FlareContent, MedicineContent, PainContent
from journal.analytics.visit_wording import describe_visit
from journal.analytics.wording import (
    describe_clock,
    describe_feelings,
    describe_flare,
    describe_flare_note,
    describe_massage,
    describe_safety,
    describe_triggers,
    pain_number,
    with_triggers,
)

MOST_ROWS = 2000
MOST_LETTERS = 400_000
"""What a report holds at most, all tables together."""


@dataclass(frozen=True, kw_only=True)
class EntryTable:
    """The records of one `kind` in words, newest first: a row of cells for each, the first its day and hour, the last
    its note if `has_notes`. `left_out` older ones are not in it. It goes with the `section` of the report of that
    name, "" with none in particular."""

    kind: str
    section: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left_out: int
    has_notes: bool

    def without_notes(self) -> "EntryTable":
        """The same with no word of the notes."""
        if not self.has_notes:
            return self
        rows = tuple(row[:-1] for row in self.rows)
        return replace(self, head=self.head[:-1], rows=rows, has_notes=False)


class _Kind(NamedTuple):
    kind: str
    section: str
    title: str
    head: tuple[str, ...]
    note: str = "Note"


class _Row(NamedTuple):
    kind: str
    moment: Moment
    cells: tuple[str, ...]
    note: str = ""

    @property
    def letters(self) -> int:
        return sum(map(len, self.cells)) + len(self.note)


_KINDS = (
    _Kind("pain", "", "Pain", ("Pain", "Where and what", "Perhaps from")),
    _Kind("flare", "", "Flare-ups", ("What",)),
    _Kind("flarenote", "", "In flare-ups", ("What",)),
    _Kind("massage", "massages", "Massages", ("What",)),
    _Kind("medicine", "medicines", "Medicines", ("What", "Taken")),
    _Kind("day", "days", "Days", ("What",)),
    _Kind("questionnaire", "questionnaires", "Questionnaires", ("What",)),
    _Kind("visit", "", "Visits", ("What",), note="What was said"),
    _Kind("safety", "help", "When to get help", ("What",)),
)


def entry_tables(*, records: PeriodRecords) -> tuple[EntryTable, ...]:
    """Those that have any record. Where they are more than MOST_ROWS or MOST_LETTERS, the oldest records of all kinds
    are left out, and counted."""
    # A flare-up that began before the period is part of it all the same.
    inside = [row for row in _rows(records) if row.kind == "flare" or row.moment.local_date in records.period]
    rows = sorted(inside, key=lambda row: (row.moment.local_date, row.moment.occurred_at), reverse=True)
    shown = rows[: _fitting(rows)]
    tables = (_table(kind, [row for row in shown if row.kind == kind.kind], rows) for kind in _KINDS)
    return tuple(table for table in tables if table.rows or table.left_out)


def _fitting(rows: list[_Row]) -> int:
    """How many of the rows a report holds."""
    letters = 0
    for number, row in enumerate(rows[:MOST_ROWS]):
        letters += row.letters
        if letters > MOST_LETTERS:
            return number
    return min(len(rows), MOST_ROWS)


def _table(kind: _Kind, shown: list[_Row], rows: list[_Row]) -> EntryTable:
    """Without the columns in which nothing stands."""
    full = [(_when(row.moment), *row.cells, row.note) for row in shown]
    head = ("When", *kind.head, kind.note)
    used = [at for at in range(len(head)) if any(row[at] for row in full)]
    return EntryTable(
        kind=kind.kind,
        section=kind.section,
        title=kind.title,
        head=tuple(head[at] for at in used),
        rows=tuple(tuple(row[at] for at in used) for row in full),
        left_out=sum(row.kind == kind.kind for row in rows) - len(shown),
        has_notes=len(head) - 1 in used,
    )


def _rows(records: PeriodRecords) -> Iterator[_Row]:
    yield from (_Row("pain", one.moment, _pain(one.content), one.content.note) for one in records.pain)
    yield from (_Row("flare", one.moment, (_flare(one),), _flare_note(one.content)) for one in records.flare_ups)
    yield from (
        _Row("flarenote", one.moment, (describe_flare_note(one.content),), one.content.note)
        for one in records.flare_notes
    )
    yield from (
        _Row("massage", one.moment, (describe_massage(one.content),), one.content.note) for one in records.sessions
    )
    yield from (_Row("medicine", one.moment, _dose(one.content), one.content.note) for one in records.doses)
    yield from (_Row("day", one.moment, (describe_day_log(one.content),), one.content.note) for one in records.logs)
    yield from (_Row("questionnaire", one.moment, (describe_questionnaire(one.content),)) for one in records.answered)
    yield from (_Row("visit", one.moment, (describe_visit(one.content),), one.content.said) for one in records.visits)
    yield from (_Row("safety", one.moment, (describe_safety(one.content),)) for one in records.checks)


def _pain(content: PainContent) -> tuple[str, ...]:
    return (pain_number(content.intensity), describe_feelings(content), describe_triggers(content.triggers))


def _flare(one: Logged[FlareContent]) -> str:
    return with_triggers(describe_flare(one.content, started=one.moment), content=one.content)


def _flare_note(content: FlareContent) -> str:
    helped = f"What helped: {content.helped}" if content.helped else ""
    return "\n".join(part for part in (content.note, helped) if part)


def _dose(content: MedicineContent) -> tuple[str, ...]:
    return (describe_dose(content), "yes" if content.taken else "no")


def _when(moment: Moment) -> str:
    """`3 Mar 2026, 21:40`."""
    day = f"{moment.local_date.day} {moment.local_date:%b} {moment.local_date.year}"
    clock = describe_clock(moment)
    return f"{day}, {clock}" if clock else day

"""Questionnaires in the report: the last score beside the first of the period and the last of the period before."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from journal.analytics.questionnaires import INSTRUMENTS, Instrument, score_number
from journal.analytics.summary_parts import Questionnaire, Scored
from journal.analytics.wording import NO_BREAK
from journal.charts.axis import short_day
from journal.charts.report_words import DASH
from journal.charts.table import counted, table


def scores(questionnaires: Sequence[Questionnaire], *, this_year: int) -> dict[str, Any]:
    """One table for all of them, and what their scores mean; empty where none was answered. Days of `this_year` are
    written without it."""
    if not questionnaires:
        return {}
    return {
        "table": table(
            caption="Questionnaires",
            head=["Questions", "Last", "First in this period", "Last before it", "Answered"],
            rows=[row for one in questionnaires for row in _rows(one, this_year)],
        ),
        "higher": "Higher is worse in all of them.",
        "words": [f"{INSTRUMENTS[one.code].title}: {INSTRUMENTS[one.code].score_words}" for one in questionnaires],
    }


def _rows(one: Questionnaire, this_year: int) -> list[list[str]]:
    instrument = INSTRUMENTS[one.code]
    times = counted(len(one.scored), "time")
    points = (one.scored[-1], one.scored[0] if len(one.scored) > 1 else None, one.before)
    if instrument.scoring != "raw":
        return [[instrument.title, *(_score(point, instrument, this_year) for point in points), times]]
    return [
        [item.label, *(_answer(point, item.code, instrument, this_year) for point in points), times]
        for item in instrument.items
        if any(answer.item == item.code for scored in one.scored for answer in scored.answers)
    ]


def _score(scored: Scored | None, instrument: Instrument, this_year: int) -> str:
    if scored is None or scored.score is None:
        return DASH
    return _of(score_number(scored.score), instrument, scored.day, this_year)


def _answer(scored: Scored | None, item: str, instrument: Instrument, this_year: int) -> str:
    said = next((one.said for one in scored.answers if one.item == item), None) if scored else None
    return DASH if scored is None or said is None else _of(str(said), instrument, scored.day, this_year)


def _of(number: str, instrument: Instrument, day: date, this_year: int) -> str:
    """`3.3 of 10 (12 Nov)`; the parts stay together where a line is short."""
    when = f"{day.day} {day:%b}" if day.year == this_year else short_day(day)
    score, on = (words.replace(" ", NO_BREAK) for words in (f"{number} of {instrument.most}", when))
    return f"{score} ({on})"

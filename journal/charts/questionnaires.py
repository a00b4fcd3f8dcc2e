"""Scores of questionnaires over time: a row of bars for each score or rating, all on one axis.

A bar is as wide as the time that the answer is about, the week before it or the day itself; nothing is drawn between
two answers.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

from journal.analytics.questionnaires import INSTRUMENTS, Answered, Instrument, of_instrument, score_number
from journal.analytics.wording import describe_day
from journal.charts.axis import axis, day_number, short_day
from journal.charts.table import counted, number, table

_SHORTEST = timedelta(weeks=12)
_WEEK = 7
_ENOUGH = 3

Rating = Callable[[Answered], float | None]


def questionnaires_chart(*, answered: Sequence[Answered], today: date) -> dict[str, Any]:
    """`sections`, one for each questionnaire, and where anything was answered `axis` and the `data` to read. `answered`
    are in order."""
    if not answered:
        return {"sections": [_about(instrument) for instrument in INSTRUMENTS.values()]}
    first = answered[0].day - timedelta(days=_WEEK)
    last = max(today, answered[-1].day)
    along = axis(first=min(first, last - _SHORTEST), last=last)
    sections = [
        _section(instrument, of_instrument(answered=answered, code=code)) for code, instrument in INSTRUMENTS.items()
    ]
    data = {section["code"]: section.pop("data") for section in sections if "data" in section}
    return {
        "sections": sections,
        "axis": along,
        "data": {"axis": {"from": along["from"], "to": along["to"]}, "charts": data},
    }


def _about(instrument: Instrument) -> dict[str, Any]:
    return {
        "code": instrument.code,
        "title": instrument.title,
        "about": instrument.about,
        "scored": instrument.score_words,
        "known": instrument.known,
        "source": instrument.source,
    }


def _section(instrument: Instrument, answered: Sequence[Answered]) -> dict[str, Any]:
    if not answered:
        return _about(instrument)
    rows = _rows(instrument)
    return _about(instrument) | {
        "finding": _finding(instrument, answered),
        "sentence": _sentence(instrument, answered),
        "rows": [_row(instrument, label, said) for label, rating in rows if (said := _said(answered, rating))],
        "table": table(
            caption=f"{instrument.title}: answers by day",
            head=["Day", *(label for label, _ in _columns(instrument))],
            rows=(
                [short_day(one.day), *(number(rating(one)) for _, rating in _columns(instrument))]
                for one in reversed(answered)
            ),
        ),
        "data": {
            "x": [day_number(one.day) + 0.5 for one in answered],
            "text": [_read(instrument, one) for one in answered],
        },
    }


def _rows(instrument: Instrument) -> list[tuple[str, Rating]]:
    """What is drawn: the score, or each rating that stands for itself."""
    return _items(instrument) if instrument.scoring == "raw" else [("Score", _score)]


def _columns(instrument: Instrument) -> list[tuple[str, Rating]]:
    """What the table holds."""
    return _rows(instrument) + (_items(instrument) if instrument.scoring == "mean" else [])


def _items(instrument: Instrument) -> list[tuple[str, Rating]]:
    return [(item.label, partial(_answer, code=item.code)) for item in instrument.items]


def _answer(one: Answered, *, code: str) -> float | None:
    return one.answers.get(code)


def _score(one: Answered) -> float | None:
    return one.score


def _said(answered: Sequence[Answered], rating: Rating) -> list[tuple[date, float]]:
    return [(one.day, value) for one in answered if (value := rating(one)) is not None]


def _row(instrument: Instrument, label: str, said: Sequence[tuple[date, float]]) -> dict[str, Any]:
    """A bar for each day, on a floor that shows an answer of 0 too."""
    wide = 1 if instrument.is_ticked else _WEEK
    starts = [(day_number(day) + 1 - wide, value / instrument.most) for day, value in said]
    bars = (f"M{start} 1v-{high:.4g}h{wide}v{high:.4g}z" for start, high in starts if high)
    return {
        "code": f"asked-{instrument.code}",
        "label": label,
        "days": f"{number(said[-1][1])} of {instrument.most}",
        "paths": [
            {"level": "floor", "d": "".join(f"M{start} 1h{wide}" for start, _ in starts)},
            {"level": "bar", "d": "".join(bars)},
        ],
    }


def _finding(instrument: Instrument, answered: Sequence[Answered]) -> str:
    """`First 6.3 of 10, on 4 January 2026; latest 4.7 of 10, on 1 March 2026`, and no word on what that means."""
    first, latest = answered[0], answered[-1]
    if instrument.scoring == "raw":
        return f"{describe_day(latest.day)}: {_ratings(instrument, latest)}"
    if len(answered) == 1:
        return f"{_of(instrument, latest)} on {describe_day(latest.day)}"
    return (
        f"First {_of(instrument, first)}, on {describe_day(first.day)}; "
        f"latest {_of(instrument, latest)}, on {describe_day(latest.day)}"
    )


def _sentence(instrument: Instrument, answered: Sequence[Answered]) -> str:
    scores = [one.score for one in answered if one.score is not None]
    about = "one day" if instrument.is_ticked else "the week before the answer"
    parts = [
        f"Answered {_times(len(answered))}.",
        f"The scores lie between {score_number(min(scores))} and {score_number(max(scores))}."
        if len(scores) >= _ENOUGH
        else "",
        f"One bar is {about}: the taller, the higher, and {instrument.most} fills its row.",
    ]
    return " ".join(part for part in parts if part)


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count) or counted(count, "time")


def _of(instrument: Instrument, one: Answered) -> str:
    return f"{number(one.score)} of {instrument.most}"


def _ratings(instrument: Instrument, one: Answered) -> str:
    said = {item.label.lower(): one.answers.get(item.code) for item in instrument.items}
    return ", ".join(f"{label} {value}" for label, value in said.items() if value is not None)


def _read(instrument: Instrument, one: Answered) -> str:
    said = _ratings(instrument, one) if one.score is None else _of(instrument, one)
    return f"{describe_day(one.day)}: {said}."

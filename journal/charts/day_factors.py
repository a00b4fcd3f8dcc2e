"""What the day logs say, on the same time axis as pain: a row of bars each."""

from collections.abc import Mapping, Sequence
from datetime import date
from statistics import fmean
from typing import Any

from journal.analytics.day_factors import FEWEST_DAYS, Beside, Factor, Side, beside_pain, values_by_day
from journal.analytics.records import DayContent
from journal.analytics.spans import Span, span_numbers, spans_between, unit_for
from journal.analytics.timeline import PainDay
from journal.charts.axis import axis, day_number, short_span, span_label
from journal.charts.strips import UNIT_WORDS
from journal.charts.table import counted, number, table

_LOWEST = 0.04
_GAP = 0.12


def day_factors_chart(
    *,
    pain: Sequence[PainDay],
    logs: Sequence[tuple[date, DayContent]],
    chosen: Sequence[Factor],
    first: date,
    last: date,
) -> dict[str, Any]:
    """The axis, a row for pain and one for each factor, what can be said of each, data and table; JSON-ready."""
    unit = unit_for(first=first, last=last)
    spans = spans_between(first=first, last=last, unit=unit)
    pained = {day.day: day.mean for day in pain if day.mean is not None}
    valued = [values_by_day(factor=factor, logs=logs) for factor in chosen]
    pain_means = _means(pained, spans)
    means = [_means(values, spans) for values in valued]
    labels = [span_label(span=span, unit=unit) for span in spans]
    cells = [
        [number(pain_means[at]), *(_words(factor, row[at]) for factor, row in zip(chosen, means, strict=True))]
        for at in range(len(spans))
    ]
    head = ["Pain, mean", *(factor.label for factor in chosen)]
    logged = [at for at, row in enumerate(cells) if set(row) != {"–"}]
    return {
        "axis": axis(first=first, last=last),
        "one_bar": UNIT_WORDS[unit],
        "rows": [
            _row("Pain", "factor-0", len(pained), spans, pain_means, 10, pain=True),
            *(
                _row(factor.label, f"factor-{at}", len(values), spans, row, _top(factor, row))
                for at, (factor, values, row) in enumerate(zip(chosen, valued, means, strict=True), start=1)
            ),
        ],
        "said": [
            {"label": factor.label, "words": beside_words(factor, beside_pain(values=values, pain=pained))}
            for factor, values in zip(chosen, valued, strict=True)
        ],
        "data": {
            "x": [(day_number(spans[at].first) + day_number(spans[at].last) + 1) / 2 for at in logged],
            "text": [_read(labels[at], head, cells[at]) for at in logged],
        },
        "table": table(
            caption="Pain and your days, means of the days that say it",
            head=["When", *head],
            rows=[[short_span(span=spans[at], unit=unit), *cells[at]] for at in logged],
        ),
    }


def _means(values: Mapping[date, float], spans: Sequence[Span]) -> list[float | None]:
    days = [day for day in values if spans[0].first <= day <= spans[-1].last]
    found: list[list[float]] = [[] for _ in spans]
    for day, at in span_numbers(days=days, spans=spans).items():
        found[at].append(values[day])
    return [fmean(said) if said else None for said in found]


def _top(factor: Factor, means: Sequence[float | None]) -> float:
    return factor.most or max((mean for mean in means if mean is not None), default=0) or 1


def _row(
    label: str,
    code: str,
    days: int,
    spans: Sequence[Span],
    means: Sequence[float | None],
    top: float,
    *,
    pain: bool = False,
) -> dict[str, Any]:
    """Bars in shares of `top`; a line under whatever was said, so that a zero is not a gap."""
    bars: dict[str, str] = {"floor": ""}
    for span, mean in zip(spans, means, strict=True):
        if mean is None:
            continue
        start, wide = day_number(span.first), (span.last - span.first).days + 1
        bars["floor"] += f"M{start} 1h{wide}"
        level, height = (f"pain-{mean:.0f}" if pain else "bar"), max(mean / top, _LOWEST if pain else 0)
        if height:
            path = f"M{start + wide * _GAP / 2:.2f} 1v-{height:.3g}h{wide * (1 - _GAP):.2f}v{height:.3g}z"
            bars[level] = bars.get(level, "") + path
    paths = [{"level": level, "d": drawn} for level, drawn in bars.items()]
    return {"label": label, "code": code, "days": counted(days, "day"), "paths": paths}


def _words(factor: Factor, mean: float | None) -> str:
    return "–" if mean is None else factor.words(mean)


def _read(label: str, head: Sequence[str], cells: Sequence[str]) -> str:
    said = ", ".join(
        f"{name[0].lower()}{name[1:]} {cell}" for name, cell in zip(head, cells, strict=True) if cell != "–"
    )
    return f"{label[0].upper()}{label[1:]}: {said}."


def beside_words(factor: Factor, beside: Beside) -> str:
    """What was logged on the same days, or that it is not enough yet."""
    if beside.low is None or beside.high is None:
        say = "says" if beside.days == 1 else "say"
        days = f"{counted(beside.days, 'day')} {say} both this and pain"
        if beside.days < FEWEST_DAYS:
            return f"{days}; from {FEWEST_DAYS} on it is put in words."
        return f"{days}; they are too alike to compare."
    if factor.is_yes_or_no:
        return f"Pain was {_pain(beside.high)} with, and {_pain(beside.low)} without."
    high, low = factor.words(beside.high.bound), factor.words(beside.low.bound)
    less = " or less" if beside.low.bound else ""
    return f"{high.capitalize()} or more: pain was {_pain(beside.high)}. {low.capitalize()}{less}: {_pain(beside.low)}."


def _pain(side: Side) -> str:
    return f"{side.pain:.1f} on average on {counted(side.days, 'day')}"

"""Flare-ups: bands behind the charts, and a table of what there is to know about each."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from journal.analytics.flare_facts import FlareFacts, FlareSpan, Found, days_long, length_in_words
from journal.analytics.wording import describe_day
from journal.charts.axis import day_number, percent
from journal.charts.table import counted, number, table

_MANY = 12
"""More bands than this would hide rows of bars drawn over them; a longer table scrolls in itself."""
_FOUND: dict[Found, str] = {
    "declared": "declared by you",
    "confirmed": "confirmed by you",
    "suggested": "suggested by the rule",
}


def flares_chart(*, flares: Sequence[FlareFacts], along: dict[str, Any], today: date) -> dict[str, Any]:
    """Title, sentence, bands (which scripts read as well) and table of the flare-ups; `flares` are in order, the table
    has the newest first."""
    many = len(flares) > _MANY
    bands = [_band(flare.span, along, today) for flare in flares]
    by_found = Counter(flare.span.found for flare in flares)
    return {
        "title": _title(flares, today),
        "sentence": ", ".join(f"{by_found[found]} {words}" for found, words in _FOUND.items() if by_found[found]),
        "suggested": by_found["suggested"],
        "count": len(flares),
        "many": many,
        "bands": bands,
        "data": bands,
        "table": table(
            caption="Flare-ups, the newest first" + ("; the list scrolls" if many else ""),
            head=["Start", "Length", "Highest rating", "Massages in it", "Last massage before it", "Found"],
            rows=[_row(flare, today) for flare in reversed(flares)],
        ),
    }


def _title(flares: Sequence[FlareFacts], today: date) -> str:
    if not flares:
        return "No flare-ups in this period"
    longest = max((flare.span for flare in flares), key=lambda span: days_long(span=span, today=today))
    if len(flares) == 1:
        return f"One flare-up, {length_in_words(span=longest, today=today)}"
    return f"{len(flares)} flare-ups, the longest {length_in_words(span=longest, today=today)}"


def _band(span: FlareSpan, along: dict[str, Any], today: date) -> dict[str, Any]:
    """In day numbers and in percent of the axis; `open` where its end is not known, or not there yet."""
    start, end = day_number(span.start), day_number(span.last or max(today, span.start)) + 1
    return {
        "from": start,
        "to": end,
        "percent": percent(along=along, at=start),
        "width": percent(along=along, at=min(end, along["to"]) - max(start, along["from"]) + along["from"]),
        "end": percent(along=along, at=end),
        "suggested": span.found == "suggested",
        "open": span.state != "ended",
        "text": f"flare-up {_FOUND[span.found]}, {length_in_words(span=span, today=today)}",
    }


def _row(flare: FlareFacts, today: date) -> list[str]:
    days = flare.days_since_massage
    return [
        describe_day(flare.span.start),
        length_in_words(span=flare.span, today=today),
        number(flare.peak),
        str(flare.sessions),
        "none logged" if days is None else f"{counted(days, 'day')} earlier",
        _FOUND[flare.span.found],
    ]

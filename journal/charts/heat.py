"""Where it was, first half of a period against the last: two pairs of legs seen from behind, a row for each region.

A cell holds the share of the days that name a place, in percent; its colour is the mean of their strongest ratings.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from journal.analytics.sensations import Felt, FeltInHalves, FeltRow, places_in_halves
from journal.analytics.spans import Span
from journal.analytics.vocabulary import STATIONS, Place, Region, Side
from journal.analytics.wording import describe_place, short_label
from journal.charts.axis import short_day
from journal.charts.table import counted, number, table

_HALVES = ("First half", "Last half")
_ENOUGH = 7

Rows = Mapping[Place, FeltRow[Place]]


def heat_chart(*, felt: Sequence[Felt], first: date, last: date) -> dict[str, Any]:
    """Title, sentence, the halves with their days, the rows of cells and the table; empty where no place is named."""
    found = places_in_halves(felt=felt, first=first, last=last)
    if not found.rows:
        return {}
    rows = {row.what: row for row in found.rows}
    names = _HALVES if len(found.spans) > 1 else ("The day",)
    return {
        "title": _title(found),
        "sentence": (
            "The number is the percentage of days with a place that name this one; the stronger the colour, the "
            "stronger it was there. Seen from behind, so that left is left."
        ),
        "halves": [
            {"name": name, "days": _days(span), "named": counted(named, "day") + " with a place"}
            for name, span, named in zip(names, found.spans, found.named, strict=True)
        ],
        "rows": [_row(region, places, rows, found.named) for region, places in _body(rows)],
        "table": table(
            caption="Days on which each place was named, of the days that name any, and in brackets the mean strength",
            head=["Place", *names],
            rows=[
                [
                    _capital(describe_place(row.what)),
                    *(
                        f"{share.days} of {named} ({number(share.strength)})" if share.days else f"0 of {named}"
                        for share, named in zip(row.shares, found.named, strict=True)
                    ),
                ]
                for row in found.rows
            ],
        ),
    }


def _title(found: FeltInHalves) -> str:
    if len(found.spans) < 2 or min(found.named) < _ENOUGH:
        return "Where it was"
    most = max(found.rows, key=lambda row: row.days)
    place = describe_place(most.what)
    the = place if most.what.region is Region.SADDLE else f"the {place}"
    (then, now), (then_named, now_named) = most.shares, found.named
    first = f"on {then.days:,} of {then_named:,} days in the first half"
    return f"Named most, {the}: {first}, {now.days:,} of {now_named:,} in the last"


def _body(rows: Rows) -> list[tuple[Region, tuple[Place, ...]]]:
    """The rows from the back down: left and right of every region, and those that are one where anything is there."""
    body: list[tuple[Region, tuple[Place, ...]]] = []
    for region in Region:
        if region in STATIONS:
            body.append((region, (Place(region, Side.LEFT), Place(region, Side.RIGHT))))
        body += [(region, (place,)) for side in (Side.CENTRE, None) if (place := Place(region, side)) in rows]
    return body


def _row(region: Region, places: tuple[Place, ...], rows: Rows, named: tuple[int, ...]) -> dict[str, Any]:
    label = _capital(short_label(region.label))
    if len(places) == 1 and region in STATIONS:
        label += ", centre" if places[0].side else ", no side"
    return {
        "label": label,
        "station": STATIONS.get(region, 0),
        "one": len(places) == 1,
        "halves": [[_cell(rows.get(place), half, of) for place in places] for half, of in enumerate(named)],
    }


def _cell(row: FeltRow[Place] | None, half: int, named: int) -> dict[str, Any]:
    """`level` is the intensity, 0 to 10, and `share` the percentage; both "" where it was not felt."""
    share = row.shares[half] if row else None
    if share is None or share.strength is None:
        return {"level": "", "share": ""}
    return {"level": round(share.strength), "share": max(round(100 * share.days / named), 1)}


def _days(span: Span) -> str:
    return short_day(span.first) if span.first == span.last else f"{short_day(span.first)} to {short_day(span.last)}"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]

"""Where it was, first half of a period against the last: two pairs of legs seen from behind, a row for each region.

A cell holds the share of the days that name a place, in percent; its colour is the mean of their strongest ratings.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from journal.analytics.sensations import Felt, FeltInHalves, FeltRow, Share, places_in_halves
from journal.analytics.spans import Span
from journal.analytics.vocabulary import STATIONS, Place, Region, sides_of
from journal.analytics.wording import describe_place, short_label
from journal.charts.axis import short_day
from journal.charts.table import counted, number, table

_HALVES = ("First half", "Last half")
_ENOUGH = 7
_NOTICEABLE = 0.1
_DOWNWARDS = sorted(Region, key=lambda region: STATIONS.get(region, STATIONS[Region.GROIN]))
"""What lies on no leg, where the legs part."""

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
        "rows": [
            {"label": label, "station": station, "halves": _cells(places, rows, found.named)}
            for label, station, places in _body(rows)
        ],
        "table": table(
            caption="Days on which each place was named, of the days that name any, and in brackets the mean strength",
            head=["Place", *names],
            rows=[
                [
                    _name(row.what),
                    *(_of(share, named) for share, named in zip(row.shares, found.named, strict=True)),
                ]
                for row in found.rows
            ],
        ),
    }


def _title(found: FeltInHalves) -> str:
    if len(found.spans) < 2 or min(found.named) < _ENOUGH:
        return "Where it was"
    changed = max(found.rows, key=lambda row: abs(_difference(row, found.named)))
    if abs(_difference(changed, found.named)) < _NOTICEABLE:
        return "Much the same places in the first half as in the last"
    place = describe_place(changed.what)
    the = place if changed.what.region is Region.SADDLE else f"the {place}"
    (then, now), (then_named, now_named) = changed.shares, found.named
    first = f"on {then.days:,} of {then_named:,} days in the first half"
    return f"Changed most, {the}: {first}, {now.days:,} of {now_named:,} in the last"


def _difference(row: FeltRow[Place], named: tuple[int, ...]) -> float:
    """Between the shares of the two halves."""
    then, now = (share.days / of for share, of in zip(row.shares, named, strict=True))
    return now - then


def _body(rows: Rows) -> Iterator[tuple[str, int, tuple[Place, ...]]]:
    """Name, station and cells of each row from the back down: all sides of every region on the way down the leg, and
    where anything is there, what has no side."""
    for region in _DOWNWARDS:
        name, station = _capital(short_label(region.label)), STATIONS.get(region, 0)
        if station:
            yield name, station, tuple(Place(region, side) for side in sides_of(region))
        if (place := Place(region, None)) in rows:
            yield f"{name}, no side" if station else name, station, (place,)


def _cells(places: tuple[Place, ...], rows: Rows, named: tuple[int, ...]) -> list[list[dict[str, Any]]]:
    return [[_cell(rows.get(place), half, of) for place in places] for half, of in enumerate(named)]


def _cell(row: FeltRow[Place] | None, half: int, named: int) -> dict[str, Any]:
    """`level` is the intensity, 0 to 10, and `share` the percentage; both "" where it was not felt."""
    share = row.shares[half] if row else None
    if share is None or share.strength is None:
        return {"level": "", "share": ""}
    return {"level": round(share.strength), "share": max(round(100 * share.days / named), 1)}


def _name(place: Place) -> str:
    """`Left calf`; `Calf, side not said`."""
    unsaid = place.side is None and place.region in STATIONS
    return _capital(describe_place(place)) + (", side not said" if unsaid else "")


def _of(share: Share, named: int) -> str:
    if not named:
        return "–"
    return f"{share.days:,} of {named:,}" + (f" ({number(share.strength)})" if share.days else "")


def _days(span: Span) -> str:
    first, last = span.first, span.last
    if first == last:
        return short_day(first)
    return (
        f"{first.day} {first:%b} to {short_day(last)}"
        if first.year == last.year
        else f"{short_day(first)} to {short_day(last)}"
    )


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]

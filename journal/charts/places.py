"""Where the pain was, over time, from the back down the nerve to the toes."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from journal.analytics.sensations import Felt, FeltOverTime, FeltRow, Share, places_over_time
from journal.analytics.spans import Unit
from journal.analytics.vocabulary import STATIONS, Place, Region
from journal.analytics.wording import describe_place
from journal.charts.strips import UNIT_WORDS, strips
from journal.charts.table import counted, number


def places_chart(*, felt: Sequence[Felt], first: date, last: date) -> dict[str, Any]:
    """Title, sentence, rows, data and table; all of `felt` lies between `first` and `last`."""
    found = places_over_time(felt=felt, first=first, last=last)
    if not found.rows:
        return {"title": "No places named in this period", "rows": []}
    return {
        "title": _title(found),
        "sentence": f"{counted(sum(found.named), 'day')} with a place. {_how_to_read(found.unit)}",
        **strips(
            found=found,
            caption="Days on which each place was named (in brackets how strong, 0 to 10), and days on which any was",
            row_words=lambda place: {"label": _label(place), "code": f"station-{STATIONS.get(place.region, 0)}"},
            level=lambda share: f"pain-{round(share.strength or 0)}",
            cell=_cell,
        ),
    }


def _how_to_read(unit: Unit) -> str:
    stronger = "the stronger its colour, the stronger the pain there"
    if unit == "day":
        return f"One bar is one day that names the place: {stronger}."
    return f"One bar is {UNIT_WORDS[unit]}: the taller, the more of those days name the place; {stronger}."


def _title(found: FeltOverTime[Place]) -> str:
    most: FeltRow[Place] = max(found.rows, key=lambda row: row.days)
    on_leg = [row for row in found.rows if row.what.region in STATIONS]
    furthest = on_leg[-1] if on_leg else most
    title = f"Most often {_the(most.what)}"
    if STATIONS.get(furthest.what.region, 0) <= STATIONS.get(most.what.region, 0):
        return f"{title}, on {most.days:,} of {counted(sum(found.named), 'day')}"
    return f"{title}; furthest down, {_the(furthest.what)}"


def _the(place: Place) -> str:
    """`the left calf`, `between the legs`."""
    return describe_place(place) if place.region is Region.SADDLE else f"the {describe_place(place)}"


def _label(place: Place) -> str:
    label = describe_place(place)
    return label[0].upper() + label[1:]


def _cell(share: Share) -> str:
    return f"{share.days} ({number(share.strength)})" if share.days else "0"

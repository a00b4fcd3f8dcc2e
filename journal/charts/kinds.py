"""What the pain felt like, over time."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from journal.analytics.sensations import Felt, kinds_over_time
from journal.analytics.vocabulary import Quality
from journal.analytics.wording import short_label
from journal.charts.strips import UNIT_WORDS, strips
from journal.charts.table import counted


def kinds_chart(*, felt: Sequence[Felt], first: date, last: date) -> dict[str, Any]:
    """Title, sentence, rows, data and table; all of `felt` lies between `first` and `last`."""
    found = kinds_over_time(felt=felt, first=first, last=last)
    if not found.rows:
        return {"title": "No kinds of pain named in this period", "rows": []}
    top, named = found.rows[0], sum(found.named)
    return {
        "title": f"{_short(top.what)} is named most: on {top.days:,} of {counted(named, 'day')}",
        "sentence": (
            "One bar is one day on which the kind was named."
            if found.unit == "day"
            else f"One bar is {UNIT_WORDS[found.unit]}: the taller, the more of its days name the kind."
        ),
        **strips(
            found=found,
            caption="Days on which each kind was named, and days on which any was",
            row_words=lambda kind: {"label": _short(kind), "code": f"kind-{kind.value}"},
            level=lambda share: "bar",
            cell=lambda share: str(share.days),
        ),
    }


def _short(kind: Quality) -> str:
    label = short_label(kind.label)
    return label[0].upper() + label[1:]

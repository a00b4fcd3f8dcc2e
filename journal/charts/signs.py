"""Leg pain, back pain, numbness, tingling and weakness over time, one above the other on one axis."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from journal.analytics.sensations import Felt, FeltOverTime, Share
from journal.analytics.signs import ENOUGH, LegAndBack, Sign, leg_and_back, signs_over_time
from journal.charts.strips import UNIT_WORDS, strips
from journal.charts.table import counted, number

SIGN_LABELS = {
    Sign.LEG: "Leg pain",
    Sign.BACK: "Back pain",
    Sign.NUMBNESS: "Numbness",
    Sign.TINGLING: "Tingling",
    Sign.WEAKNESS: "Weakness",
}
_NERVE = (Sign.NUMBNESS, Sign.TINGLING, Sign.WEAKNESS)


def signs_chart(*, felt: Sequence[Felt], first: date, last: date) -> dict[str, Any]:
    """Title, sentence, rows, data and table; empty where nothing of it is named. All of `felt` lies between `first`
    and `last`."""
    found = signs_over_time(felt=felt, first=first, last=last)
    if not found.rows:
        return {}
    compared = leg_and_back(felt=felt)
    return {
        "title": _title(compared),
        "sentence": " ".join(part for part in (_compared(compared), _signs(found), _how_to_read(found)) if part),
        **strips(
            found=found,
            caption="Leg and back pain and signs of the nerve: days, and in brackets how strong, 0 to 10",
            row_words=lambda sign: {"label": SIGN_LABELS[sign], "code": f"sign-{sign.value}"},
            level=lambda share: "bar",
            cell=_cell,
            height=lambda share, named: (share.strength or 0) / 10,
        ),
    }


def _title(compared: LegAndBack) -> str:
    if compared.days < ENOUGH:
        return "Leg and back pain, and signs of the nerve"
    of = f"of {compared.days:,} days"
    if compared.alike >= max(compared.leg, compared.back):
        return f"Leg and back pain are equally strong on {compared.alike:,} {of}"
    if compared.leg == compared.back:
        return f"Leg and back pain are each the stronger on {compared.leg:,} {of}"
    if compared.leg > compared.back:
        return f"Leg pain is stronger than back pain on {compared.leg:,} {of}"
    return f"Back pain is stronger than leg pain on {compared.back:,} {of}"


def _compared(compared: LegAndBack) -> str:
    if compared.days >= ENOUGH:
        return (
            f"Leg pain is the stronger on {counted(compared.leg, 'day')}, back pain on {compared.back:,}, "
            f"neither on {compared.alike:,}."
        )
    days = f"on {counted(compared.days, 'day')}" if compared.days else "on no day"
    return f"Leg or back pain is named {days}; from {ENOUGH} days on, the two are compared here."


def _signs(found: FeltOverTime[Sign]) -> str:
    days, named = {row.what: row.days for row in found.rows}, sum(found.named)
    if named < ENOUGH or not any(sign in days for sign in _NERVE):
        return ""
    said = [f"{SIGN_LABELS[sign].lower()} on {days[sign]:,}" for sign in _NERVE if sign in days]
    return f"Of {named:,} days: {', '.join(said)}."


def _how_to_read(found: FeltOverTime[Sign]) -> str:
    bar = (
        "One bar is one day: the taller, the stronger, and 10 fills its row."
        if found.unit == "day"
        else f"One bar is {UNIT_WORDS[found.unit]}: the mean of its days, and 10 fills its row."
    )
    return f"{bar} The leg begins at the buttock."


def _cell(share: Share) -> str:
    return f"{share.days} ({number(share.strength)})" if share.days else "0"

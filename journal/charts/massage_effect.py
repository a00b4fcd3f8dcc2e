"""The page about what happens after massages: each sentence, the range as a bar, the picture, the tables."""

from collections.abc import Sequence
from typing import Any

from journal.analytics.around_massage import AroundMassage
from journal.analytics.effect_wording import (
    basis_sentence,
    effect_sentence,
    effect_title,
    flare_sentences,
    group_words,
    habit_sentence,
    immediate_sentence,
    immediate_words,
    lack_words,
    lasting_sentence,
    size_sentence,
    window_words,
)
from journal.analytics.massage_effect import NOTICEABLE, EffectEstimate
from journal.analytics.massage_findings import EffectRecords, GroupFinding, MassageFindings
from journal.analytics.massage_groups import GroupedBy
from journal.analytics.spans import Span
from journal.charts.around_massage import around_chart
from journal.charts.axis import percent
from journal.charts.table import table

_GROUPS: dict[GroupedBy, str] = {
    "technique": "By technique",
    "giver": "By who gave it",
    "area": "By area",
    "minutes": "By length",
}


def effect_page(findings: MassageFindings, records: EffectRecords) -> dict[str, Any]:
    """JSON-ready; empty where no session is logged."""
    effect = findings.effect
    if not effect.sessions or records.ends is None:
        return {}
    first, last = records.ends
    return {
        "shown": Span(first=first, last=last).in_words,
        "title": effect_title(effect),
        "sentence": effect_sentence(effect),
        "verdict": effect.verdict,
        "range": _range(effect),
        "size": size_sentence(effect),
        "basis": basis_sentence(effect),
        "lacks": [lack_words(lack) for lack in effect.missing],
        "habit": habit_sentence(effect),
        "lasting": _lasting(effect),
        "around": around_chart(around=findings.around),
        "immediate": immediate_sentence(findings.immediate),
        "groups": [_group_table(by, groups) for by, groups in findings.groups.items() if groups],
        "flares": {
            "sentences": flare_sentences(findings.flares),
            "count": findings.flares.flares,
            "enough": findings.flares.enough,
        },
        "compared": _compared(findings.around),
        "left_out": [day.isoformat() for day in findings.around.left_out],
    }


def _range(effect: EffectEstimate) -> dict[str, Any] | None:
    """Where the change, its range, no change and a point either way stand, in percent of a line of whole points."""
    if effect.change is None or effect.low is None or effect.high is None:
        return None
    reach = min(10, max(2, int(max(-effect.low, effect.high)) + 1))
    along = {"from": -reach, "to": reach}
    low, high, change = (percent(along=along, at=at) for at in (effect.low, effect.high, effect.change))
    less, more = (percent(along=along, at=at) for at in (-NOTICEABLE, NOTICEABLE))
    return {
        "reach": reach,
        "low": low,
        "width": f"{float(high) - float(low):.2f}",
        "change": change,
        "less": less,
        "small": f"{float(more) - float(less):.2f}",
    }


def _lasting(effect: EffectEstimate) -> dict[str, Any]:
    if not effect.windows:
        return {}
    return {
        "sentence": lasting_sentence(effect),
        "table": table(
            caption="Pain some days after a massage, against pain as many days after days like it, in points",
            head=["After a massage", "Change", "Anything from", "Massage days", "Clear"],
            rows=[window_words(window) for window in effect.windows],
        ),
    }


def _group_table(by: GroupedBy, groups: Sequence[GroupFinding]) -> dict[str, Any]:
    return table(
        caption=_GROUPS[by],
        head=["Massages", "Sessions", "Felt right after", "Next three days, against days like them"],
        rows=[
            [
                group.label,
                f"{group.sessions:,}",
                immediate_words(group.immediate),
                group_words(group.effect, is_all=group.is_all),
            ]
            for group in groups
        ],
    )


def _compared(around: AroundMassage) -> list[list[str]]:
    """Each massage day, the newest first, followed by the days like it, as `2026-03-29`."""
    return [[day.isoformat() for day in (pair.massage_day, *pair.alike)] for pair in reversed(around.compared)]

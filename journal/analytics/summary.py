"""What a person's diary says about a period: the one value that page, PDF and exports are rendered from.

Every number comes from the functions that the charts use, so that they cannot disagree.
"""

from dataclasses import dataclass
from typing import Any

from journal.analytics.frozen_json import from_plain, to_plain
from journal.analytics.pain_change import Change, change_over
from journal.analytics.period_records import Period, PeriodRecords
from journal.analytics.summary_care import around, massages, medicines, questionnaires
from journal.analytics.summary_counts import (
    completeness,
    flares,
    help_shown,
    kinds,
    pain_compared,
    places,
    reach_compared,
    signs,
)
from journal.analytics.summary_parts import (
    Around,
    Completeness,
    FeltCompared,
    Flares,
    HelpShown,
    Massages,
    Medicine,
    PainCompared,
    PlaceCompared,
    Questionnaire,
    ReachCompared,
    Verdict,
)
from journal.analytics.timeline import PainDay


@dataclass(frozen=True, kw_only=True)
class Summary:
    """One period of a diary. Its parts say in journal/analytics/summary_parts.py what they hold.

    `days` are the logged days of the period in order, `course` its first against its last fortnight. `kinds` are the
    kinds of pain, the most frequent first; `places` go from the back down to the toes; `around` is the day around the
    pain in the order of FACTORS, with "held back by pain" (function) the last.
    """

    period: Period
    completeness: Completeness
    pain: PainCompared
    course: Change | None
    days: tuple[PainDay, ...]
    reach: ReachCompared | None
    signs: tuple[FeltCompared, ...]
    kinds: tuple[FeltCompared, ...]
    places: tuple[PlaceCompared, ...]
    flares: Flares
    massages: Massages
    medicines: tuple[Medicine, ...]
    around: tuple[Around, ...]
    questionnaires: tuple[Questionnaire, ...]
    help_shown: tuple[HelpShown, ...]

    def to_json(self) -> dict[str, Any]:
        """JSON-ready; `from_json` gives an equal value back."""
        plain: dict[str, Any] = to_plain(self)
        return plain

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> "Summary":
        """Read what `to_json` wrote. Raises ValueError, TypeError or KeyError for anything else."""
        return from_plain(said, kind=cls)


def summarise(*, records: PeriodRecords, verdict: Verdict) -> Summary:
    """The summary of `records.period`; `verdict` is what the diary says about massages."""
    days = tuple(day for day in records.days if day.day in records.period)
    return Summary(
        period=records.period,
        completeness=completeness(records=records),
        pain=pain_compared(records=records),
        course=change_over(days=days),
        days=days,
        reach=reach_compared(records=records),
        signs=signs(records=records),
        kinds=kinds(records=records),
        places=places(records=records),
        flares=flares(records=records),
        massages=massages(records=records, verdict=verdict),
        medicines=medicines(records=records),
        around=around(records=records),
        questionnaires=questionnaires(records=records),
        help_shown=help_shown(records=records),
    )

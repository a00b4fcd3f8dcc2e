"""Everything the diary says about massages: the answer, and all that stands beside it."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial

from journal.analytics.around_massage import AroundMassage, around_massage
from journal.analytics.effect_gate import SESSIONS_NEEDED
from journal.analytics.flare_facts import FlareSpan
from journal.analytics.flare_rates import FlareRates, flare_rates
from journal.analytics.immediate_change import ImmediateChange, immediate_change
from journal.analytics.massage_effect import EffectEstimate, estimate_effect
from journal.analytics.massage_groups import GroupedBy, MassageGroup, massage_groups
from journal.analytics.rated_before import Rating, days_with_ratings_before
from journal.analytics.sessions import LoggedSession
from journal.analytics.timeline import DayPain


@dataclass(frozen=True, kw_only=True)
class EffectRecords:
    """What is logged in one period, by day. `earlier_massages` are days shortly before it."""

    ratings: Sequence[Rating]
    sessions: Sequence[LoggedSession]
    earlier_massages: Collection[date] = ()

    @property
    def ends(self) -> tuple[date, date] | None:
        """The first and the last day with a pain entry or a session."""
        days = [rating.day for rating in (*self.ratings[:1], *self.ratings[-1:])]
        days += [session.moment.local_date for session in (*self.sessions[:1], *self.sessions[-1:])]
        return (min(days), max(days)) if days else None


@dataclass(frozen=True, kw_only=True)
class GroupFinding:
    """What the diary says about some of the massages. `is_all` where they are on every massage day, so that the
    headline is about them; `effect` is None there, and where their days are too few to be looked at."""

    label: str
    sessions: int
    is_all: bool
    effect: EffectEstimate | None
    immediate: ImmediateChange


@dataclass(frozen=True, kw_only=True)
class MassageFindings:
    """`effect` is the answer; the rest is for exploring."""

    effect: EffectEstimate
    around: AroundMassage
    immediate: ImmediateChange
    flares: FlareRates
    groups: dict[GroupedBy, list[GroupFinding]]


def massage_findings(*, records: EffectRecords, flares: Iterable[FlareSpan]) -> MassageFindings:
    """All of it, the same for the same records. Takes about half a second for ten years."""
    days = days_with_ratings_before(ratings=records.ratings, sessions=records.sessions)
    massage_days = sorted({session.moment.local_date for session in records.sessions})
    earlier = records.earlier_massages
    effect = estimate_effect(days=days, massage_days=massage_days, other_massage_days=earlier)
    around = around_massage(days=days, massage_days=massage_days, other_massage_days=earlier)
    spans: list[FlareSpan] = []
    if records.ratings:
        spans = flares_between(flares=flares, first=records.ratings[0].day, last=records.ratings[-1].day)
    return MassageFindings(
        effect=effect,
        around=around,
        immediate=_immediate(records.sessions),
        flares=flare_rates(
            flares=spans,
            compared=around.compared,
            massage_days=massage_days,
            last_day=records.ratings[-1].day if records.ratings else date.min,
        ),
        groups=_groups(
            massage_groups(sessions=records.sessions),
            effect,
            partial(_effect_of, days, massage_days, earlier),
            all_days=massage_days,
        ),
    )


def giver_findings(*, records: EffectRecords) -> list[GroupFinding]:
    """What stands beside the answer about each name that gave massages, without all the rest."""
    days = days_with_ratings_before(ratings=records.ratings, sessions=records.sessions)
    massage_days = sorted({session.moment.local_date for session in records.sessions})
    earlier = records.earlier_massages
    whole = estimate_effect(days=days, massage_days=massage_days, other_massage_days=earlier, deals=0)
    named = [session for session in records.sessions if session.content.therapist_name]
    givers = massage_groups(sessions=named)["giver"]
    effect_of = partial(_effect_of, days, massage_days, earlier)
    return _groups({"giver": givers}, whole, effect_of, all_days=massage_days)["giver"]


def flares_between(*, flares: Iterable[FlareSpan], first: date, last: date) -> list[FlareSpan]:
    """The flare-ups that touch these days, cut at them. One that goes on beyond the last day has not ended yet."""
    inside = [flare for flare in flares if flare.start <= last and (flare.last or date.max) >= first]
    cut = [replace(flare, start=max(flare.start, first)) for flare in inside]
    return [replace(flare, last=None, state="ongoing") if (flare.last or date.max) > last else flare for flare in cut]


def _immediate(sessions: Iterable[LoggedSession]) -> ImmediateChange:
    return immediate_change(ratings=[(said.pain_before, said.pain_after) for said in (s.content for s in sessions)])


def _groups(
    grouped: Mapping[GroupedBy, Iterable[MassageGroup]],
    whole: EffectEstimate,
    effect_of: Callable[[frozenset[date]], EffectEstimate],
    *,
    all_days: Collection[date],
) -> dict[GroupedBy, list[GroupFinding]]:
    # Kinds often go together: who gives which massage, where. The same days are compared once.
    effect_of = cache(effect_of)
    every_day = frozenset(all_days)

    def finding(group: MassageGroup) -> GroupFinding:
        days = frozenset(session.moment.local_date for session in group.sessions)
        enough = len(days) >= SESSIONS_NEEDED and whole.verdict != "not_enough_data"
        return GroupFinding(
            label=group.label,
            sessions=len(group.sessions),
            is_all=days == every_day,
            effect=effect_of(days) if enough and days != every_day else None,
            immediate=_immediate(group.sessions),
        )

    return {by: [finding(group) for group in groups] for by, groups in grouped.items()}


def _effect_of(
    days: Sequence[DayPain], massage_days: Collection[date], earlier: Collection[date], some: frozenset[date]
) -> EffectEstimate:
    """About some of the massage days; those of other massages are not days without one."""
    others = [day for day in massage_days if day not in some]
    return estimate_effect(days=days, massage_days=sorted(some), other_massage_days=[*others, *earlier], deals=0)

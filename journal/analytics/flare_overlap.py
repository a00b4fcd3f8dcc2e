"""Whether two flare-ups lie over each other, and what they are as one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from journal.analytics.moments import Moment
from journal.analytics.records import FlareContent, Triggered


@dataclass(frozen=True, kw_only=True)
class Told:
    """A flare-up as the person told it: its start, and the rest."""

    start: Moment
    content: FlareContent

    @property
    def last_day(self) -> date:
        """The last day it covers: without an end all that follow while it lasts, else no more than its first."""
        if self.content.end is not None:
            return self.content.end.local_date
        return date.max if self.content.origin == "declared" else self.start.local_date


def overlap(*, one: Told, other: Told) -> bool:
    """Whether they have a day in common. Where one ends on the day on which the other begins, clocks that are known
    can tell them apart."""
    first, second = sorted((one, other), key=lambda told: (told.start.local_date, told.start.occurred_at))
    if second.start.local_date != first.last_day:
        return second.start.local_date < first.last_day
    end = first.content.end
    if end is None or not (end.time_known and second.start.time_known):
        return True
    return second.start.occurred_at < end.occurred_at


def as_one(*, kept: Told, others: Sequence[Told]) -> Told:
    """One flare-up from the earliest start to the latest end, with all that was written; it lasts if one of them does.

    It stays declared or confirmed as `kept` is.
    """
    told = sorted((kept, *others), key=lambda one: (one.start.local_date, one.start.time_known, one.start.occurred_at))
    start = told[0].start
    lasts = any(one.last_day == date.max for one in told)
    ends = [one.content.end for one in told if one.content.end is not None]
    end = max(ends, key=lambda end: (end.local_date, not end.time_known, end.occurred_at), default=None)
    if lasts:
        end = None
    elif end is not None and end.occurred_at < start.occurred_at:
        # Over on its first day, at a time that is not known: noon would be too early where it started later.
        end = replace(start, time_known=False)
    content = replace(
        kept.content,
        origin="declared" if lasts else kept.content.origin,
        end=end,
        note=_joined([one.content.note for one in told]),
        helped=_joined([one.content.helped for one in told]),
        triggers=_strongest([trigger for one in told for trigger in one.content.triggers]),
    )
    return Told(start=start, content=content)


def _joined(texts: Sequence[str]) -> str:
    """Texts one below the other, each once."""
    joined: list[str] = []
    for text in texts:
        if text and not any(text in earlier for earlier in joined):
            joined.append(text)
    return "\n".join(joined)


def _strongest(triggers: Sequence[Triggered]) -> tuple[Triggered, ...]:
    """Each trigger once, with the highest rating it got."""
    ratings: dict[str, int] = {}
    for one in triggers:
        ratings[one.trigger] = max(one.rating, ratings.get(one.trigger, 0))
    return tuple(Triggered(trigger=trigger, rating=ratings[trigger]) for trigger in sorted(ratings))

"""What was felt right after a session against right before it: said as that, and never as an effect."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean


@dataclass(frozen=True, kw_only=True)
class ImmediateChange:
    """Rating right after minus right before, in points, over the sessions that have both.

    `mean` is None where there are none. Pain that is high at booking falls by itself, so this says nothing about
    what the massage did.
    """

    sessions: int
    mean: float | None
    lower: int
    same: int
    higher: int


def immediate_change(*, ratings: Iterable[tuple[float | None, float | None]]) -> ImmediateChange:
    """From the (before, after) ratings of sessions, 0-10; None where a rating is missing."""
    changes = [after - before for before, after in ratings if before is not None and after is not None]
    return ImmediateChange(
        sessions=len(changes),
        mean=fmean(changes) if changes else None,
        lower=sum(change < 0 for change in changes),
        same=sum(change == 0 for change in changes),
        higher=sum(change > 0 for change in changes),
    )

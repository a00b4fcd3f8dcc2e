"""What the diary says about massages, kept until the diary changes."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from journal.actions.flare_history import flare_history
from journal.actions.keep import kept
from journal.analytics.massage_findings import EffectRecords, MassageFindings, massage_findings
from journal.models import User
from journal.queries.massage_effect import effect_records

Draw = Callable[[MassageFindings, EffectRecords], dict[str, Any]]


def massage_effect(
    *, user: User, period: str, first: dt.date | None, last: dt.date | None, draw: Draw
) -> dict[str, Any]:
    """What `draw` makes of the findings for the diary days `first` to `last`, JSON-ready; None means no bound.

    Kept until the diary changes, one result for each name of a `period`. It depends on nothing but the diary and
    these days: a flare-up counts as it stood on the last logged day, not as it stands today.
    """

    def compute() -> dict[str, Any]:
        records = effect_records(user=user, first=first, last=last)
        compared = records.sessions and records.ratings
        history = flare_history(user=user, today=records.ratings[-1].day) if compared else None
        flares = [facts.span for facts in history.facts] if history else []
        return draw(massage_findings(records=records, flares=flares), records)

    result: dict[str, Any] = kept(user=user, name=f"massage_effect {period}", of=f"{first} {last}", compute=compute)
    return result

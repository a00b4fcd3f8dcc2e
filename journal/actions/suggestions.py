"""Suggested flare-ups of the whole diary, kept until it changes."""

import datetime as dt
from dataclasses import replace
from typing import Any

from journal.actions.keep import kept
from journal.analytics.flares import LONGEST_GAP, Flare, suggest_flares
from journal.models import FlareUp, User
from journal.queries.charts import pain_by_day


def suggested_flares(*, user: User, today: dt.date) -> list[Flare]:
    """The flare-ups that the rule finds in the whole diary, oldest first, without those that the person has already
    declared, confirmed or turned down. One query as long as the diary has not changed."""
    suggestions = kept(user=user, name="suggested_flares", compute=lambda: _computed(user))
    return [_as_of(today, suggestion) for suggestion in suggestions]


def _computed(user: User) -> list[dict[str, Any]]:
    """The suggestions as they were on the last logged day: what is kept must not depend on the date of today."""
    days = pain_by_day(user=user)
    if not days:
        return []
    settled = _decided(user)
    found = suggest_flares(days=days, today=days[-1].day)
    return [
        {
            "start": flare.start.isoformat(),
            "end": flare.end and flare.end.isoformat(),
            "last_seen": flare.last_seen.isoformat(),
            "state": flare.state,
            "peak": flare.peak,
            "usual": flare.usual,
            "rule": flare.rule,
            "last_logged": days[-1].day.isoformat(),
        }
        for flare in found
        if not any(start <= flare.last_seen and end >= flare.start for start, end in settled)
    ]


def _decided(user: User) -> list[tuple[dt.date, dt.date]]:
    """First and last day of every flare-up that the person has decided about.

    Without an end, a declared one still lasts; any other was open when the person answered the suggestion, and
    covers whichever suggestion holds its first day.
    """
    stored = FlareUp.objects.owned_by(user).values_list("origin", "local_date", "end_date")
    return [
        (start, end or (dt.date.max if origin == "declared" else start)) for origin, start, end in stored.iterator()
    ]


def _as_of(today: dt.date, kept_flare: dict[str, Any]) -> Flare:
    """Read a kept suggestion; what lasted until the last entry has an unknown end once too many days are unlogged."""
    last_logged = dt.date.fromisoformat(kept_flare["last_logged"])
    flare = Flare(
        start=dt.date.fromisoformat(kept_flare["start"]),
        end=dt.date.fromisoformat(kept_flare["end"]) if kept_flare["end"] else None,
        last_seen=dt.date.fromisoformat(kept_flare["last_seen"]),
        state=kept_flare["state"],
        peak=kept_flare["peak"],
        usual=kept_flare["usual"],
        rule=kept_flare["rule"],
    )
    if flare.state == "ongoing" and (today - last_logged).days - 1 > LONGEST_GAP:
        return replace(flare, state="end_unknown")
    return flare

"""Every flare-up of the diary, declared, confirmed and suggested, kept until the diary changes."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, replace
from typing import Any

from journal.actions.keep import kept
from journal.analytics.flare_facts import FlareFacts, FlareHistory, FlareSpan, flare_facts
from journal.analytics.flares import LONGEST_GAP, Flare, FlareState, suggest_flares
from journal.analytics.timeline import PainDay
from journal.models import User
from journal.queries.charts import pain_by_day
from journal.queries.flare_history import Decision, flares_and_massages


def flare_history(
    *, user: User, today: dt.date, pain_days: Callable[[], Sequence[PainDay]] | None = None
) -> FlareHistory:
    """All flare-ups of the diary with what there is to know about each. One query while the diary stays the same.

    `pain_days` reads the whole diary's days; a page that reads them anyway passes its own reader.
    """
    read = pain_days or (lambda: pain_by_day(user=user))
    said = kept(user=user, name="flare_history", compute=lambda: _computed(user, read()))
    last_logged = _day(said["last_logged"])
    followed = last_logged is not None and (today - last_logged).days - 1 <= LONGEST_GAP
    return FlareHistory(
        first_day=_day(said["first_day"]),
        facts=tuple(_read_facts(facts, followed) for facts in said["facts"]),
        suggested=tuple(_read_flare(flare, followed) for flare in said["suggested"]),
    )


def _computed(user: User, days: Sequence[PainDay]) -> dict[str, Any]:
    """As things stood on the last logged day: what is kept must not depend on the date of today."""
    other = flares_and_massages(user=user)
    found = suggest_flares(days=days, today=days[-1].day, rise_days=user.flare_after_days) if days else []
    suggested = [flare for flare in found if not any(_covers(decision, flare) for decision in other.decisions)]
    spans = [
        *(_decided_span(decision, found) for decision in other.decisions if decision.origin != "dismissed"),
        *(_suggested_span(flare) for flare in suggested),
    ]
    facts = [
        flare_facts(span=span, days=days, massages=other.massages)
        for span in sorted(spans, key=lambda span: span.start)
    ]
    records = [day.day for day in days[:1]] + [span.start for span in spans] + other.massages[:1]
    return {
        "first_day": _plain(min(records, default=None)),
        "last_logged": _plain(days[-1].day) if days else None,
        "facts": [_plain(asdict(one)) for one in facts],
        "suggested": [_plain(asdict(flare)) for flare in suggested],
    }


def _covers(decision: Decision, flare: Flare) -> bool:
    """Whether the person has decided about a suggestion.

    Without an end, a declared flare-up still lasts; any other was open when the person answered the suggestion, and
    covers whichever suggestion holds its first day.
    """
    end = decision.end or (dt.date.max if decision.origin == "declared" else decision.start)
    return decision.start <= flare.last_seen and end >= flare.start


def _decided_span(decision: Decision, found: Iterable[Flare]) -> FlareSpan:
    """A confirmed flare-up that has no end is followed as far as the rule follows it."""
    state: FlareState = "ended" if decision.end else "ongoing"
    last = decision.end
    if decision.origin == "confirmed" and last is None:
        flare = next((flare for flare in found if flare.covers(decision.start)), None)
        state, last = (flare.state, flare.last_seen) if flare else ("end_unknown", decision.start)
    return FlareSpan(
        start=decision.start,
        last=last,
        state=state,
        found="confirmed" if decision.origin == "confirmed" else "declared",
        rule=decision.rule,
        hours=decision.hours,
        uid=decision.uid,
    )


def _suggested_span(flare: Flare) -> FlareSpan:
    return FlareSpan(start=flare.start, last=flare.last_seen, state=flare.state, found="suggested", rule=flare.rule)


def _read_facts(said: dict[str, Any], followed: bool) -> FlareFacts:
    span = FlareSpan(
        **said["span"] | {"start": dt.date.fromisoformat(said["span"]["start"]), "last": _day(said["span"]["last"])}
    )
    # A declared flare-up that lasts has no last day; whatever the rule follows has the last one it was seen on.
    if span.state == "ongoing" and span.last is not None:
        span = replace(span, last=None) if followed else replace(span, state="end_unknown")
    return FlareFacts(**said | {"span": span})


def _read_flare(said: dict[str, Any], followed: bool) -> Flare:
    state = "end_unknown" if said["state"] == "ongoing" and not followed else said["state"]
    days = {
        "start": dt.date.fromisoformat(said["start"]),
        "end": _day(said["end"]),
        "last_seen": dt.date.fromisoformat(said["last_seen"]),
    }
    return Flare(**said | days | {"state": state})


def _day(said: str | None) -> dt.date | None:
    return dt.date.fromisoformat(said) if said else None


def _plain(value: Any) -> Any:
    """The same with dates as text, ready for JSON."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return value.isoformat() if isinstance(value, dt.date) else value

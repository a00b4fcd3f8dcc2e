"""What the start page shows of a diary, kept until it changes: it is the page that is opened most."""

import datetime as dt
from dataclasses import asdict, dataclass
from typing import Any

from journal.actions.keep import kept
from journal.actions.suggestions import suggested_flares
from journal.analytics.questionnaires import INSTRUMENTS, Instrument
from journal.analytics.wording import describe_day
from journal.models import User
from journal.queries.start import (
    ComingVisit,
    LastingFlare,
    LatestSession,
    lasting_and_coming,
    latest_means,
    latest_sessions,
    to_say,
)

STRIP_DAYS = 14
_ASKED_FOR_DAYS = 3
_SUGGESTED_FOR_DAYS = 60
_VISIT_SHOWN_DAYS_AHEAD = 7
_LOGS_FROM = dt.timedelta(days=3)  # today and yesterday, wherever on earth that is meanwhile


@dataclass(frozen=True, kw_only=True)
class StripDay:
    """One day of the strip: its date in words, the first letter of its weekday, its mean pain as a whole number, as it
    is written: templates take their time over numbers."""

    words: str
    letter: str
    mean: str | None


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """The latest suggested flare-up that is not decided; `end` is None where the diary shows no end."""

    start: dt.date
    end: dt.date | None
    last_seen: dt.date
    peak: float
    usual: float


@dataclass(frozen=True, kw_only=True)
class StartPage:
    """What the start page shows beside the scale.

    `strip` holds the last 14 diary days, oldest first; `asked` is the session whose day after is to be noted;
    `visit` is the next one, from a week before; `questions` is the questionnaire that has been due longest; `unlogged`
    is today or else yesterday where nothing is said yet about the day around the pain.
    """

    strip: tuple[StripDay, ...]
    lasting: LastingFlare | None
    asked: LatestSession | None
    suggestion: Suggestion | None
    visit: ComingVisit | None
    questions: Instrument | None
    unlogged: dt.date | None
    has_records: bool


def start_page(*, user: User, today: dt.date) -> StartPage:
    """One query while the diary stays the same, whatever its length."""
    said = kept(user=user, name="start_page", compute=lambda: _computed(user, today))
    means = {dt.date.fromisoformat(day): mean for day, mean in said["means"]}
    days = [today - dt.timedelta(days=back) for back in range(STRIP_DAYS - 1, -1, -1)]
    return StartPage(
        strip=tuple(_strip_day(day, means.get(day)) for day in days),
        lasting=LastingFlare(**_dated(said["lasting"])) if said["lasting"] else None,
        asked=_asked([LatestSession(**_dated(session)) for session in said["sessions"]], today),
        suggestion=_suggestion(said["suggestion"], today),
        visit=_visit([ComingVisit(**_dated(visit)) for visit in said["visits"]], today),
        questions=_due(said["questions"], today),
        unlogged=next((day for day in days[:-3:-1] if day.isoformat() not in said["logs"]), None),
        has_records=bool(means),
    )


def _computed(user: User, today: dt.date) -> dict[str, Any]:
    """Nothing here depends on today: of a suggestion only its state does, and that is left out; of the day logs, those
    are left out that are not asked for any more; of the visits more are kept than are to come when it is read."""
    suggested = suggested_flares(user=user, today=today)
    ahead = lasting_and_coming(user=user, since=today - dt.timedelta(days=1))
    waiting = to_say(user=user, since=today - _LOGS_FROM)
    return {
        "means": [(day.isoformat(), mean) for day, mean in latest_means(user=user)],
        "logs": [day.isoformat() for day in waiting.logged],
        "lasting": ahead.lasting and _plain(asdict(ahead.lasting)),
        "sessions": [_plain(asdict(session)) for session in latest_sessions(user=user)],
        "visits": [_plain(asdict(visit)) for visit in ahead.visits],
        "questions": [(day.isoformat(), code) for day, code in waiting.questions],
        "suggestion": _plain({name: getattr(suggested[-1], name) for name in Suggestion.__annotations__})
        if suggested
        else None,
    }


def _plain(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in said.items()}


def _dated(said: dict[str, Any]) -> dict[str, Any]:
    """What `_plain` made of a dataclass, with its dates again."""
    dates = {"day", "since", "start", "end", "last_seen"}
    return {name: dt.date.fromisoformat(value) if value and name in dates else value for name, value in said.items()}


def _strip_day(day: dt.date, mean: float | None) -> StripDay:
    return StripDay(words=describe_day(day), letter=f"{day:%A}"[0], mean=None if mean is None else str(int(mean + 0.5)))


def _asked(sessions: list[LatestSession], today: dt.date) -> LatestSession | None:
    """The latest session before today, for some days and until pain and soreness are noted or skipped."""
    latest = next((session for session in sessions if session.day < today), None)
    if latest is None or latest.is_skipped or (today - latest.day).days > _ASKED_FOR_DAYS:
        return None
    return None if latest.pain_is_noted and latest.soreness_is_noted else latest


def _due(said: list[tuple[str, str]], today: dt.date) -> Instrument | None:
    """One at most, however many are due."""
    return next((INSTRUMENTS[code] for day, code in said if dt.date.fromisoformat(day) <= today), None)


def _suggestion(said: dict[str, Any] | None, today: dt.date) -> Suggestion | None:
    suggestion = Suggestion(**_dated(said)) if said else None
    if suggestion is None or (today - suggestion.last_seen).days > _SUGGESTED_FOR_DAYS:
        return None
    return suggestion


def _visit(visits: list[ComingVisit], today: dt.date) -> ComingVisit | None:
    """The next one, today's included, from a week before."""
    coming = next((visit for visit in visits if visit.day >= today), None)
    return coming if coming and (coming.day - today).days <= _VISIT_SHOWN_DAYS_AHEAD else None

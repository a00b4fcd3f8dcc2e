"""What sessions with one therapist add up to, and the words for it."""

import datetime as dt
from decimal import Decimal
from typing import Any

from journal.analytics.effect_gate import Lack
from journal.analytics.immediate_change import immediate_change
from journal.analytics.massage_effect import EffectEstimate
from journal.analytics.massage_findings import GroupFinding
from journal.analytics.moments import moment_on_wall
from journal.analytics.records import MassageContent
from journal.analytics.sessions import LoggedSession
from journal.analytics.therapist_sessions import TherapistSessions, add_up
from journal.analytics.therapist_wording import effect_words, immediate_words, session_facts

MAY = dt.date(2026, 5, 4)


def session(days: int = 0, **said: Any) -> LoggedSession:
    moment = moment_on_wall(day=MAY + dt.timedelta(days=days), at=dt.time(18), tz="Europe/Berlin")
    return LoggedSession(moment=moment, content=MassageContent(therapist_name="Vera", **said))


def added(*sessions: LoggedSession) -> TherapistSessions:
    found = add_up(sessions=sessions)
    assert found is not None
    return found


def test_without_a_session_there_is_nothing_to_add_up() -> None:
    assert add_up(sessions=[]) is None


def test_all_that_is_said_is_added_up() -> None:
    found = added(
        session(7, minutes=60, cost=Decimal("59.50"), pain_before=6, pain_after=4),
        session(0, minutes=30, cost=Decimal(40), pain_before=5, pain_after=5),
    )

    assert session_facts(found) == [
        ("Sessions", "2"),
        ("The first", "4 May 2026"),
        ("The last", "11 May 2026"),
        ("Time", "1 h 30 min"),
        ("Cost", "99.50"),
    ]
    assert "lower in 1 and the same in 1" in immediate_words(found)


def test_what_some_do_not_say_is_said_to_be_of_the_others() -> None:
    found = added(session(0, minutes=60), session(1), session(2, cost=Decimal(0)))

    assert session_facts(found)[3:] == [("Time", "1 hour, in 1 of 3 sessions"), ("Cost", "0, in 1 of 3 sessions")]


def test_one_session_says_its_day() -> None:
    assert session_facts(added(session())) == [("Sessions", "1"), ("On", "4 May 2026")]


def finding(*, is_all: bool = False, effect: EffectEstimate | None = None) -> GroupFinding:
    return GroupFinding(label="Vera", sessions=8, is_all=is_all, effect=effect, immediate=immediate_change(ratings=[]))


def test_below_the_gate_there_is_no_verdict() -> None:
    lack = Lack(what="sessions", have=3, need=6)
    little = EffectEstimate(verdict="not_enough_data", sessions=8, sessions_usable=3, days_logged=80, missing=(lack,))

    for found in (finding(), finding(effect=little)):
        assert effect_words(found)[0] == "Not compared yet"


def test_with_all_the_sessions_theirs_is_the_answer_for_all() -> None:
    assert effect_words(finding(is_all=True))[0] == "The same answer as for all your massages"


def test_a_verdict_comes_with_its_range() -> None:
    effect = EffectEstimate(
        verdict="lower", sessions=8, sessions_usable=8, days_logged=90, change=-1.2, low=-1.9, high=-0.5
    )

    title, sentence = effect_words(finding(effect=effect))

    assert title == "Lower pain after massages"
    assert sentence.startswith("Of their sessions alone: after massages, pain")
    assert "from 1.9 to 0.5 points lower" in sentence

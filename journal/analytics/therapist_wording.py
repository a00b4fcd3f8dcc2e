"""How the sessions with one therapist went, in words. Nothing here sets one therapist beside another."""

from journal.analytics.day_wording import describe_minutes
from journal.analytics.effect_wording import effect_sentence, effect_title, immediate_sentence
from journal.analytics.massage_findings import GroupFinding
from journal.analytics.therapist_sessions import TherapistSessions
from journal.analytics.wording import describe_cost, describe_day

_TOO_FEW = (
    "Not compared yet",
    "Too few of their massage days can be compared yet. It takes six, in a diary with pain logged on most days.",
)
_ALL = (
    "The same answer as for all your massages",
    "Every massage day of your diary has a session with them.",
)


def session_facts(sessions: TherapistSessions) -> list[tuple[str, str]]:
    """(what, how much): sessions, when, minutes, cost; what no session says is left out."""
    facts = [
        ("Sessions", f"{sessions.count:,}"),
        ("The first", describe_day(sessions.first)) if sessions.count > 1 else None,
        ("The last" if sessions.count > 1 else "On", describe_day(sessions.last)),
        ("Time", _of(describe_minutes(sessions.minutes), sessions.timed, sessions.count)) if sessions.timed else None,
        ("Cost", _of(describe_cost(sessions.cost), sessions.priced, sessions.count)) if sessions.priced else None,
    ]
    return [fact for fact in facts if fact]


def immediate_words(sessions: TherapistSessions) -> str:
    """What was felt at once."""
    return immediate_sentence(sessions.immediate)


def effect_words(finding: GroupFinding) -> tuple[str, str]:
    """A title and a sentence about the comparison for their sessions alone; that there is none, where its needs are
    not met."""
    if finding.is_all:
        return _ALL
    if finding.effect is None or finding.effect.change is None:
        return _TOO_FEW
    said = effect_sentence(finding.effect)
    return effect_title(finding.effect), f"Of their sessions alone: {said[0].lower()}{said[1:]}"


def _of(amount: str, said: int, count: int) -> str:
    """`9 hours`, `420, in 7 of 9 sessions`."""
    return amount if said == count else f"{amount}, in {said:,} of {count:,} sessions"

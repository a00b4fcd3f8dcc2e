"""Visits to a doctor and the questions for them, in words."""

from datetime import date

from journal.analytics.records import QuestionContent, VisitContent

READY_QUESTIONS = {
    "effect": "My diary compares the days after a massage with days like them without one. What do you make of its "
    "answer, and should I go on?",
    "course": "What do you see in the charts of my pain, and does it change what I should do?",
    "flares": "What may set off my flare-ups, and what should I do when the next one begins?",
}
"""Questions that a page offers about what it shows, by a code that says nothing about anybody."""


def describe_visit(content: VisitContent) -> str:
    """`visit to Dr Weber: the numb foot`; "visit to a doctor" where nothing was said beside its moment."""
    visit = f"visit to {content.clinician or 'a doctor'}"
    return f"{visit}: {content.reason}" if content.reason else visit


def describe_question(content: QuestionContent) -> str:
    """`question for your doctor: May I sit?`, `question that you asked: May I sit?`."""
    return f"question {'that you asked' if content.asked else 'for your doctor'}: {content.text}"


def describe_marked(*, asked: int, reopened: int) -> str:
    """`2 questions are marked as asked. 1 question is open again.`; empty where nothing was ticked."""
    said = [(asked, "marked as asked"), (reopened, "open again")]
    return " ".join(f"{_questions(count)} {state}." for count, state in said if count)


def days_until(day: date, *, today: date) -> str:
    """`today`, `tomorrow`, `in 6 days`."""
    days = (day - today).days
    return ("today", "tomorrow")[days] if days < 2 else f"in {days} days"


def _questions(count: int) -> str:
    return "1 question is" if count == 1 else f"{count} questions are"

"""Visits to a doctor and the questions for them, in words."""

from journal.analytics.records import QuestionContent, VisitContent


def describe_visit(content: VisitContent) -> str:
    """`visit to Dr Weber: the numb foot`; "visit to a doctor" where nothing was said beside its moment."""
    visit = f"visit to {content.clinician or 'a doctor'}"
    return f"{visit}: {content.reason}" if content.reason else visit


def describe_question(content: QuestionContent) -> str:
    """`question for your doctor: May I sit?`, `question that you asked: May I sit?`."""
    return f"question {'that you asked' if content.asked else 'for your doctor'}: {content.text}"

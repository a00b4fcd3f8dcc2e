"""What is known about a therapist who was kept twice, put together."""

from journal.analytics.records import TherapistContent
from journal.analytics.therapist_questions import Ask, Tell

_BETWEEN = "\n\n"


def merged_content(*, kept: TherapistContent, gone: TherapistContent) -> TherapistContent:
    """Everything that either says, under the name of `kept`; where one line can hold only one, that of `kept`."""
    answers = {one.question: one for one in (*gone.answers, *kept.answers)}
    doctor = kept if kept.recommended_by or kept.recommended_on else gone
    return TherapistContent(
        name=kept.name,
        goal=_both(kept.goal, gone.goal),
        recommended_by=doctor.recommended_by,
        recommended_on=doctor.recommended_on,
        answers=tuple(answers[question] for question in Ask if question in answers),
        told=tuple(what for what in Tell if what in kept.told or what in gone.told),
        note=_both(kept.note, gone.note),
    )


def _both(kept: str, gone: str) -> str:
    return kept if gone in kept else _BETWEEN.join(text for text in (kept, gone) if text)

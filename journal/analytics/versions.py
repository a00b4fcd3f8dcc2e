"""Two versions of one record, side by side, field by field and in words."""

from collections.abc import Iterator
from functools import singledispatch
from typing import NamedTuple

from journal.analytics.day_wording import describe_dose, describe_minutes
from journal.analytics.moments import Moment
from journal.analytics.questionnaires import answer_facts, instrument_of
from journal.analytics.records import (
    Content,
    DayContent,
    FlareContent,
    FlareNoteContent,
    MassageContent,
    MedicineContent,
    PainContent,
    QuestionContent,
    QuestionnaireContent,
    SafetyContent,
    TherapistContent,
    VisitContent,
)
from journal.analytics.red_flags import ANSWER_WORDS, QUESTION_WORDS, Answer, Question
from journal.analytics.therapist_questions import Ask, Tell
from journal.analytics.vocabulary import PRESSURES, TRIGGER_RATINGS, Change, Goal, Lifting, Soreness, Technique, Trigger
from journal.analytics.wording import (
    describe_areas,
    describe_cost,
    describe_day,
    describe_feelings,
    describe_giver,
    describe_moment,
    describe_reasons,
    pain_number,
)


class Compared(NamedTuple):
    """One field of two versions in words; "" where it was not said."""

    label: str
    stored: str
    typed: str
    differs: bool


def compare_versions(
    *, stored: Content, stored_moment: Moment, typed: Content, typed_moment: Moment
) -> tuple[Compared, ...]:
    """Every field that at least one of two versions of a record says, in the order of its form."""
    pairs = zip(_facts(stored, stored_moment), _facts(typed, typed_moment), strict=True)
    return tuple(
        Compared(label=label, stored=before, typed=after, differs=before != after)
        for (label, before), (_, after) in pairs
        if before or after
    )


@singledispatch
def _facts(content: Content, moment: Moment) -> Iterator[tuple[str, str]]:
    raise TypeError(f"no words for {type(content).__name__}")


@_facts.register
def _(content: PainContent, moment: Moment) -> Iterator[tuple[str, str]]:
    yield "How strong", pain_number(content.intensity)
    yield "What and where", describe_feelings(content)
    yield "What may have set it off", _triggers(content)
    yield "When", describe_moment(moment)
    yield "Note", content.note


@_facts.register
def _(content: MassageContent, moment: Moment) -> Iterator[tuple[str, str]]:
    yield "When", describe_moment(moment)
    yield "Minutes", str(content.minutes or "")
    yield "Technique", Technique(content.technique).label if content.technique else ""
    yield "Pressure", dict(PRESSURES).get(content.pressure or 0, "")
    yield "Given", describe_giver(content)
    yield "Where", describe_areas(content.areas)
    yield "Goal", Goal(content.goal).label if content.goal else ""
    yield "Pain before", _rating(content.pain_before)
    yield "Pain right after", _rating(content.pain_after)
    yield "Cost", "" if content.cost is None else describe_cost(content.cost)
    yield "Pain the day after", _rating(content.pain_next_day)
    yield "Soreness the day after", Soreness(content.soreness_next_day).label if content.soreness_next_day else ""
    yield "Note", content.note


@_facts.register
def _(content: FlareContent, moment: Moment) -> Iterator[tuple[str, str]]:
    yield "Began", describe_moment(moment)
    yield "What may have set it off", _triggers(content)
    yield "Was over", describe_moment(content.end) if content.end else "not yet"
    yield "Note", content.note
    yield "What helped", content.helped


@_facts.register
def _(content: FlareNoteContent, moment: Moment) -> Iterator[tuple[str, str]]:
    yield "When", describe_moment(moment)
    yield "How it went", Change(content.change).label
    yield "Note", content.note


@_facts.register
def _(content: DayContent, moment: Moment) -> Iterator[tuple[str, str]]:
    yield "Sleep", _minutes(content.sleep_minutes)
    yield "How well you slept", _rating(content.sleep_quality)
    yield "Stress", _rating(content.stress)
    yield "Sitting", _minutes(content.sitting_minutes)
    yield "Standing", _minutes(content.standing_minutes)
    yield "Walking", _minutes(content.walking_minutes)
    yield "Lifted", Lifting(content.lifting).label if content.lifting else ""
    yield "Exercise", _minutes(content.exercise_minutes)
    yield "Core exercise", {True: "yes", False: "no", None: ""}[content.core]
    yield "Held back by pain", _rating(content.interference)
    yield "Note", content.note


@_facts.register
def _(content: MedicineContent, moment: Moment) -> Iterator[tuple[str, str]]:
    yield "Medicine", describe_dose(content)
    yield "Taken", "yes" if content.taken else "no"
    yield "When", describe_moment(moment)
    yield "Note", content.note


@_facts.register
def _(content: SafetyContent, moment: Moment) -> Iterator[tuple[str, str]]:
    yield "Shown", describe_moment(moment)
    yield "Because of", describe_reasons(content)
    for question in Question:
        answer = getattr(content, question)
        yield QUESTION_WORDS[question].capitalize(), ANSWER_WORDS[Answer(answer)] if answer else ""


@_facts.register
def _(content: VisitContent, moment: Moment) -> Iterator[tuple[str, str]]:
    yield "When", describe_moment(moment)
    yield "With", content.clinician
    yield "What for", content.reason
    yield "What was said", content.said


@_facts.register
def _(content: QuestionContent, _: Moment) -> Iterator[tuple[str, str]]:
    yield "Question", content.text
    yield "Asked", "yes" if content.asked else "no"


@_facts.register
def _(content: QuestionnaireContent, moment: Moment) -> Iterator[tuple[str, str]]:
    yield "Questions", instrument_of(content).title
    yield from answer_facts(content)
    yield "When", describe_moment(moment)


@_facts.register
def _(content: TherapistContent, _: Moment) -> Iterator[tuple[str, str]]:
    """Every question, so that two versions have the same rows."""
    answers = {one.question: one.answer for one in content.answers}
    yield "Name", content.name
    yield "What you want to achieve", content.goal
    yield "Recommended by", content.recommended_by
    yield "Recommended on", describe_day(content.recommended_on) if content.recommended_on else ""
    for question in Ask:
        yield question.label, answers.get(question, "")
    yield "Told them about", ", ".join(what.label for what in Tell if what in content.told)
    yield "Note", content.note


def _triggers(content: PainContent | FlareContent) -> str:
    """Those rated 0 too: that is an answer."""
    words = dict(TRIGGER_RATINGS)
    return ", ".join(f"{Trigger(one.trigger).label}: {words[one.rating].lower()}" for one in content.triggers)


def _minutes(minutes: int | None) -> str:
    return "" if minutes is None else describe_minutes(minutes)


def _rating(intensity: float | None) -> str:
    return "" if intensity is None else pain_number(intensity)

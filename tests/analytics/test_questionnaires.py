"""What the questionnaires ask, and what becomes of the answers."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.analytics.moments import moment_on_wall
from journal.analytics.questionnaires import INSTRUMENTS, answer_facts, score_of, ticks_of
from journal.analytics.records import QuestionnaireContent
from journal.analytics.versions import compare_versions
from journal.analytics.wording import describe_content

NOW = moment_on_wall(day=dt.date(2026, 3, 3), at=dt.time(21, 40), tz="Europe/Berlin")
RMDQ = INSTRUMENTS["rmdq"]


def answered(instrument: str, **answers: Any) -> QuestionnaireContent:
    return QuestionnaireContent(instrument=instrument, answers=answers)


def sentences(*ticked: str) -> QuestionnaireContent:
    return QuestionnaireContent(instrument="rmdq", answers=ticks_of(instrument=RMDQ, ticked=ticked))


def said(content: QuestionnaireContent) -> str:
    return describe_content(content, moment=NOW)


@pytest.mark.parametrize(
    ("answers", "score"), [((0, 0, 0), 0), ((10, 10, 10), 10), ((7, 5, 2), 14 / 3), ((1, 0, 0), 1 / 3)]
)
def test_peg_is_the_mean_of_three(answers: tuple[int, int, int], score: float) -> None:
    pain, enjoyment, activity = answers
    assert score_of(answered("peg", pain=pain, enjoyment=enjoyment, activity=activity)) == pytest.approx(score)


@given(st.sets(st.sampled_from([item.code for item in RMDQ.items])))
@settings(max_examples=20)
def test_roland_morris_counts_the_ticks(ticked: set[str]) -> None:
    assert score_of(sentences(*ticked)) == len(ticked)


def test_roland_morris_has_its_24_sentences_each_once() -> None:
    words = [item.words for item in RMDQ.items]
    assert len(set(words)) == RMDQ.most == 24
    assert all(sentence.endswith(".") and "my back" in sentence.lower() for sentence in words)


def test_the_ratings_stand_for_themselves() -> None:
    assert score_of(answered("ratings", leg=3, sitting=0)) is None


@pytest.mark.parametrize(
    "content",
    [
        answered("oswestry", pain=3),
        answered("peg"),
        answered("peg", pain=3, enjoyment=4),
        answered("peg", pain=3, enjoyment=4, activity=11),
        answered("peg", pain=3, enjoyment=4, activity=-1),
        answered("peg", pain=3, enjoyment=4, activity=4.5),
        answered("peg", pain=3, enjoyment=4, activity="4"),
        answered("peg", pain=3, enjoyment=4, activity=True),
        answered("peg", pain=3, enjoyment=4, activity=5, sleep=5),
        answered("rmdq", q1=1),
        QuestionnaireContent(instrument="rmdq", answers=ticks_of(instrument=RMDQ, ticked=()) | {"q1": 2}),
        answered("ratings"),
        answered("ratings", back=3),
    ],
    ids=str,
)
def test_answers_that_a_questionnaire_does_not_have_get_no_score(content: QuestionnaireContent) -> None:
    with pytest.raises(ValueError, match=r"question|answers"):
        score_of(content)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (answered("peg", pain=7, enjoyment=5, activity=2), "Pain, enjoyment and activity (PEG): 4.7 of 10"),
        (sentences("q1", "q24"), "Roland-Morris questionnaire: 2 of 24"),
        (sentences(), "Roland-Morris questionnaire: 0 of 24"),
        (answered("ratings", sitting=8, leg=0), "leg pain 0, sitting 8"),
    ],
)
def test_an_answered_questionnaire_as_one_line(content: QuestionnaireContent, words: str) -> None:
    assert said(content) == words


def test_two_versions_are_compared_answer_by_answer() -> None:
    before, after = sentences("q1"), sentences("q1", "q2")
    fields = compare_versions(stored=before, stored_moment=NOW, typed=after, typed_moment=NOW)

    assert [(field.label, field.typed) for field in fields if field.differs] == [(RMDQ.items[1].words, "ticked")]
    assert {field.label for field in fields} == {"Questions", "When", *(item.words for item in RMDQ.items)}


def test_what_was_left_out_has_no_words() -> None:
    assert dict(answer_facts(answered("ratings", leg=3)))["Sitting"] == ""

"""Visits and questions in words."""

import datetime as dt

import pytest

from journal.analytics.moments import moment_on_wall
from journal.analytics.records import Content, PainContent, QuestionContent, VisitContent
from journal.analytics.versions import compare_versions
from journal.analytics.visit_wording import days_until, describe_marked
from journal.analytics.wording import describe_content, describe_when

TODAY = dt.date(2026, 5, 4)
MOMENT = moment_on_wall(day=TODAY, at=dt.time(9, 30), tz="Europe/Berlin")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (VisitContent(), "visit to a doctor"),
        (VisitContent(clinician="Dr Weber", said="Long."), "visit to Dr Weber"),
        (VisitContent(reason="The foot"), "visit to a doctor: The foot"),
        (QuestionContent(text="May I swim?"), "question for your doctor: May I swim?"),
        (QuestionContent(text="May I swim?", asked=True), "question that you asked: May I swim?"),
    ],
)
def test_a_record_in_one_line(content: Content, words: str) -> None:
    assert describe_content(content, moment=MOMENT) == words


def test_when_is_said_as_far_as_it_matters() -> None:
    assert describe_when(VisitContent(), moment=MOMENT) == "4 May 2026, 09:30"
    assert describe_when(QuestionContent(text="?"), moment=MOMENT) == ""
    assert describe_when(PainContent(intensity=3), moment=MOMENT) == "09:30"


@pytest.mark.parametrize(("days", "words"), [(0, "today"), (1, "tomorrow"), (2, "in 2 days"), (40, "in 40 days")])
def test_how_long_it_is_until_then(days: int, words: str) -> None:
    assert days_until(TODAY + dt.timedelta(days=days), today=TODAY) == words


@pytest.mark.parametrize(
    ("asked", "reopened", "words"),
    [
        (0, 0, ""),
        (1, 0, "1 question is marked as asked."),
        (2, 1, "2 questions are marked as asked. 1 question is open again."),
    ],
)
def test_what_the_ticks_did(asked: int, reopened: int, words: str) -> None:
    assert describe_marked(asked=asked, reopened=reopened) == words


def test_two_versions_side_by_side() -> None:
    before, after = VisitContent(clinician="Dr Weber"), VisitContent(clinician="Dr Weber", said="Walk.")
    fields = compare_versions(stored=before, stored_moment=MOMENT, typed=after, typed_moment=MOMENT)
    assert [(field.label, field.differs) for field in fields] == [
        ("When", False),
        ("With", False),
        ("What was said", True),
    ]

    open_one, asked = QuestionContent(text="May I swim?"), QuestionContent(text="May I swim?", asked=True)
    fields = compare_versions(stored=open_one, stored_moment=MOMENT, typed=asked, typed_moment=MOMENT)
    assert [(field.label, field.stored, field.typed) for field in fields] == [
        ("Question", "May I swim?", "May I swim?"),
        ("Asked", "no", "yes"),
    ]

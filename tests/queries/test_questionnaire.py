"""Scores as plain values."""

import datetime as dt

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from journal.actions.records import delete_record
from journal.analytics.questionnaires import Answered
from journal.models import User
from journal.queries.questionnaire import scores_between
from tests import cast

DAY = dt.date(2026, 5, 4)
NEXT = dt.date(2026, 5, 5)


def test_scores_come_oldest_first_and_within_the_days_asked_for(ana: User, ben: User) -> None:
    cast.questionnaire(ana, "rmdq", on=NEXT, q1=1, q2=1)
    cast.questionnaire(ana, on=DAY, pain=7, enjoyment=5, activity=3)
    cast.questionnaire(ana, "ratings", on=DAY, at=cast.MORNING, leg=4)
    cast.questionnaire(ana, on=DAY - dt.timedelta(days=1))
    cast.questionnaire(ben, on=DAY)

    with CaptureQueriesContext(connection) as queries:
        found = scores_between(user=ana, first=DAY, last=NEXT)

    assert len(queries) == 1
    assert found[:2] == [
        Answered(day=DAY, instrument="ratings", answers={"leg": 4}, score=None),
        Answered(day=DAY, instrument="peg", answers={"pain": 7, "enjoyment": 5, "activity": 3}, score=5),
    ]
    assert [(one.day, one.instrument, one.score) for one in found[2:]] == [(NEXT, "rmdq", 2)]


def test_what_is_deleted_has_no_score(ana: User) -> None:
    response = cast.questionnaire(ana)
    delete_record(kind="questionnaire", user=ana, uid=response.uid, now=timezone.now())

    assert scores_between(user=ana) == []

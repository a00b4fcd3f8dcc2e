"""Visits to a doctor: changing one together with what was asked there, and putting a question on the list."""

import datetime as dt
import uuid
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction

from journal.actions.diary import touch_diary
from journal.actions.records import Saved, change_record, save_record
from journal.analytics.moments import Moment
from journal.analytics.records import QuestionContent, VisitContent
from journal.models import DoctorVisit, User, VisitQuestion


@dataclass(frozen=True, kw_only=True)
class ChangedVisit:
    """The visit as it stands, and how many questions were ticked as asked there or opened again."""

    visit: Any
    asked: int
    reopened: int


def change_visit(
    *,
    user: User,
    uid: uuid.UUID,
    version: int,
    content: VisitContent,
    moment: Moment,
    shown: Collection[uuid.UUID],
    asked: Collection[uuid.UUID],
    now: dt.datetime,
) -> ChangedVisit:
    """Replace what a visit says and, of the questions that its form has `shown`, tick those in `asked` as asked there;
    those that had been and no longer are become open again.

    Raises as `change_record` does, and then no question is changed either.
    """
    with transaction.atomic():
        visit = change_record(
            kind=DoctorVisit.KIND, user=user, uid=uid, version=version, content=content, moment=moment, now=now
        )
        questions = VisitQuestion.objects.owned_by(user).filter(uid__in=shown)
        to_tick = [question for question in questions if question.uid in asked and not question.asked]
        to_open = [question for question in questions if question.uid not in asked and question.visit_uid == uid]
        for question in [*to_tick, *to_open]:
            _mark(question, visit=str(uid) if question in to_tick else "", now=now)
    return ChangedVisit(visit=visit, asked=len(to_tick), reopened=len(to_open))


def ask_question(*, user: User, uid: uuid.UUID, text: str, moment: Moment, now: dt.datetime) -> Saved:
    """Put a question on the list of open ones, once: sent twice, or on the list already, it stays as it is."""
    with transaction.atomic():
        touch_diary(user=user)
        listed = VisitQuestion.objects.owned_by(user).filter(asked=False, text=text).first()
        if listed is not None:
            return Saved(record=listed, outcome="already")
        content = QuestionContent(text=text)
        return save_record(
            kind=VisitQuestion.KIND, user=user, uid=uid, content=content, moment=moment, moment_said=False, now=now
        )


def _mark(question: VisitQuestion, *, visit: str, now: dt.datetime) -> None:
    """Ticked where a visit is named, open where none is."""
    change_record(
        kind=VisitQuestion.KIND,
        user=question.user,
        uid=question.uid,
        version=question.version,
        content=replace(question.content, asked=bool(visit), visit=visit),
        moment=question.moment,
        now=now,
    )

"""Reads about questionnaires."""

import datetime as dt
import uuid
from dataclasses import dataclass

from journal.analytics.moments import Moment
from journal.analytics.questionnaires import Answered
from journal.analytics.records import QuestionnaireContent
from journal.models import QuestionnaireResponse, QuestionRhythm, User

PAGE_LENGTH = 10


@dataclass(frozen=True, kw_only=True)
class ListedResponse:
    """One line of the list of answers."""

    uid: uuid.UUID
    moment: Moment
    content: QuestionnaireContent


@dataclass(frozen=True, kw_only=True)
class ResponsePage:
    """Some answers, the newest first; `older` is the uid to pass as `before` for the next ones, None at the end."""

    rows: tuple[ListedResponse, ...]
    older: uuid.UUID | None


def scores_between(*, user: User, first: dt.date | None = None, last: dt.date | None = None) -> list[Answered]:
    """Every answered questionnaire from `first` to `last` (None: no bound), oldest first, in one query."""
    rows = (
        QuestionnaireResponse.objects.owned_by(user)
        .between(first, last)
        .order_by("local_date", "occurred_at", "pk")
        .values_list("local_date", "instrument", "answers", "score")
    )
    return [Answered(day=day, instrument=code, answers=answers, score=score) for day, code, answers, score in rows]


def response_page(*, user: User, before: uuid.UUID | None = None) -> ResponsePage:
    """The answers before one of the person's, by default the newest. Two queries at most."""
    rows = QuestionnaireResponse.objects.owned_by(user).newest_first()
    if before is not None:
        rows = rows.older_than(user=user, uid=before)
    found = list(rows[: PAGE_LENGTH + 1])
    shown = found[:PAGE_LENGTH]
    return ResponsePage(
        rows=tuple(ListedResponse(uid=row.uid, moment=row.moment, content=row.content) for row in shown),
        older=shown[-1].uid if len(found) > PAGE_LENGTH else None,
    )


def rhythms(*, user: User) -> dict[str, int]:
    """How many weeks lie between two times that a questionnaire is asked, by its code."""
    return dict(QuestionRhythm.objects.filter(user=user).values_list("instrument", "every_weeks"))

"""Reads about questionnaires."""

import datetime as dt

from journal.analytics.questionnaires import Answered
from journal.models import QuestionnaireResponse, User


def scores_between(*, user: User, first: dt.date | None = None, last: dt.date | None = None) -> list[Answered]:
    """Every answered questionnaire from `first` to `last` (None: no bound), oldest first, in one query."""
    rows = (
        QuestionnaireResponse.objects.owned_by(user)
        .between(first, last)
        .order_by("local_date", "occurred_at", "pk")
        .values_list("local_date", "instrument", "answers", "score")
    )
    return [Answered(day=day, instrument=code, answers=answers, score=score) for day, code, answers, score in rows]

"""Visits to a doctor and the questions for the next one."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from journal.models import DoctorVisit, User, VisitQuestion

PAGE_LENGTH = 20
_MOST_COMING = 50


def last_visit_day(*, user: User, today: dt.date) -> dt.date | None:
    """The day of the latest visit before today; in one query."""
    day: dt.date | None = _past(user, today).values_list("local_date", flat=True).first()
    return day


def coming_visits(*, user: User, today: dt.date) -> Any:
    """The visits from today on, the next one first."""
    coming = DoctorVisit.objects.owned_by(user).filter(local_date__gte=today)
    return coming.order_by("local_date", "occurred_at", "id")


def open_questions(*, user: User) -> tuple[str, ...]:
    """The questions that were not asked yet, the oldest first; in one query."""
    return tuple(_by_age(user).filter(asked=False).values_list("text", flat=True))


def questions_for(*, user: User, visit_uid: uuid.UUID) -> tuple[VisitQuestion, ...]:
    """The open questions and those that were asked at a visit, the oldest first; in one query."""
    return tuple(_by_age(user).filter(Q(asked=False) | Q(visit_uid=visit_uid)))


@dataclass(frozen=True, kw_only=True)
class PastVisit:
    """A visit and the questions that were asked there."""

    visit: DoctorVisit
    questions: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class VisitPage:
    """What the page of visits shows; `older` is the uid to go on from, "" on the last page."""

    coming: tuple[DoctorVisit, ...]
    questions: tuple[VisitQuestion, ...]
    past: tuple[PastVisit, ...]
    older: str

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing yet."""
        return not (self.coming or self.questions or self.past)


def visit_page(*, user: User, today: dt.date, before: uuid.UUID | None = None) -> VisitPage:
    """The visits to come with the open questions, and the past ones older than `before`, a visit of theirs."""
    past = _past(user, today)
    if before is not None:
        past = past.older_than(user=user, uid=before)
    visits = list(past[: PAGE_LENGTH + 1])
    asked = _asked_at(user, visits)
    return VisitPage(
        coming=tuple(coming_visits(user=user, today=today)[:_MOST_COMING]),
        questions=tuple(_by_age(user).filter(asked=False)),
        past=tuple(PastVisit(visit=visit, questions=tuple(asked[visit.uid])) for visit in visits[:PAGE_LENGTH]),
        older=str(visits[PAGE_LENGTH - 1].uid) if len(visits) > PAGE_LENGTH else "",
    )


def _past(user: User, today: dt.date) -> Any:
    return DoctorVisit.objects.owned_by(user).filter(local_date__lt=today).newest_first()


def _by_age(user: User) -> Any:
    return VisitQuestion.objects.owned_by(user).order_by("received_at", "id")


def _asked_at(user: User, visits: Iterable[DoctorVisit]) -> dict[uuid.UUID, list[str]]:
    found: dict[uuid.UUID, list[str]] = defaultdict(list)
    rows = _by_age(user).filter(visit_uid__in=[visit.uid for visit in visits])
    for uid, text in rows.values_list("visit_uid", "text"):
        found[uid].append(text)
    return found

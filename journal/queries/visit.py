"""Visits to a doctor and the questions for the next one."""

import datetime as dt

from journal.models import DoctorVisit, User, VisitQuestion


def last_visit_day(*, user: User, today: dt.date) -> dt.date | None:
    """The day of the latest visit before today; in one query."""
    past = DoctorVisit.objects.owned_by(user).filter(local_date__lt=today).newest_first()
    day: dt.date | None = past.values_list("local_date", flat=True).first()
    return day


def next_visit(*, user: User, today: dt.date) -> DoctorVisit | None:
    """The first visit from today on, today's included; in one query."""
    coming = DoctorVisit.objects.owned_by(user).filter(local_date__gte=today)
    visit: DoctorVisit | None = coming.order_by("local_date", "occurred_at", "id").first()
    return visit


def open_questions(*, user: User) -> tuple[str, ...]:
    """The questions that were not asked yet, the oldest first; in one query."""
    waiting = VisitQuestion.objects.owned_by(user).filter(asked=False)
    return tuple(waiting.order_by("received_at", "id").values_list("text", flat=True))

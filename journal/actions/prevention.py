"""Setting one's own goals."""

from dataclasses import asdict

from journal.analytics.prevention import Goal
from journal.models import PreventionGoal, User


def set_goal(*, user: User, goal: Goal) -> None:
    """Put these goals in the place of those before."""
    PreventionGoal.objects.update_or_create(user=user, defaults=asdict(goal))

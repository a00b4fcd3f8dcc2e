"""A diary in which the rule finds flare-ups, for the tests of what a person decides about them."""

import datetime as dt

from journal.models import User
from tests.cast import pain

DAY = dt.timedelta(days=1)
FIRST = dt.date(2026, 3, 1)
RAISED = FIRST + 14 * DAY
"""The first day of the flare-up that is found."""
LAST_RAISED = RAISED + 3 * DAY
NOON_AFTER = f"{LAST_RAISED + 5 * DAY}T12:00:00Z"
"""Some days after it, when the diary shows that it settled."""
NOON_OF_LAST_RAISED = f"{LAST_RAISED}T18:00:00Z"


def diary_with_a_flare(user: User, *, settled_days: int = 5) -> None:
    """Two weeks at 3, four days at 7, then at 3 again; without settled days the flare-up still goes on."""
    for offset, intensity in enumerate([3] * 14 + [7] * 4 + [3] * settled_days):
        pain(user, intensity, on=FIRST + offset * DAY)


def address(decision: str = "", start: dt.date = RAISED) -> str:
    return f"/flares/suggested/{start}/{decision}"

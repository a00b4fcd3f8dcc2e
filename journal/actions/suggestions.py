"""Suggested flare-ups of the whole diary."""

import datetime as dt

from journal.actions.flare_history import flare_history
from journal.analytics.flares import Flare
from journal.models import User


def suggested_flares(*, user: User, today: dt.date) -> list[Flare]:
    """The flare-ups that the rule finds in the whole diary, oldest first, without those that the person has already
    declared, confirmed or dismissed. One query as long as the diary has not changed."""
    return list(flare_history(user=user, today=today).suggested)

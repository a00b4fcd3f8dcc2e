"""Which flare-ups lie over another."""

import uuid

from journal.analytics.flare_overlap import Told, as_one, overlap
from journal.models import FlareUp, User


def told(flare: FlareUp) -> Told:
    """A stored flare-up as the person told it."""
    return Told(start=flare.moment, content=flare.content)


def overlapping_flares(*, user: User, typed: Told, but: uuid.UUID | None) -> list[FlareUp]:
    """Those that lie over `typed`, and those that would lie over all of them as one; oldest first, in one query.

    `but` is the record that is being changed.
    """
    stored = list(FlareUp.objects.accepted(user).exclude(uid=but).order_by("local_date", "occurred_at", "pk"))
    found: list[FlareUp] = []
    whole = typed
    while more := [flare for flare in stored if flare not in found and overlap(one=whole, other=told(flare))]:
        found += more
        whole = as_one(kept=typed, others=[told(flare) for flare in found])
    return sorted(found, key=stored.index)

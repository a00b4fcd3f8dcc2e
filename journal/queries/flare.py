"""The flare-ups page."""

from dataclasses import dataclass

from journal.analytics.wording import describe_flare
from journal.models import FlareUp, User

MOST_SHOWN = 100


@dataclass(frozen=True)
class ListedFlare:
    """A flare-up and its line in the list."""

    flare: FlareUp
    said: str


@dataclass(frozen=True)
class FlarePage:
    """The flare-up that lasts, if any, and the others that the person calls one, newest first.

    `left_out` is how many older ones the list does not show.
    """

    lasting: FlareUp | None
    past: tuple[ListedFlare, ...]
    left_out: int


def flare_page(*, user: User) -> FlarePage:
    """Read it in two queries, or three where there are more than are shown."""
    lasting: FlareUp | None = FlareUp.objects.lasting(user).first()
    others = FlareUp.objects.accepted(user).exclude(pk=lasting.pk if lasting else None)
    rows = list(others.newest_first()[: MOST_SHOWN + 1])
    past = tuple(ListedFlare(row, describe_flare(row.content, started=row.moment)) for row in rows[:MOST_SHOWN])
    return FlarePage(lasting=lasting, past=past, left_out=others.count() - MOST_SHOWN if len(rows) > MOST_SHOWN else 0)

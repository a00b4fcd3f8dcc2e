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
    """Read it in two queries."""
    accepted = FlareUp.objects.accepted(user)
    rows = list(accepted.newest_first()[: MOST_SHOWN + 1])
    lasting = next((row for row in rows if row.origin == "declared" and row.ended_at is None), None)
    past = tuple(
        ListedFlare(row, describe_flare(row.content, started=row.moment)) for row in rows if row is not lasting
    )
    return FlarePage(lasting=lasting, past=past[:MOST_SHOWN], left_out=max(0, accepted.count() - len(rows)))

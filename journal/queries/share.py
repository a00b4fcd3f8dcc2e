"""The links to a person's reports."""

import datetime as dt
from dataclasses import dataclass

from journal.models import ShareLink, User

_MOST_ENDED = 20


@dataclass(frozen=True, kw_only=True)
class Shares:
    """The links that work, and the latest of those that no longer do; newest first."""

    open: tuple[ShareLink, ...]
    ended: tuple[ShareLink, ...]


def shares_of(*, user: User, now: dt.datetime) -> Shares:
    """In two queries, without what the links keep."""
    links = ShareLink.objects.filter(user=user).defer("kept").order_by("-created_at", "-id")
    working = tuple(links.filter(revoked_at=None, expires_at__gt=now))
    ended = links.exclude(revoked_at=None, expires_at__gt=now)
    return Shares(open=working, ended=tuple(ended[:_MOST_ENDED]))


def open_link(*, pk: int, now: dt.datetime) -> ShareLink | None:
    """A link with its person, if it still works; in one query."""
    found: ShareLink | None = ShareLink.objects.open_at(now).select_related("user").filter(pk=pk).first()
    return found

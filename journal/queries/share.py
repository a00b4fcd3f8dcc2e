"""The links to a person's reports."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from journal.analytics.moments import moment_at
from journal.analytics.report import ReportChoices
from journal.analytics.share_wording import describe_days, describe_opened, describe_shown
from journal.analytics.wording import describe_day, describe_moment
from journal.models import ShareLink, User

_MOST_ENDED = 20


@dataclass(frozen=True, kw_only=True)
class ListedShare:
    """A link in words; `ended` is "" while it works."""

    uid: str
    days: str
    shown: str
    is_live: bool
    made: str
    until: str
    opened: str
    ended: str


@dataclass(frozen=True, kw_only=True)
class Shares:
    """The links that work, and the latest of those that no longer do; newest first."""

    working: tuple[ListedShare, ...]
    ended: tuple[ListedShare, ...]


def shares_of(*, user: User, now: dt.datetime) -> Shares:
    """In two queries, without what the links keep."""
    links: Any = ShareLink.objects.filter(user=user).defer("kept").order_by("-created_at", "-id")
    working = {"revoked_at": None, "expires_at__gt": now}
    return Shares(
        working=tuple(_listed(link, user, now) for link in links.filter(**working)),
        ended=tuple(_listed(link, user, now) for link in links.exclude(**working)[:_MOST_ENDED]),
    )


def open_link(*, pk: int, now: dt.datetime) -> ShareLink | None:
    """A link with its person, if it still works; in one query."""
    found: ShareLink | None = ShareLink.objects.open_at(now).select_related("user").filter(pk=pk).first()
    return found


def _listed(link: ShareLink, user: User, now: dt.datetime) -> ListedShare:
    def wall(instant: dt.datetime | None) -> str:
        return describe_moment(moment_at(instant=instant, tz=user.time_zone)) if instant else ""

    days, shown = _described(link)
    ended = f"withdrawn on {wall(link.revoked_at)}" if link.revoked_at else f"expired on {wall(link.expires_at)}"
    return ListedShare(
        uid=str(link.uid),
        days=days,
        shown=shown,
        is_live=link.is_live,
        made=describe_day(moment_at(instant=link.created_at, tz=user.time_zone).local_date),
        until=wall(link.expires_at),
        opened=describe_opened(link.opened, last=wall(link.last_opened_at)),
        ended="" if link.revoked_at is None and link.expires_at > now else ended,
    )


def _described(link: ShareLink) -> tuple[str, str]:
    try:
        choices = ReportChoices.from_json(link.choices)
    except (KeyError, TypeError, ValueError):
        return "a report of an earlier release", "it can no longer be shown"
    kept = (link.first, link.last) if link.first and link.last else None
    return describe_days(choices, kept=kept), describe_shown(choices)

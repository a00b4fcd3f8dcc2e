"""Sharing a report by a link: making one, withdrawing it, opening it."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import F

from journal.models import ShareLink, User

MOST_OPEN = 20
"""Links of one person that work at the same time, so that the page lists all of them."""
LISTED_FOR = dt.timedelta(days=30)


class TooManyLinks(Exception):
    """The person has `MOST_OPEN` links that work."""


@dataclass(frozen=True, kw_only=True)
class KeptReport:
    """A report and its charts, JSON-ready, and the days that they are about."""

    report: Mapping[str, Any]
    charts: Mapping[str, Any]
    first: dt.date
    last: dt.date


def create_share(
    *,
    user: User,
    uid: uuid.UUID,
    secret: str,
    choices: Mapping[str, Any],
    kept: KeptReport | None,
    days: int,
    now: dt.datetime,
) -> ShareLink:
    """Make a link that `secret` opens for some days: to the report that is `kept`, or with None to the one as it stands
    at each opening. Sent twice it is made once, and the first stays as it is. Raises TooManyLinks."""
    with transaction.atomic():
        # One at a time for each person, so that the count holds.
        User.objects.select_for_update().get(pk=user.pk)
        made: ShareLink | None = ShareLink.objects.filter(user=user, uid=uid).first()
        if made is not None:
            return made
        if ShareLink.objects.open_at(now).filter(user=user).count() >= MOST_OPEN:
            raise TooManyLinks
        link: ShareLink = ShareLink.objects.create(
            user=user,
            uid=uid,
            secret_sha256=hashed(secret),
            choices=dict(choices),
            is_live=kept is None,
            kept={"report": kept.report, "charts": kept.charts} if kept else None,
            first=kept.first if kept else None,
            last=kept.last if kept else None,
            created_at=now,
            expires_at=now + dt.timedelta(days=days),
        )
        return link


def revoke_share(*, user: User, uid: uuid.UUID, now: dt.datetime) -> ShareLink:
    """Withdraw a link: from now on it opens nothing, and what it kept is erased. Twice is once.

    Raises DoesNotExist if the person has no such link.
    """
    with transaction.atomic():
        link: ShareLink = ShareLink.objects.select_for_update().get(user=user, uid=uid)
        if link.revoked_at is None:
            link.revoked_at, link.kept = now, None
            link.save(update_fields=["revoked_at", "kept"])
        return link


def open_share(*, secret: str, now: dt.datetime) -> ShareLink | None:
    """The link that a secret opens; None for any other text.

    A secret that no longer opens anything takes the same query as one that never did.
    """
    link: ShareLink | None = ShareLink.objects.open_at(now).defer("kept").filter(secret_sha256=hashed(secret)).first()
    return link


def count_opening(*, link: ShareLink, now: dt.datetime) -> None:
    """Note that somebody saw what a link shows, once more."""
    ShareLink.objects.filter(pk=link.pk).update(opened=F("opened") + 1, last_opened_at=now)


def erase_old_shares(*, now: dt.datetime) -> None:
    """Erase what expired links kept, and after some weeks the links themselves."""
    ShareLink.objects.filter(expires_at__lte=now, kept__isnull=False).update(kept=None)
    ShareLink.objects.filter(expires_at__lte=now - LISTED_FOR).delete()


def hashed(secret: str) -> str:
    """What is stored of a secret. It is 256 random bits, so that a plain hash of it cannot be searched."""
    return sha256(secret.encode()).hexdigest()

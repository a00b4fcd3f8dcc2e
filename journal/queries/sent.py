"""What a person sent to the directory, and what became of it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

from django.core import signing
from django.db.models import Model, Q

from journal.models import ContentReport, ListingChange, Therapist, TherapistReview, User

PAGE_LENGTH = 20


@dataclass(frozen=True, kw_only=True)
class Sent:
    """One thing that was sent: `row` is a Therapist, ListingChange, TherapistReview or ContentReport."""

    kind: Literal["listing", "change", "review", "report"]
    at: dt.datetime
    row: Any

    @property
    def about(self) -> Therapist:
        """The listing that it is about."""
        if self.kind == "listing":
            about: Therapist = self.row
        elif self.kind == "report" and self.row.review_id:
            about = self.row.review.therapist
        else:
            about = self.row.therapist
        return about


_STREAMS: tuple[tuple[Literal["listing", "change", "review", "report"], type[Model], str, tuple[str, ...]], ...] = (
    ("listing", Therapist, "added_by", ()),
    ("change", ListingChange, "author", ("therapist",)),
    ("review", TherapistReview, "author", ("therapist",)),
    ("report", ContentReport, "reporter", ("therapist", "review__therapist")),
)


def sent_page(*, user: User, before: str = "") -> tuple[list[Sent], str]:
    """What they sent, the latest first, and the cursor of the page before it in time, or "". Four queries."""
    start = _position(before)
    found: list[tuple[tuple[dt.datetime, int, int], Sent]] = []
    for number, (kind, model, whose, with_it) in enumerate(_STREAMS):
        rows = model._default_manager.filter(**{whose: user}).select_related(*with_it)
        if start:
            rows = rows.filter(_earlier(start, number))
        for row in rows.order_by("-created_at", "-id")[: PAGE_LENGTH + 1]:
            at: dt.datetime = row.created_at  # type: ignore[attr-defined]
            found.append(((at, number, row.pk), Sent(kind=kind, at=at, row=row)))
    found.sort(key=lambda pair: pair[0], reverse=True)
    shown = found[:PAGE_LENGTH]
    return [sent for _, sent in shown], _cursor(shown[-1][0]) if len(found) > PAGE_LENGTH else ""


def _earlier(start: tuple[dt.datetime, int, int], number: int) -> Q:
    at, stream, pk = start
    if number == stream:
        return Q(created_at__lt=at) | Q(created_at=at, pk__lt=pk)
    return Q(created_at__lte=at) if number < stream else Q(created_at__lt=at)


def _cursor(position: tuple[dt.datetime, int, int]) -> str:
    return _signer().sign_object([position[0].isoformat(), *position[1:]])


def _position(cursor: str) -> tuple[dt.datetime, int, int] | None:
    try:
        at, stream, pk = _signer().unsign_object(cursor)
    except signing.BadSignature:
        return None
    return dt.datetime.fromisoformat(at), stream, pk


def _signer() -> signing.Signer:
    return signing.Signer(salt="directory.sent")

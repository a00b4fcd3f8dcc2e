"""What moderators decide. Each decision is made from a version: who comes second is told what the first one did."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.db import transaction

from journal.actions.audit import note_down
from journal.actions.notices import tell
from journal.actions.review_counts import recount_reviews
from journal.analytics.listing import ListingContent
from journal.analytics.moderation import LISTING_DECISIONS, NEEDS_A_REASON, REVIEW_DECISIONS, Done
from journal.analytics.therapists import (
    ChangeKind,
    ChangeState,
    ListingState,
    Reason,
    ReportState,
    ReviewState,
)
from journal.models import AuditEntry, ContentReport, ListingChange, Therapist, TherapistReview, User

_LICENCE = ("credential", "register", "licence_number")
_STATES = {
    Done.APPROVED: ListingState.PUBLISHED,
    Done.REJECTED: ListingState.REJECTED,
    Done.HIDDEN: ListingState.HIDDEN,
}
_ACCEPTED = "{what} was checked and accepted. Thank you."
_REFUSED = "{what} was checked and not accepted. {why}"
_TAKEN_OFF = "{what} was taken off the directory. {why}"
_SUBJECT = "What you sent to the directory"


class DecidedAlready(Exception):
    """Somebody else decided or changed it since the page was opened; `last` is what they did, where it is known."""

    def __init__(self, item: Any) -> None:
        super().__init__()
        about_it = AuditEntry.objects.filter(about_kind=item._meta.model_name, about=item.pk)
        self.last: AuditEntry | None = about_it.order_by("-id").first()


class NotPossible(ValueError):
    """The decision does not fit the state that the item is in, or the reason that it needs is missing."""


def decide_listing(
    *,
    listing_id: int,
    version: int,
    decision: Done,
    by: User,
    now: dt.datetime,
    reason: str = "",
    words: str = "",
    content: ListingContent | None = None,
) -> Therapist:
    """Approve, reject or take off a listing, or only change it to what `content` says.

    Raises DecidedAlready or NotPossible. The author of a new listing is told what became of it.
    """
    with transaction.atomic():
        listing: Therapist = _locked(Therapist, listing_id, version)
        _check(decision, LISTING_DECISIONS[listing.state], reason)
        was = listing.state
        _write_listing(listing, content, now)
        listing.state = _STATES.get(decision, ListingState(listing.state))
        listing.reason = reason if decision in NEEDS_A_REASON else ""
        listing.save()
        note_down(by=by, what=decision, about=listing, person=listing.added_by_id, reason=reason, words=words, now=now)
        if was == ListingState.PENDING and decision != Done.EDITED:
            _tell_author(listing.added_by, "The therapist you suggested", decision, reason)
    return listing


def decide_review(
    *, review_id: int, version: int, decision: Done, by: User, now: dt.datetime, reason: str = "", words: str = ""
) -> TherapistReview:
    """Publish a review, or not, or take it off. Raises DecidedAlready or NotPossible."""
    with transaction.atomic():
        review: TherapistReview = _locked(TherapistReview, review_id, version)
        _check(decision, REVIEW_DECISIONS[review.state], reason)
        review.state = ReviewState(_STATES[decision])
        review.reason = reason if decision in NEEDS_A_REASON else ""
        review.version += 1
        review.save(update_fields=["state", "reason", "version"])
        recount_reviews(therapist_id=review.therapist_id)
        note_down(by=by, what=decision, about=review, person=review.author_id, reason=reason, words=words, now=now)
        _tell_author(review.author, "Your review", decision, reason)
    return review


def decide_change(
    *,
    change_id: int,
    listing_version: int,
    decision: Done,
    by: User,
    now: dt.datetime,
    reason: str = "",
    words: str = "",
    content: ListingContent | None = None,
) -> ListingChange:
    """Take a suggested change into its listing, as the moderator left it in `content`, or refuse it.

    A practice that closed, or moved to where nobody knows, stays readable as closed. Raises DecidedAlready or
    NotPossible.
    """
    with transaction.atomic():
        change = ListingChange.objects.select_for_update(of=("self",)).select_related("author").get(pk=change_id)
        if change.state != ChangeState.PENDING:
            raise DecidedAlready(change)
        _check(decision, (Done.APPROVED, Done.REJECTED), reason)
        if decision == Done.APPROVED:
            listing = _locked(Therapist, change.therapist_id, listing_version)
            _write_listing(listing, content, now)
            if change.kind == ChangeKind.CLOSED or (change.kind == ChangeKind.MOVED and not change.proposed):
                listing.state = ListingState.CLOSED
            listing.save()
        change.state = ChangeState.APPROVED if decision == Done.APPROVED else ChangeState.REJECTED
        change.reason = reason if decision == Done.REJECTED else ""
        change.decided_at = now
        change.save(update_fields=["state", "reason", "decided_at"])
        note_down(by=by, what=decision, about=change, person=change.author_id, reason=reason, words=words, now=now)
        _tell_author(change.author, "The change you suggested", decision, reason)
    return change


def decide_report(
    *, report_id: int, decision: Done, by: User, now: dt.datetime, reason: str = "", words: str = ""
) -> ContentReport:
    """Close a report: nothing to change (DISMISSED), something was done (UPHELD), or what it is about is taken off now
    (HIDDEN).

    Raises DecidedAlready or NotPossible.
    """
    with transaction.atomic():
        found = ContentReport.objects.select_for_update(of=("self",)).select_related("therapist", "review")
        report = found.get(pk=report_id)
        if report.state != ReportState.OPEN:
            raise DecidedAlready(report)
        _check(decision, (Done.DISMISSED, Done.UPHELD, Done.HIDDEN), reason)
        if decision == Done.HIDDEN:
            _hide_reported(report, by, now, reason, words)
        report.state = ReportState.DISMISSED if decision == Done.DISMISSED else ReportState.UPHELD
        report.decided_at = now
        report.save(update_fields=["state", "decided_at"])
        what = Done.DISMISSED if decision == Done.DISMISSED else Done.UPHELD
        note_down(by=by, what=what, about=report, person=report.reporter_id, reason=reason, words=words, now=now)
    return report


def check_licence(
    *,
    listing_id: int,
    version: int,
    register: str,
    licence_number: str,
    checked_on: dt.date,
    by: User,
    now: dt.datetime,
    words: str = "",
) -> Therapist:
    """Note that a moderator found this licence in this register on this day. Raises DecidedAlready or NotPossible."""
    with transaction.atomic():
        listing: Therapist = _locked(Therapist, listing_id, version)
        if listing.state == ListingState.MERGED:
            raise NotPossible
        listing.register, listing.licence_number = register, licence_number
        listing.licence_checked_on, listing.licence_checked_by = checked_on, by
        _next_version(listing, now)
        listing.save()
        note_down(by=by, what=Done.CHECKED, about=listing, reason=checked_on.isoformat(), words=words, now=now)
    return listing


def set_may_publish(*, person: User, may: bool, by: User, now: dt.datetime, reason: str = "", words: str = "") -> None:
    """Suspend somebody's publishing in the directory, or allow it again; what is so already changes nothing.

    Raises NotPossible without a reason.
    """
    if not may and not reason:
        raise NotPossible
    with transaction.atomic():
        if not User.objects.filter(pk=person.pk, may_publish=not may).update(may_publish=may):
            return
        what = Done.RESTORED if may else Done.SUSPENDED
        note_down(by=by, what=what, about=person, person=person, reason=reason, words=words, now=now)
        text = (
            "You can send to the directory again."
            if may
            else f"You cannot send anything to the directory at the moment. {Reason(reason).label}"
        )
        tell(person=person, subject="The directory", text=text)


def _locked(model: Any, pk: int, version: int) -> Any:
    item = model.objects.select_for_update().get(pk=pk)
    if item.version != version:
        raise DecidedAlready(item)
    return item


def _check(decision: Done, possible: Collection[Done], reason: str) -> None:
    if decision not in possible or (decision in NEEDS_A_REASON and not reason):
        raise NotPossible


def _write_listing(listing: Therapist, content: ListingContent | None, now: dt.datetime) -> None:
    """Take the content, in memory but for the techniques. Another licence is one that nobody has checked."""
    if content is not None:
        if any(getattr(content, name) != getattr(listing, name) for name in _LICENCE):
            listing.licence_checked_on = listing.licence_checked_by = None
        listing.take(content)
        listing.save_techniques(content.techniques)
    _next_version(listing, now)


def _next_version(listing: Therapist, now: dt.datetime) -> None:
    listing.version += 1
    listing.updated_at = now


def _hide_reported(report: ContentReport, by: User, now: dt.datetime, reason: str, words: str) -> None:
    """Where it has been taken off meanwhile there is nothing left to do."""
    said: dict[str, Any] = {"decision": Done.HIDDEN, "by": by, "now": now, "reason": reason, "words": words}
    if report.review and report.review.state == ReviewState.PUBLISHED:
        decide_review(review_id=report.review.pk, version=report.review.version, **said)
    if report.therapist and Done.HIDDEN in LISTING_DECISIONS[report.therapist.state]:
        decide_listing(listing_id=report.therapist.pk, version=report.therapist.version, **said)


def _tell_author(author: User | None, what: str, decision: Done, reason: str) -> None:
    text = {Done.APPROVED: _ACCEPTED, Done.REJECTED: _REFUSED, Done.HIDDEN: _TAKEN_OFF}[decision]
    why = Reason(reason).label if reason else ""
    tell(person=author, subject=_SUBJECT, text=text.format(what=what, why=why))

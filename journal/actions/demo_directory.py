"""The demonstration directory, with everything that people send and moderators decide on."""

import datetime as dt
import uuid

from django.db import transaction

from journal.actions.listing import add_listing
from journal.actions.review_counts import recount_reviews
from journal.analytics.demo_directory import DEMO_LISTINGS, DemoListing, DemoReview
from journal.analytics.therapists import ChangeKind, ChangeState, ListingState, Reason, ReportReason, ReviewState
from journal.models import ContentReport, ListingChange, ListingMerge, Therapist, TherapistReview, User

_SPACE = uuid.UUID("5d1c7c52-6f0e-4d5c-9a55-2f2f6bb1b1a0")


def write_demo_directory(*, author: User, now: dt.datetime) -> int:
    """Store the invented listings; `author` is who suggested and reported things. The number of new listings.

    None are stored where there is any listing already: nobody looks for help among people who do not exist.
    """
    with transaction.atomic():
        if Therapist.objects.exists():
            return 0
        people = [_somebody(number) for number in range(4)]
        listings = [_write(number, demo, author, now) for number, demo in enumerate(DEMO_LISTINGS)]
        for number, (listing, demo) in enumerate(zip(listings, DEMO_LISTINGS, strict=True)):
            for person, review in zip(people, demo.reviews, strict=False):
                _review(listing, person, review, ReviewState.PUBLISHED, now - dt.timedelta(days=30 + number))
            recount_reviews(therapist_id=listing.pk)
        _send_the_rest(listings, author, people, now)
        return len(listings)


def _write(number: int, demo: DemoListing, author: User, now: dt.datetime) -> Therapist:
    made = now - dt.timedelta(days=60 - number)
    state = ListingState.PENDING if demo.state == ListingState.MERGED else demo.state
    listing = add_listing(author=author, uid=_uid(f"listing {number}"), content=demo.content, state=state, now=made)
    if demo.checked_days_ago is not None:
        listing.licence_checked_on = (now - dt.timedelta(days=demo.checked_days_ago)).date()
    if demo.state == ListingState.REJECTED:
        listing.reason = Reason.NOT_FOUND
    if demo.state == ListingState.MERGED:
        listing.state, listing.merged_into = demo.state, Therapist.objects.get(uid=_uid("listing 0"))
    listing.save()
    if listing.merged_into:
        ListingMerge.objects.create(
            kept=listing.merged_into, gone=listing, made_at=now, state_before=ListingState.PENDING
        )
    return listing


def _send_the_rest(listings: list[Therapist], author: User, people: list[User], now: dt.datetime) -> None:
    """Reviews in the other states, changes and reports, open and decided."""
    first, second, third = listings[:3]
    waiting = DemoReview(rating=4, shown_name="New here", text="Explained which muscles he works on.")
    _review(second, people[1], waiting, ReviewState.PENDING, now)
    _review(second, people[2], waiting, ReviewState.REJECTED, now, Reason.OFF_TOPIC)
    hidden = DemoReview(rating=1, shown_name="Angry", text="Sample text that a moderator took off.")
    shown = _review(third, people[3], hidden, ReviewState.HIDDEN, now, Reason.ABUSE)
    _review(third, people[0], DemoReview(rating=3, shown_name=""), ReviewState.WITHDRAWN, now)
    changes: tuple[tuple[Therapist, ChangeKind, dict[str, str], ChangeState, str], ...] = (
        (first, ChangeKind.CHANGE, {"phone": "+44 113 496 0001"}, ChangeState.PENDING, ""),
        (second, ChangeKind.MOVED, {"street": "Beispielplatz 9"}, ChangeState.PENDING, ""),
        (third, ChangeKind.CLOSED, {}, ChangeState.REJECTED, Reason.NOT_RIGHT),
        (first, ChangeKind.CHANGE, {"languages": "English, Polish"}, ChangeState.APPROVED, ""),
    )
    for number, (listing, kind, proposed, state, reason) in enumerate(changes):
        ListingChange.objects.create(
            uid=_uid(f"change {number}"),
            therapist=listing,
            author=author,
            kind=kind,
            proposed=proposed,
            state=state,
            reason=reason,
            created_at=now,
            decided_at=None if state == ChangeState.PENDING else now,
        )
    report = {"reporter": author, "created_at": now, "words": "A made-up report."}
    ContentReport.objects.create(uid=_uid("report 0"), therapist=third, reason=ReportReason.WRONG, **report)
    ContentReport.objects.create(
        uid=_uid("report 2"), therapist=first, reason=ReportReason.OTHER, state="dismissed", decided_at=now, **report
    )
    ContentReport.objects.create(
        uid=_uid("report 1"), review=shown, reason=ReportReason.ABUSE, state="upheld", decided_at=now, **report
    )


def _review(
    listing: Therapist, author: User, said: DemoReview, state: ReviewState, at: dt.datetime, reason: str = ""
) -> TherapistReview:
    review: TherapistReview = TherapistReview.objects.create(
        uid=uuid.uuid5(_SPACE, f"review {listing.uid} {author.pk}"),
        therapist=listing,
        author=author,
        rating=said.rating,
        shown_name=said.shown_name,
        text=said.text,
        state=state,
        reason=reason,
        created_at=at,
        updated_at=at,
    )
    return review


def _somebody(number: int) -> User:
    """An invented person, who cannot sign in."""
    email = f"demo-reviewer-{number}@example.org"
    return User.objects.filter(email=email).first() or User.objects.create_user(email, None)


def _uid(name: str) -> uuid.UUID:
    return uuid.uuid5(_SPACE, name)

"""Joining two listings of one therapist, and parting them again. Nothing is lost on the way."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import ForeignKey

from journal.actions.audit import note_down
from journal.actions.moderation import DecidedAlready, NotPossible
from journal.actions.notices import tell
from journal.actions.review_counts import recount_reviews
from journal.analytics.moderation import Done
from journal.analytics.therapists import ListingState, Reason, ReviewState
from journal.models import ListingMerge, ListingsApart, Therapist, TherapistReview, TherapistTechnique, User

UNDO_FOR = dt.timedelta(days=30)


def merge_listings(
    *, kept_id: int, gone_id: int, versions: tuple[int, int], by: User, now: dt.datetime, words: str = ""
) -> ListingMerge:
    """Let everything that belongs to one listing follow to the other: reviews, reports, changes, people's own links.

    Of two reviews by one author the newer published one is shown; the other stays with the joined listing.
    `versions` are those of the kept and the gone listing. Raises DecidedAlready or NotPossible.
    """
    with transaction.atomic():
        kept, gone = _locked_pair(kept_id, gone_id)
        if (kept.version, gone.version) != versions:
            raise DecidedAlready(kept if kept.version != versions[0] else gone)
        if not _can_merge(kept, gone):
            raise NotPossible
        moved = {name: _move(field, gone, kept) for name, field in _links()}
        merge = ListingMerge.objects.create(kept=kept, gone=gone, made_at=now, state_before=gone.state, moved=moved)
        gone.state, gone.merged_into = ListingState.MERGED, kept
        if merge.state_before == ListingState.PENDING:
            text = f"The therapist you suggested was checked. {Reason.DUPLICATE.label} Thank you."
            tell(person=gone.added_by, subject="What you sent to the directory", text=text)
        _save(gone, kept, now=now)
        note_down(by=by, what=Done.MERGED, about=gone, reason=str(kept.pk), words=words, now=now)
        note_down(by=by, what=Done.MERGED, about=kept, reason=str(gone.pk), words=words, now=now)
    return merge


def undo_merge(*, merge_id: int, by: User, now: dt.datetime, words: str = "") -> ListingMerge:
    """Give back to the listing that was joined what came from it and is still there. Raises NotPossible after 30 days,
    and where the listing that was kept has itself been joined with another since."""
    with transaction.atomic():
        merge = ListingMerge.objects.select_for_update().get(pk=merge_id)
        kept, gone = _locked_pair(merge.kept_id, merge.gone_id)
        if merge.undone_at or now - merge.made_at > UNDO_FOR or kept.state == ListingState.MERGED:
            raise NotPossible
        for name, field in _links():
            _move_back(field, gone, kept, merge.moved.get(name, {}))
        gone.state, gone.merged_into = ListingState(merge.state_before), None
        merge.undone_at = now
        merge.save(update_fields=["undone_at"])
        _save(gone, kept, now=now)
        note_down(by=by, what=Done.UNMERGED, about=gone, reason=str(kept.pk), words=words, now=now)
        note_down(by=by, what=Done.UNMERGED, about=kept, reason=str(gone.pk), words=words, now=now)
    return merge


def keep_apart(*, one_id: int, other_id: int, by: User, now: dt.datetime, words: str = "") -> None:
    """Note that two listings that look alike are two people: they are no possible duplicates any more. Once.

    Raises NotPossible for one and the same.
    """
    if one_id == other_id:
        raise NotPossible
    first, second = sorted((one_id, other_id))
    with transaction.atomic():
        one, other = _locked_pair(first, second)
        if not ListingsApart.objects.get_or_create(one=one, other=other)[1]:
            return
        note_down(by=by, what=Done.EDITED, about=one, reason=f"not {second}", words=words, now=now)
        note_down(by=by, what=Done.EDITED, about=other, reason=f"not {first}", words=words, now=now)


def _can_merge(kept: Therapist, gone: Therapist) -> bool:
    """What everybody could read stays readable."""
    if kept.pk == gone.pk or ListingState.MERGED in (kept.state, gone.state):
        return False
    return gone.state != ListingState.PUBLISHED or kept.state == ListingState.PUBLISHED


def _links() -> Iterator[tuple[str, Any]]:
    """(name, field) of everything that points at a listing and follows it; what says how it is does not."""
    stays = {TherapistTechnique, ListingMerge, ListingsApart}
    for model in apps.get_app_config("journal").get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, ForeignKey) and field.related_model is Therapist and model not in stays:
                yield f"{model._meta.label_lower}.{field.name}", field


def _move(field: Any, gone: Therapist, kept: Therapist) -> dict[str, Any]:
    """What was moved: the keys; of reviews also those that gave way to a newer one of their author."""
    if field.model is TherapistReview:
        return _move_reviews(gone, kept)
    rows = field.model._base_manager.filter(**{field.name: gone}).order_by("pk")
    keys = list(rows.values_list("pk", flat=True))
    field.model._base_manager.filter(pk__in=keys).update(**{field.name: kept})
    return {"keys": keys}


def _move_reviews(gone: Therapist, kept: Therapist) -> dict[str, Any]:
    there = {review.author_id: review for review in kept.reviews.select_for_update()}
    moved, swapped = [], []
    for review in gone.reviews.select_for_update().order_by("pk"):
        other = there.get(review.author_id)
        if other is None:
            moved.append(review.pk)
        elif _weight(review) > _weight(other):
            swapped.append([review.pk, other.pk])
    TherapistReview.objects.filter(pk__in=moved).update(therapist=kept)
    for pair in swapped:
        _swap(*pair, gone=gone, kept=kept)
    return {"keys": moved, "swapped": swapped}


def _weight(review: TherapistReview) -> tuple[bool, dt.datetime]:
    """Published before all others, then the newer."""
    return review.state == ReviewState.PUBLISHED, review.updated_at


def _swap(to_kept: int, to_gone: int, *, gone: Therapist, kept: Therapist) -> None:
    """Exchange the listings of two reviews of one author, of whom no listing may have two at any time.

    In between, one points nowhere: foreign keys are looked at when the transaction ends.
    """
    nowhere = 0
    for review_id, listing_id in ((to_kept, nowhere), (to_gone, gone.pk), (to_kept, kept.pk)):
        TherapistReview.objects.filter(pk=review_id).update(therapist_id=listing_id)


def _move_back(field: Any, gone: Therapist, kept: Therapist, moved: dict[str, Any]) -> None:
    rows = field.model._base_manager.filter(**{field.name: kept})
    rows.filter(pk__in=moved.get("keys", ())).update(**{field.name: gone})
    for from_gone, from_kept in moved.get("swapped", ()):
        if rows.filter(pk=from_gone).exists() and gone.reviews.filter(pk=from_kept).exists():
            _swap(from_kept, from_gone, gone=gone, kept=kept)


def _locked_pair(one: int, other: int) -> tuple[Therapist, Therapist]:
    """In one order for everybody, so that two moderators never wait for each other."""
    locked = {row.pk: row for row in Therapist.objects.select_for_update().filter(pk__in=(one, other)).order_by("pk")}
    return locked[one], locked[other]


def _save(*listings: Therapist, now: dt.datetime) -> None:
    for listing in listings:
        listing.version += 1
        listing.updated_at = now
        listing.save()
        recount_reviews(therapist_id=listing.pk)

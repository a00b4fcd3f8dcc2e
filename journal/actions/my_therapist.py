"""What a person does with their own therapists: keep one, and make one of two who are the same."""

import datetime as dt
import uuid
from typing import Any

from django.db import transaction

from journal.actions.diary import touch_diary
from journal.actions.keep import kept
from journal.actions.records import Saved, change_record, delete_record, save_record
from journal.analytics.frozen_json import to_plain
from journal.analytics.massage_findings import giver_findings
from journal.analytics.moments import Moment, moment_at
from journal.analytics.names import name_key, tidy_name
from journal.analytics.records import TherapistContent
from journal.analytics.therapist_merge import merged_content
from journal.analytics.therapist_wording import effect_words
from journal.models import MyTherapist, Therapist, TherapistName, User
from journal.queries.massage_effect import effect_records
from journal.queries.my_therapist import therapists_by_key

KIND = MyTherapist.KIND


def add_therapist(*, user: User, uid: uuid.UUID, content: TherapistContent, moment: Moment, now: dt.datetime) -> Saved:
    """Save a new therapist once. Whoever was deleted under that name comes back, saying what is said now.

    Raises IntegrityError where the name means another therapist of theirs.
    """
    with transaction.atomic():
        touch_diary(user=user)
        key = name_key(content.name)
        known = therapists_by_key(user=user, keys={key}).get(key)
        if known is not None and known.deleted_at is None and known.content == content:
            return Saved(record=known, outcome="already")
        if known is None or known.uid == uid or known.deleted_at is None:
            return save_record(
                kind=KIND, user=user, uid=uid, content=content, moment=moment, moment_said=False, now=now
            )
        back = change_record(
            kind=KIND, user=user, uid=known.uid, version=known.version, content=content, moment=known.moment, now=now
        )
        return Saved(record=back, outcome="created")


def keep_listing(*, user: User, listing: Therapist, now: dt.datetime) -> Saved:
    """Keep a therapist of the directory among one's own; whoever the name means already is the one.

    A second time keeps nothing more.
    """
    with transaction.atomic():
        touch_diary(user=user)
        key = name_key(listing.name)
        found = MyTherapist.objects.owned_by(user).filter(listing=listing).first()
        found = found or therapists_by_key(user=user, keys={key}).get(key)
        if found is not None and found.deleted_at is None:
            saved = Saved(record=found, outcome="already")
        else:
            content = found.content if found else TherapistContent(name=tidy_name(listing.name))
            moment = moment_at(instant=now, tz=user.time_zone, day_starts_at=user.day_starts_at)
            saved = add_therapist(user=user, uid=uuid.uuid4(), content=content, moment=moment, now=now)
        if saved.record.listing_id is None:
            saved.record.listing = listing
            saved.record.save(update_fields=["listing"])
        return saved


def merge_therapists(*, user: User, into: uuid.UUID, gone: uuid.UUID, now: dt.datetime) -> Any:
    """Make one of two: sessions and names of `gone` go over to `into`, which then says what both said. Its page in the
    directory goes along, unless `into` has one.

    Returns `gone`, which is deleted; undoing that takes the merge back. Raises DoesNotExist where the person has not
    both, and returns None where they are the same or one is deleted.
    """
    with transaction.atomic():
        touch_diary(user=user)
        theirs = MyTherapist.objects.filter(user=user).select_for_update()
        stays, goes = theirs.get(uid=into), theirs.get(uid=gone)
        if stays.pk == goes.pk or stays.deleted_at or goes.deleted_at:
            return None
        said = merged_content(kept=stays.content, gone=goes.content)
        change_record(kind=KIND, user=user, uid=into, version=stays.version, content=said, moment=stays.moment, now=now)
        sessions = goes.sessions.filter(user=user)
        goes.merged = {
            "into": stays.pk,
            "before": to_plain(stays.content),
            "after": to_plain(said),
            "sessions": list(sessions.values_list("pk", flat=True)),
            "names": list(goes.names.values_list("key", flat=True)),
            "listing": goes.listing_id if stays.listing_id is None else None,
        }
        goes.save(update_fields=["merged"])
        if goes.merged["listing"]:
            theirs.filter(pk=stays.pk).update(listing=goes.listing_id)
        sessions.update(therapist=stays)
        TherapistName.objects.filter(user=user, therapist=goes).update(therapist=stays)
        return delete_record(kind=KIND, user=user, uid=gone, now=now)


def therapist_effect(*, user: User, name: str) -> tuple[str, str] | None:
    """A title and a sentence about the comparison for the sessions with a therapist alone; None without a session.

    All therapists are compared at once and kept until the diary changes.
    """

    def compute() -> dict[str, Any]:
        records = effect_records(user=user)
        return {name_key(found.label): effect_words(found) for found in giver_findings(records=records)}

    found = kept(user=user, name="therapist effects", compute=compute).get(name_key(name))
    return found and (found[0], found[1])

"""From the name in a session to the person's therapist of that name, whoever typed it and however."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import replace

from journal.analytics.names import name_key, tidy_name
from journal.analytics.records import Content, MassageContent
from journal.models import MassageSession, MyTherapist, TherapistName, User
from journal.queries.my_therapist import therapists_by_key

_BATCH = 500


def as_known(*, user: User, content: Content) -> Content:
    """The content with its therapist called as they are called now: so a session that is sent again says the same."""
    if not isinstance(content, MassageContent) or not content.therapist_name:
        return content
    key = name_key(content.therapist_name)
    known = therapists_by_key(user=user, keys={key})
    return replace(content, therapist_name=known[key].name if key in known else tidy_name(content.therapist_name))


def link_therapists(*, user: User, named: Sequence[tuple[MassageSession, str]], now: dt.datetime) -> None:
    """Set the therapist of sessions, not saved yet, by name; a name that is new makes a therapist.

    One query for any number of sessions, and two more where there are new names. A therapist who was deleted comes
    back with a session that did not name them before. The caller holds the diary.
    """
    first = {name_key(name): (session, name) for session, name in reversed(named)}
    first.pop("", None)
    known = therapists_by_key(user=user, keys=set(first))
    new = {key: _new(user, *first[key], now) for key in first if key not in known}
    MyTherapist.objects.bulk_create(new.values(), batch_size=_BATCH)
    names = [TherapistName(user=user, therapist=therapist, key=key) for key, therapist in new.items()]
    TherapistName.objects.bulk_create(names, batch_size=_BATCH)
    known |= new
    wanted_again = set()
    for session, name in named:
        therapist = known.get(name_key(name))
        if therapist is not None and therapist.deleted_at and session.therapist_id != therapist.pk:
            wanted_again.add(therapist)
        session.therapist = therapist
    for therapist in wanted_again:
        _bring_back(therapist, now)


def _new(user: User, session: MassageSession, name: str, now: dt.datetime) -> MyTherapist:
    """Called as in the session that named them first."""
    made = MyTherapist(user=user, uid=uuid.uuid4(), name=tidy_name(name), received_at=now, updated_at=now)
    made.moment = session.moment
    return made


def _bring_back(therapist: MyTherapist, now: dt.datetime) -> None:
    therapist.deleted_at, therapist.updated_at = None, now
    therapist.version += 1
    therapist.save(update_fields=["deleted_at", "updated_at", "version"])

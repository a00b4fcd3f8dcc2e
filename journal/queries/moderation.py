"""The queues of the moderation desk."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Min, Q

from journal.analytics.moderation import Done, Role
from journal.analytics.therapists import ChangeState, ListingState, ReportState, ReviewState
from journal.analytics.wording import describe_day
from journal.models import (
    AuditEntry,
    ContentReport,
    ListingChange,
    ListingMerge,
    ListingsApart,
    Therapist,
    TherapistReview,
    User,
)
from journal.queries.directory import possible_duplicates

MOST_PAIRS = 100
_SEEN = (ListingState.PENDING, ListingState.PUBLISHED, ListingState.CLOSED)


@dataclass(frozen=True, kw_only=True)
class Queue:
    """What waits: its name, its model ("" for pairs), how many, and since when the oldest."""

    name: str
    model: str
    count: int
    oldest: dt.datetime | None


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """Which state of which table waits for a decision."""

    name: str
    model: Any
    state: str


WAITING = (
    Waiting(name="New listings", model=Therapist, state=ListingState.PENDING),
    Waiting(name="Changes", model=ListingChange, state=ChangeState.PENDING),
    Waiting(name="Reviews", model=TherapistReview, state=ReviewState.PENDING),
    Waiting(name="Reports", model=ContentReport, state=ReportState.OPEN),
)


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two listings that may be of one therapist; the first is the one to keep: published, checked, older."""

    kept: Therapist
    gone: Therapist


def queue_sizes() -> tuple[Queue, ...]:
    """All queues, those of possible duplicates last. Eight queries."""
    found = []
    for waiting in WAITING:
        rows = waiting.model._base_manager.filter(state=waiting.state)
        said = rows.aggregate(count=Count("pk"), oldest=Min("created_at"))
        found.append(Queue(name=waiting.name, model=waiting.model._meta.model_name, **said))
    count = len(_pair_keys())
    return (*found, Queue(name="Possible duplicates", model="", count=count, oldest=None))


def waiting_in(*, model: Any) -> int:
    """How many items of a table wait."""
    state = next(waiting.state for waiting in WAITING if waiting.model is model)
    count: int = model._base_manager.filter(state=state).count()
    return count


def next_waiting(*, model: Any, after: Any) -> int | None:
    """The key of the oldest item of a queue that comes after one just decided, else of the oldest of all."""
    states = {waiting.model: waiting.state for waiting in WAITING}
    if model not in states:
        return None
    rows = model._base_manager.filter(state=states[model]).order_by("created_at", "pk")
    later = rows.filter(Q(created_at__gt=after.created_at) | Q(created_at=after.created_at, pk__gt=after.pk))
    found: int | None = later.values_list("pk", flat=True).first() or rows.values_list("pk", flat=True).first()
    return found


def alike_pairs() -> tuple[Pair, ...]:
    """Listings with the same licence number, or the same name in the same place; at most a hundred pairs."""
    keys = _pair_keys()
    listings = Therapist.objects.in_bulk({key for pair in keys for key in pair})
    pairs = [sorted((listings[one], listings[other]), key=_worth) for one, other in keys]
    return tuple(Pair(kept=kept, gone=gone) for kept, gone in pairs)


def alike_to(*, listing: Therapist) -> Sequence[Therapist]:
    """Listings that may be of the same therapist, those to keep first."""
    found = possible_duplicates(
        name=listing.name,
        place=listing.place,
        country=listing.country,
        licence_number=listing.licence_number,
        leave_out=listing.pk,
        among=_SEEN,
        most=10,
    )
    apart = _apart()
    return sorted((other for other in found if _key_pair(listing.pk, other.pk) not in apart), key=_worth)


def history_of(*, item: Any) -> list[AuditEntry]:
    """What was done about a row, newest first; the latest fifty."""
    kind = item._meta.concrete_model._meta.model_name
    return list(AuditEntry.objects.filter(about_kind=kind, about=item.pk).order_by("-id")[:50])


def author_facts(*, person_id: int) -> dict[str, int]:
    """How much somebody sent, and what became of it."""
    reviews = TherapistReview.objects.filter(author=person_id)
    said = reviews.aggregate(
        published=Count("pk", filter=Q(state=ReviewState.PUBLISHED)),
        refused=Count("pk", filter=Q(state__in=(ReviewState.REJECTED, ReviewState.HIDDEN))),
    )
    return {
        "Listings suggested": Therapist.objects.filter(added_by=person_id).count(),
        "Reviews published": said["published"],
        "Reviews refused or taken off": said["refused"],
        "Reports sent": ContentReport.objects.filter(reporter=person_id).count(),
    }


def open_merge_of(*, listing: Therapist) -> ListingMerge | None:
    """The joining that took this listing away, if it has not been undone."""
    return ListingMerge.objects.filter(gone=listing, undone_at=None).select_related("kept").first()


def names_of_staff(*, keys: set[int]) -> dict[int, str]:
    """What to call people in the log: those on the staff by address, everybody else by number."""
    known = dict(User.objects.filter(pk__in=keys, is_staff=True).values_list("pk", "email"))
    return {key: known.get(key, f"Person {key}") for key in keys}


def role_of(*, person: User) -> str:
    """The role that somebody has on the staff, "" for none."""
    return str(person.groups.filter(name__in=list(Role)).values_list("name", flat=True).first() or "")


def second_steps(*, person: User) -> list[str]:
    """What somebody signs in with beside the password, and since when: `Passkey since 3 May 2026`."""
    names = {"totp": "App", "webauthn": "Passkey"}
    found = person.authenticator_set.filter(type__in=names).order_by("pk")  # type: ignore[attr-defined]
    return [f"{names[each.type]} since {describe_day(each.created_at)}" for each in found]


def has_second_step(*, person: User) -> bool:
    """Whether there is one that can be given; recovery codes alone are none."""
    return bool(second_steps(person=person))


def _worth(listing: Therapist) -> tuple[bool, bool, int]:
    """What is smallest should be kept."""
    return (listing.state != ListingState.PUBLISHED, listing.licence_checked_on is None, listing.pk)


def _apart() -> set[tuple[int, int]]:
    """What was found to be two people, the older first."""
    return set(ListingsApart.objects.values_list("one", "other"))


def _key_pair(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


def _pair_keys() -> list[tuple[int, int]]:
    """Of each group that says the same, each listing with the oldest that it may be. Five queries."""
    apart = _apart()
    seen = Therapist.objects.filter(state__in=_SEEN)
    numbered = seen.exclude(licence_key="")
    pairs: set[tuple[int, int]] = set()
    for rows, names in ((seen, ("name_key", "place_key")), (numbered, ("licence_key", "country"))):
        several = rows.values(*names).annotate(count=Count("pk")).filter(count__gt=1).order_by(*names)
        groups = {(one, other) for one, other, _ in several.values_list(*names, "count")[:MOST_PAIRS]}
        members: dict[tuple[str, str], list[int]] = defaultdict(list)
        found = rows.filter(**{f"{names[0]}__in": [one for one, _ in groups]}).order_by("pk")
        for one, other, key in found.values_list(*names, "pk"):
            members[one, other].append(key)
        for group in groups:
            for place, key in enumerate(members[group]):
                older = next((each for each in members[group][:place] if (each, key) not in apart), None)
                pairs |= {(older, key)} if older else set()
    return sorted(pairs)[:MOST_PAIRS]


def looked_up(*, entries: Sequence[AuditEntry]) -> list[tuple[AuditEntry, str, str]]:
    """Log entries with who did it and what it was, in words. One query."""
    names = names_of_staff(keys={entry.actor for entry in entries if entry.actor})
    return [(entry, names[entry.actor] if entry.actor else "The shell", Done(entry.what).label) for entry in entries]

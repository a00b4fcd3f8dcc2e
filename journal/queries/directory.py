"""The directory: a page of it, one listing, and listings that may be the same person.

Words are compared as the listing keeps them (`Therapist.search_text`): each word asked for has to begin one of its
words. PostgreSQL does that with an index of these words (migration 0006), SQLite by reading the column.
"""

from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import BooleanField, Exists, F, Func, Min, OuterRef, Q, Value

from journal.analytics.directory_filter import DirectoryFilter, Order
from journal.analytics.listing_alike import ListingKeys, likeness
from journal.analytics.therapists import (
    PLACE_MARK,
    Known,
    ListingState,
    listing_licence_key,
    listing_name_key,
    listing_place_key,
    plain_words,
)
from journal.analytics.town_meant import towns_meant
from journal.models import Therapist, TherapistTechnique
from journal.queries.paging import KeyPage, key_page

PAGE_LENGTH = 20
_MOST_WORDS = 8
_CANDIDATES = 200
_MOST_TOWNS = 5_000
_ORDERS = {
    Order.LICENCE: ("licence_is_checked", "review_rank", "id"),
    Order.REVIEWS: ("review_rank", "licence_is_checked", "id"),
}


def directory_page(*, wanted: DirectoryFilter, after: str = "", before: str = "") -> KeyPage:
    """Published listings that match, in the order asked for, with their techniques. Two queries."""
    rows = Therapist.objects.published().filter(*_matching(wanted)).prefetch_related("techniques")
    columns = _ORDERS[wanted.order]
    return key_page(rows=rows, columns=columns, length=PAGE_LENGTH, salt="directory.page", after=after, before=before)


def towns_like(*, wanted: DirectoryFilter) -> list[str]:
    """Towns of the directory, as they are written there, whose names are spelt nearly as the place that is wanted and
    begin with the same letter. One query, none without a place."""
    typed = listing_place_key(wanted.place)
    if not typed:
        return []
    listed = Therapist.objects.published().filter(place_key__startswith=typed[0])
    if wanted.country:
        listed = listed.filter(country=wanted.country)
    written = listed.values_list("place_key").annotate(written=Min("place")).order_by("place_key")
    known = dict(written[:_MOST_TOWNS])
    return [known[key] for key in towns_meant(typed=typed, known=known)]


def possible_duplicates(
    *,
    name: str,
    place: str,
    country: str,
    licence_number: str = "",
    leave_out: int | None = None,
    among: Iterable[ListingState] = (ListingState.PUBLISHED, ListingState.CLOSED),
    most: int = 5,
) -> list[Therapist]:
    """Listings that may be the same person, the likeliest first: by licence number, or by name and place.

    Whoever suggests a listing sees those that have a page; moderators say `among` which others to look at, and with
    `leave_out` the primary key of the listing they look at.
    """
    wanted = ListingKeys(
        name_key=listing_name_key(name),
        place_key=listing_place_key(place),
        country=country,
        licence_key=listing_licence_key(licence_number),
    )
    listed = Therapist.objects.filter(state__in=[state.value for state in among]).exclude(pk=leave_out)
    if country:
        listed = listed.filter(country=country)
    found: dict[int, Therapist] = {}
    for condition in _maybe(name, place, wanted):
        found |= {listing.pk: listing for listing in listed.filter(condition).order_by("id")[:_CANDIDATES]}
    scored = [(likeness(one=wanted, other=_keys(listing)), listing) for listing in found.values()]
    likely = sorted((pair for pair in scored if pair[0]), key=lambda pair: (-pair[0], pair[1].pk))
    return [listing for _, listing in likely[:most]]


def _maybe(name: str, place: str, wanted: ListingKeys) -> Iterable[Any]:
    """Conditions, each with an index, of which a double meets one unless its name is spelt wrong from the start."""
    if wanted.licence_key:
        yield Q(licence_key=wanted.licence_key)
    names, places = plain_words(name)[:_MOST_WORDS], plain_words(place)[:_MOST_WORDS]
    if names and places:
        yield _has_words(every=[PLACE_MARK + places[0]], one_of=names)


def _keys(listing: Therapist) -> ListingKeys:
    return ListingKeys(
        name_key=listing.name_key,
        place_key=listing.place_key,
        country=listing.country,
        licence_key=listing.licence_key,
    )


def _matching(wanted: DirectoryFilter) -> Iterable[Any]:
    words = plain_words(wanted.words)[:_MOST_WORDS]
    places = [PLACE_MARK + word for word in plain_words(wanted.place)[:_MOST_WORDS]]
    if words or places:
        yield _has_words(every=[*words, *places])
    elif wanted.words or wanted.place:  # nothing but signs: no listing has a word like that
        yield Q(pk__in=[])
    if wanted.country:
        yield Q(country=wanted.country)
    if wanted.credential:
        yield Q(credential=wanted.credential)
    if wanted.is_checked:
        yield Q(licence_is_checked=1)
    for name in ("knows_lower_back", "knows_sciatica", "insured"):
        if getattr(wanted, name):
            yield Q(**{name: Known.YES})
    if wanted.technique:
        offered = TherapistTechnique.objects.filter(therapist=OuterRef("pk"), technique=wanted.technique)
        yield Q(Exists(offered))


def _has_words(*, every: list[str], one_of: Iterable[str] = ()) -> Any:
    """Has words that begin with each of `every`, and with one of `one_of` if there are any.

    The words are letters, marks of letters and digits only (`plain_words`), and a sign before those of a place.
    """
    alternatives = list(one_of)
    if connection.vendor == "postgresql":
        said = [_begins(word) for word in every]
        said += [f"({' | '.join(_begins(word) for word in alternatives)})"] if alternatives else []
        return _Indexed(F("search_text"), Value(" & ".join(said)))
    found = Q()
    for word in every:
        found &= _is_there(word)
    some = Q()
    for word in alternatives:
        some |= _is_there(word)
    return found & some


def _begins(word: str) -> str:
    return f"'{word}':*"


def _is_there(word: str) -> Q:
    return Q(search_text__startswith=word) | Q(search_text__contains=f" {word}")


class _Indexed(Func):
    """The condition in the words of migration 0006, which the server recognises as that of its index."""

    template = "(array_to_tsvector(string_to_array(%(expressions)s::tsquery)"
    arg_joiner = ", ' ')) @@ "
    output_field = BooleanField()

"""Searching the directory, the same on both databases; pages of it; listings that may be the same person."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from journal.analytics.directory_filter import DirectoryFilter, Order
from journal.analytics.therapists import Credential, ListingState
from journal.analytics.vocabulary import Technique
from journal.models import Therapist, User
from journal.queries.directory import PAGE_LENGTH, directory_page, possible_duplicates
from tests.cast import listing, review

pytestmark = pytest.mark.django_db


def found(**wanted: Any) -> set[str]:
    return {row.name for row in directory_page(wanted=DirectoryFilter(**wanted)).rows}


@pytest.fixture
def four() -> None:
    listing(name="Zoë Müller-Groß", practice="Rücken & Co.", place="Köln", postcode="50667", country="DE")
    listing(name="Seán O’Brien", practice="Leeds Road Clinic", place="York", techniques=("thai", "sports"))
    listing(name="東京 花子", place="横浜", country="JP", insured="yes")
    listing(name="Анна Ёлкина", place="Leeds", credential="cnhc", knows_sciatica="yes", knows_lower_back="yes")


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("zoe", {"Zoë Müller-Groß"}),
        ("MULL", {"Zoë Müller-Groß"}),
        ("gross müller", {"Zoë Müller-Groß"}),
        ("rucken", {"Zoë Müller-Groß"}),
        ("obrien", {"Seán O’Brien"}),
        ("O'Brien sean", {"Seán O’Brien"}),
        ("rien", set()),
        ("花", {"東京 花子"}),
        ("елк", {"Анна Ёлкина"}),
        ("zoe brien", set()),
        ("leeds", {"Seán O’Brien", "Анна Ёлкина"}),
        ("%", set()),
        ("' OR 1=1 --", set()),
        ("_oe", set()),
        ("zoe:* | sean", set()),
        ("\x00", set()),
        ("", {"Zoë Müller-Groß", "Seán O’Brien", "東京 花子", "Анна Ёлкина"}),
    ],
)
def test_each_word_begins_a_word_of_the_listing(words: str, names: set[str], four: None) -> None:
    assert found(words=words) == names


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("leeds", {"Анна Ёлкина"}),
        ("koln", {"Zoë Müller-Groß"}),
        ("506", {"Zoë Müller-Groß"}),
        ("浜", {"東京 花子"}),
        ("zoe", set()),
        ("@leeds", {"Анна Ёлкина"}),
    ],
)
def test_a_place_is_looked_for_among_places_only(place: str, names: set[str], four: None) -> None:
    assert found(place=place) == names


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ({"technique": Technique.THAI}, {"Seán O’Brien"}),
        ({"technique": Technique.HOT_STONE}, set()),
        ({"country": "JP"}, {"東京 花子"}),
        ({"credential": Credential.CNHC}, {"Анна Ёлкина"}),
        ({"insured": True}, {"東京 花子"}),
        ({"knows_sciatica": True, "knows_lower_back": True}, {"Анна Ёлкина"}),
        ({"is_checked": True}, set()),
        ({"technique": Technique.THAI, "words": "sean", "place": "york", "country": "GB"}, {"Seán O’Brien"}),
    ],
    ids=str,
)
def test_facts_can_be_asked_for(wanted: dict[str, Any], names: set[str], four: None) -> None:
    assert found(**wanted) == names


@pytest.mark.parametrize("state", [state for state in ListingState if state not in ("published", "merged")])
def test_only_published_listings_are_found(state: ListingState) -> None:
    listing(state=state)

    assert found() == set()


def test_a_changed_name_is_found_by_its_new_words() -> None:
    one = listing(name="Vera Lang")
    one.name = "Vera Stein"
    one.save(update_fields=["name"])

    assert (found(words="lang"), found(words="stein")) == (set(), {"Vera Stein"})


def checked(one: Therapist) -> Therapist:
    one.licence_checked_on = dt.date(2026, 5, 4)
    one.save()
    return one


@pytest.mark.parametrize(
    ("order", "names"),
    [(Order.LICENCE, ["Checked", "Good", "Plain", "Bad"]), (Order.REVIEWS, ["Good", "Checked", "Plain", "Bad"])],
)
def test_what_was_checked_or_reviewed_well_comes_first(order: Order, names: list[str]) -> None:
    bad, good, plain, sure = (listing(name=name) for name in ("Bad", "Good", "Plain", "Checked"))
    checked(sure)
    for number in range(3):
        author = User.objects.create_user(f"author{number}@example.org")
        review(bad, author, rating=1)
        review(good, author, rating=5)
    review(plain, author, rating=1)  # one alone does not count

    assert [row.name for row in directory_page(wanted=DirectoryFilter(order=order)).rows] == names


@pytest.mark.parametrize("order", list(Order))
def test_page_by_page_everybody_comes_once_and_back_again(order: Order) -> None:
    for number in range(2 * PAGE_LENGTH + 5):
        one = listing(name=f"Name {number}")
        if number % 3 == 0:
            checked(one)
        Therapist.objects.filter(pk=one.pk).update(review_rank=3000 + number % 4)
    wanted, pages = DirectoryFilter(order=order), [directory_page(wanted=DirectoryFilter(order=order))]
    while pages[-1].next:
        pages.append(directory_page(wanted=wanted, after=pages[-1].next))

    assert [len(page.rows) for page in pages] == [PAGE_LENGTH, PAGE_LENGTH, 5]
    keys = [
        (row.licence_is_checked, row.review_rank, row.pk)
        if order == Order.LICENCE
        else (row.review_rank, row.licence_is_checked, row.pk)
        for page in pages
        for row in page.rows
    ]
    assert keys == sorted(keys, reverse=True)
    assert len(set(keys)) == len(keys)
    back = directory_page(wanted=wanted, before=pages[2].previous)
    assert [row.pk for row in back.rows] == [row.pk for row in pages[1].rows]
    first = directory_page(wanted=wanted, before=back.previous)
    assert ([row.pk for row in first.rows], first.previous) == ([row.pk for row in pages[0].rows], "")


@pytest.mark.parametrize("cursor", ["", "x", "a:b", "\x00", "WyJ4Il0:abc"])
def test_a_cursor_from_elsewhere_is_the_first_page(cursor: str) -> None:
    listing()

    assert len(directory_page(wanted=DirectoryFilter(), after=cursor, before=cursor).rows) == 1


def test_a_cursor_of_another_order_is_the_first_page() -> None:
    for number in range(PAGE_LENGTH + 1):
        listing(name=f"Name {number}")
    cursor = directory_page(wanted=DirectoryFilter(order=Order.REVIEWS)).next

    assert len(directory_page(wanted=DirectoryFilter(), after=cursor).rows) == PAGE_LENGTH


def test_a_page_asks_twice_however_many_there_are() -> None:
    for number in range(PAGE_LENGTH + 5):
        listing(name=f"Name {number}", techniques=("thai",))

    with CaptureQueriesContext(connection) as asked:
        directory_page(wanted=DirectoryFilter(words="name", technique=Technique.THAI))

    assert len(asked) == 2


class TestPossibleDuplicates:
    def same(self, **said: Any) -> list[str]:
        return [
            row.name for row in possible_duplicates(**{"name": "Vera Lang", "place": "Leeds", "country": "GB"} | said)
        ]

    def test_one_spelt_nearly_alike_is_found(self) -> None:
        listing(name="Vera Lange", place="Leeds")
        listing(name="Vera Stein", place="Leeds")
        listing(name="Vera Lang", place="York")

        assert self.same() == ["Vera Lange"]

    def test_the_likeliest_comes_first_and_a_licence_number_tells_most(self) -> None:
        listing(name="Vera Lange", place="Leeds")
        listing(name="Somebody", place="York", licence_number="c 1234")

        assert self.same(licence_number="C-1234") == ["Somebody", "Vera Lange"]

    def test_nothing_typed_finds_nobody(self) -> None:
        listing()

        assert self.same(name="", place="") == self.same(name="!", place="?") == []

    def test_what_others_have_suggested_is_not_given_away(self) -> None:
        listing(state="pending")

        assert self.same() == []

    def test_a_moderator_looks_among_all_but_the_listing_itself(self) -> None:
        looked_at, other = listing(state="pending"), listing(state="hidden")

        found = possible_duplicates(
            name="Vera Lang", place="Leeds", country="GB", leave_out=looked_at.pk, among=list(ListingState)
        )

        assert found == [other]

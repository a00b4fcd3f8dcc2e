"""Who may review and who is trusted; no review leads to its author."""

import datetime as dt

import pytest
from django.utils import timezone

from journal.models import User
from journal.queries.review import PAGE_LENGTH, has_session_with, is_trusted, reviews_page
from tests.cast import listing, massage, massage_by, pain, review


@pytest.mark.parametrize(
    ("days", "entries", "trusted"), [(22, 5, True), (21, 6, True), (20, 50, False), (400, 4, False), (0, 0, False)]
)
def test_somebody_is_trusted_after_three_weeks_and_five_entries(
    ana: User, days: int, entries: int, trusted: bool
) -> None:
    now = timezone.now()
    ana.date_joined = now - dt.timedelta(days=days)
    for _ in range(entries):
        pain(ana)

    assert is_trusted(user=ana, now=now) is trusted


def test_whoever_was_there_has_a_session_with_them(ana: User, ben: User) -> None:
    about, other = listing(), listing(name="Somebody Else")
    session = massage_by(ana, about)
    massage(ben, given_by="therapist", therapist_name=about.name)  # a name alone may be anybody's

    assert has_session_with(user=ana, therapist=about)
    assert not has_session_with(user=ana, therapist=other)
    assert not has_session_with(user=ben, therapist=about)
    session.deleted_at = timezone.now()
    session.save()
    assert not has_session_with(user=ana, therapist=about)


def test_deleted_entries_and_those_of_others_do_not_count(ana: User, ben: User) -> None:
    now = timezone.now()
    ana.date_joined = now - dt.timedelta(days=99)
    for _ in range(5):
        entry = pain(ana)
        pain(ben)
    entry.deleted_at = now
    entry.save()

    assert not is_trusted(user=ana, now=now)


def test_reviews_are_read_page_by_page_the_latest_written_first(db: None) -> None:
    about = listing()
    other = listing(name="Somebody Else")
    authors = [User.objects.create_user(f"author{number}@example.org") for number in range(PAGE_LENGTH + 2)]
    written = [review(about, author, shown_name=str(number)).pk for number, author in enumerate(authors)]
    review(other, authors[0])
    review(about, User.objects.create_user("waiting@example.org"), state="pending")

    first = reviews_page(therapist=about)
    second = reviews_page(therapist=about, after=first.next)

    assert [row.pk for row in [*first.rows, *second.rows]] == written[::-1]
    assert (first.previous, second.next) == ("", "")
    elsewhere = reviews_page(therapist=other, after=first.next)
    assert len(elsewhere.rows) == 1, "a cursor counts only where it was made"

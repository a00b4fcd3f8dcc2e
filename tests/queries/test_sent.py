"""What a person sent to the directory: their own things only, page by page."""

import datetime as dt
import uuid

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from journal.models import ContentReport, ListingChange, Therapist, User
from journal.queries.sent import PAGE_LENGTH, sent_page
from tests.cast import listing, review


def test_everything_comes_once_the_latest_first_also_of_one_moment(ana: User, ben: User) -> None:
    at = timezone.now()
    for number in range(PAGE_LENGTH):
        one = listing(author=ana, name=f"Name {number}")
        Therapist.objects.filter(pk=one.pk).update(created_at=at - dt.timedelta(minutes=number // 4))
        ListingChange.objects.create(
            uid=uuid.uuid4(),
            therapist=one,
            author=ana,
            kind="closed",
            created_at=at - dt.timedelta(minutes=number // 4),
        )
        review(one, ana, created_at=at)
        ContentReport.objects.create(uid=uuid.uuid4(), therapist=one, reporter=ana, reason="wrong", created_at=at)
    review(one, ben)

    sent, cursor = sent_page(user=ana)
    pages = [sent]
    while cursor:
        sent, cursor = sent_page(user=ana, before=cursor)
        pages.append(sent)

    everything = [item for page in pages for item in page]
    assert len(everything) == len({(item.kind, item.row.pk) for item in everything}) == 4 * PAGE_LENGTH
    assert [item.at for item in everything] == sorted((item.at for item in everything), reverse=True)
    assert {len(page) for page in pages} == {PAGE_LENGTH}


def test_it_asks_four_times(ana: User) -> None:
    for number in range(3):
        review(listing(author=ana, name=f"Name {number}"), ana)

    with CaptureQueriesContext(connection) as asked:
        names = [item.about.name for item in sent_page(user=ana)[0]]

    assert len(asked) == 4
    assert len(names) == 6


def test_a_cursor_from_elsewhere_is_the_first_page(ana: User) -> None:
    listing(author=ana)

    assert len(sent_page(user=ana, before="x:y")[0]) == 1

"""What a person sent, and what became of it: theirs only."""

import uuid

from django.test import Client
from django.utils import timezone

from journal.models import ContentReport, ListingChange, Therapist, User
from tests.cast import listing, review

PAGE = "/therapists/sent/"


def shown(client: Client) -> str:
    return " ".join(client.get(PAGE).text.split())


def test_nothing_sent_says_what_will_stand_here(ana_client: Client) -> None:
    assert "Nothing yet" in shown(ana_client)


def test_each_says_its_state_and_why_it_was_not_accepted(ana: User, ana_client: Client) -> None:
    now = timezone.now()
    one = listing(author=ana, name="Rejected One", state="rejected")
    Therapist.objects.filter(pk=one.pk).update(reason="not_found")
    about = listing(name="About Her")
    review(about, ana, state="rejected", reason="abuse")
    ListingChange.objects.create(uid=uuid.uuid4(), therapist=about, author=ana, kind="moved", created_at=now)
    ContentReport.objects.create(
        uid=uuid.uuid4(), therapist=about, reporter=ana, reason="advert", state="upheld", created_at=now, decided_at=now
    )

    page = shown(ana_client)

    assert "We could not find that this therapist exists." in page
    assert "It insults or accuses somebody." in page
    assert "they have moved" in page
    assert "Waiting to be checked" in page
    assert "Something was done about it" in page


def test_a_listing_without_a_page_is_no_link(ana: User, ana_client: Client) -> None:
    waiting = listing(author=ana, name="Waiting", state="pending")
    there = listing(author=ana, name="There")

    page = shown(ana_client)

    assert str(waiting.uid) not in page
    assert f"/therapists/{there.uid}/" in page


def test_nobody_elses_is_shown(ana: User, ben_client: Client) -> None:
    review(listing(author=ana, name="Hers"), ana)

    assert "Hers" not in shown(ben_client)


def test_a_review_that_was_taken_back_shows_nothing_of_it(ana: User, ana_client: Client) -> None:
    review(listing(), ana, state="withdrawn", shown_name="", rating=2)

    page = shown(ana_client)

    assert "Taken back" in page
    assert "2 of 5" not in page


def test_whoever_is_suspended_is_told(ana: User, ana_client: Client) -> None:
    User.objects.filter(pk=ana.pk).update(may_publish=False)

    assert "A moderator has ended" in shown(ana_client)


def test_older_ones_are_on_further_pages(ana: User, ana_client: Client) -> None:
    for number in range(21):
        listing(author=ana, name=f"Name {number:02}", state="pending")
    first = ana_client.get(PAGE)

    older = ana_client.get(PAGE, {"before": first.context["earlier"]})

    assert "Name 00" not in first.text
    assert "Name 00" in older.text
    assert "The latest" in older.text

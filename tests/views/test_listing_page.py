"""The page of one listing."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from journal.models import Therapist, User
from tests.cast import listing, massage_by, review
from tests.views.bad_input import MARKUP


def text(client: Client, about: Therapist) -> str:
    response = client.get(f"/therapists/{about.uid}/")
    assert response.status_code == 200
    return " ".join(response.text.split())


def test_it_says_by_what_a_licence_was_checked(ana_client: Client) -> None:
    about = listing(credential="cnhc", register="CNHC", licence_number="C-1234")
    before = text(ana_client, about)
    about.licence_checked_on = dt.date(2026, 5, 4)
    about.save()

    assert "Licence not checked by us." in before
    assert "Checked by us on 4 May 2026:</strong> Registered with the CNHC (UK), CNHC, number C-1234." in text(
        ana_client, about
    )


@pytest.mark.parametrize("state", ["pending", "rejected", "hidden"])
def test_what_is_not_published_is_not_there_not_even_for_its_author(
    state: str, ana: User, ana_client: Client, mona_client: Client
) -> None:
    about = listing(author=ana, state=state)

    for client in (ana_client, mona_client):
        assert client.get(f"/therapists/{about.uid}/").status_code == 404


def test_a_closed_practice_says_so(ana_client: Client) -> None:
    assert "has closed or moved away" in text(ana_client, listing(state="closed"))


def test_a_joined_listing_leads_to_the_other(ana_client: Client) -> None:
    into, away = listing(), listing(name="Wera Lang")
    Therapist.objects.filter(pk=away.pk).update(state="merged", merged_into=into)

    assert ana_client.get(f"/therapists/{away.uid}/")["Location"] == f"/therapists/{into.uid}/"


def test_contact_facts_are_links_and_words_in_reviews_never(ana: User, ana_client: Client) -> None:
    about = listing(phone="+44 (0)113 496-0000", email="v@example.org", website="https://example.org/massage/")
    review(about, ana, text="See https://evil.example\nor www.evil.example", shown_name="https://name.example")

    page = text(ana_client, about)

    assert 'href="tel:+441134960000"' in page
    assert 'href="mailto:v%40example.org"' in page
    assert (
        '<a href="https://example.org/massage/" rel="nofollow ugc noopener noreferrer">example.org/massage</a>' in page
    )
    assert 'href="https://evil' not in page
    assert 'href="www' not in page
    assert 'href="https://name' not in page


@pytest.mark.parametrize("website", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "ftp://a.example"])
def test_only_pages_of_the_web_become_links(website: str, ana_client: Client) -> None:
    about = listing()
    Therapist.objects.filter(pk=about.pk).update(website=website)

    assert f'href="{website}' not in text(ana_client, about)


def test_everything_is_plain_text(ana: User, ana_client: Client) -> None:
    about = listing(name=MARKUP, practice=MARKUP, street=MARKUP, languages=MARKUP, register=MARKUP, phone=MARKUP)
    review(about, ana, text=MARKUP, shown_name=MARKUP[:60])

    assert "<script>alert" not in text(ana_client, about)


def test_reviews_show_no_author_and_only_published_ones(ana: User, ben: User, ana_client: Client) -> None:
    about = listing()
    review(about, ben, text="Good hands.", shown_name="Walker")
    review(about, ana, text="Not yet.", state="pending")

    page = text(ana_client, about)

    assert "Good hands." in page
    assert "Not yet." not in page
    assert ben.email not in page
    assert "Your review: waiting to be checked" in page


def test_a_mean_is_shown_from_three_reviews_on(ana_client: Client) -> None:
    about = listing()
    for number in range(3):
        page = text(ana_client, about)
        assert "on average" not in page
        review(about, User.objects.create_user(f"author{number}@example.org"), rating=number + 2)

    assert "<strong>3.0 of 5</strong> on average, from 3 reviews." in text(ana_client, about)


def test_only_somebody_who_was_there_is_offered_to_review(ana: User, ana_client: Client, ben_client: Client) -> None:
    about = listing()
    massage_by(ana, about)

    assert "Write a review" in text(ana_client, about)
    assert "Write a review" not in text(ben_client, about)


def test_it_asks_as_often_for_one_review_as_for_a_hundred(ana_client: Client) -> None:
    about, counts = listing(techniques=("thai", "sports")), []
    for number in range(25):
        review(about, User.objects.create_user(f"author{number}@example.org"))
        if number in (0, 24):
            with CaptureQueriesContext(connection) as asked:
                text(ana_client, about)
            counts.append(len(asked))

    assert counts[0] == counts[1] <= 10

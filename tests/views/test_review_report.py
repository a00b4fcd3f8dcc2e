"""Reporting a review."""

import pytest
from django.test import Client

from journal.models import ContentReport, User
from tests.cast import listing, review
from tests.views.bad_input import MARKUP
from tests.views.page_form import PageForm


def test_the_review_is_shown_and_reported(ana: User, ben: User, ana_client: Client) -> None:
    about = review(listing(), ben, text=f"Bad words. {MARKUP}")
    page = f"/therapists/reviews/{about.uid}/report/"
    shown = ana_client.get(page).text
    assert "Bad words." in shown
    assert MARKUP not in shown

    ana_client.post(page, PageForm(shown).sent({"reason": "abuse", "words": "See its end."}))

    report = ContentReport.objects.get()
    assert (report.review, report.therapist, report.reason, report.words) == (about, None, "abuse", "See its end.")


@pytest.mark.parametrize("state", ["pending", "rejected", "hidden"])
def test_a_review_that_is_not_published_is_not_there(state: str, ben: User, ana_client: Client) -> None:
    about = review(listing(), ben, state=state)

    assert ana_client.get(f"/therapists/reviews/{about.uid}/report/").status_code == 404


def test_nor_one_of_a_listing_that_was_taken_off(ben: User, ana_client: Client) -> None:
    about = review(listing(state="hidden"), ben)

    assert ana_client.get(f"/therapists/reviews/{about.uid}/report/").status_code == 404

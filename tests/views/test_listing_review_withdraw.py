"""Taking one's review back."""

from django.test import Client

from journal.models import TherapistReview, User
from tests.cast import listing, review


def test_its_text_and_name_are_erased(ana: User, ana_client: Client) -> None:
    about = listing()
    review(about, ana, text="Private after all.")

    response = ana_client.post(f"/therapists/{about.uid}/review/withdraw/", follow=True)

    left = TherapistReview.objects.get()
    assert (left.state, left.text, left.shown_name) == ("withdrawn", "", "")
    assert "taken back" in response.text


def test_it_can_be_taken_back_from_a_listing_that_is_no_longer_shown(ana: User, ana_client: Client) -> None:
    about = listing(state="hidden")
    review(about, ana)

    ana_client.post(f"/therapists/{about.uid}/review/withdraw/")

    assert TherapistReview.objects.get().state == "withdrawn"


def test_nobody_takes_back_anothers(ana: User, ben_client: Client) -> None:
    about = listing()
    review(about, ana)

    assert ben_client.post(f"/therapists/{about.uid}/review/withdraw/").status_code == 404
    assert TherapistReview.objects.get().state == "published"

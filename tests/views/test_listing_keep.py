"""Keeping a therapist of the directory among one's own."""

import pytest
from django.test import Client

from journal.models import MyTherapist, User
from tests.cast import listing


def test_it_is_kept_once_and_leads_there(ana: User, ana_client: Client) -> None:
    about = listing()

    for _ in range(2):
        response = ana_client.post(f"/therapists/{about.uid}/keep/", follow=True)

    kept = MyTherapist.objects.get(user=ana)
    assert (kept.listing, kept.name) == (about, "Vera Lang")
    assert "is among your therapists" in response.text
    assert f"/therapists/{about.uid}/" in response.text


def test_a_second_one_of_that_name_is_not_mixed_up_with_the_first(ana: User, ana_client: Client) -> None:
    first, second = listing(), listing(place="York")
    ana_client.post(f"/therapists/{first.uid}/keep/")

    page = ana_client.post(f"/therapists/{second.uid}/keep/", follow=True).text

    assert "You keep another therapist" in page
    assert MyTherapist.objects.get(user=ana).listing == first


@pytest.mark.parametrize("state", ["pending", "hidden", "rejected"])
def test_only_listings_that_can_be_read_can_be_kept(ana_client: Client, state: str) -> None:
    assert ana_client.post(f"/therapists/{listing(state=state).uid}/keep/").status_code == 404

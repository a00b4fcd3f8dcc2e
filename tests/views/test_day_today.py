"""The way to the page of today."""

from django.test import Client

from journal.models import User
from tests.cast import today


def test_it_leads_to_the_day_that_it_is_for_the_person(ana: User, ana_client: Client) -> None:
    assert ana_client.get("/day/")["Location"] == f"/day/{today(ana)}/"


def test_it_takes_nothing(ana_client: Client) -> None:
    assert ana_client.post("/day/").status_code == 405

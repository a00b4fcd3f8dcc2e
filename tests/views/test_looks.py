"""What a person sees of those who looked at their diary."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from journal.actions.content_access import close_access, look, open_access
from journal.models import User

pytestmark = pytest.mark.django_db

NOON = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)


def test_it_says_that_nobody_did(ana_client: Client) -> None:
    assert "Nobody did" in ana_client.get("/settings/looks/").text
    assert 'href="/settings/looks/"' in ana_client.get("/settings/").text


def test_it_shows_when_why_and_every_look_in_the_persons_own_time(ana: User, ada: User, ana_client: Client) -> None:
    access = open_access(person=ana, by=ada, reason="asked", words="Wrote on Monday.", hours=2, now=NOON)
    look(access_id=access.pk, by=ada, now=NOON + dt.timedelta(minutes=5))
    look(access_id=access.pk, by=ada, now=NOON + dt.timedelta(minutes=50))
    close_access(access_id=access.pk, by=ada, now=NOON + dt.timedelta(hours=1))

    page = ana_client.get("/settings/looks/").text

    assert "1 June 2026, 14:00" in page
    assert "until 1 June 2026, 15:00" in page
    assert "Looks: 1 June, 14:50; 1 June, 14:05" in page
    assert f"administrator {ada.pk}" in page
    assert "you asked for it" in page
    assert "“Wrote on Monday.”" in page
    assert ada.email not in page


def test_it_shows_nobody_elses(ana: User, ada: User, ben_client: Client) -> None:
    open_access(person=ana, by=ada, reason="law", words="Order 12", hours=2, now=timezone.now())

    assert "Nobody did" in ben_client.get("/settings/looks/").text


def test_an_access_nobody_used_says_so(ana: User, ada: User, ana_client: Client) -> None:
    open_access(person=ana, by=ada, reason="law", words="Order 12", hours=2, now=timezone.now())

    assert "Nobody looked." in ana_client.get("/settings/looks/").text

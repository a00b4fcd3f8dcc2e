"""Withdrawing a link: at once, for good, with what it kept."""

import uuid

from django.test import Client

from journal.models import ShareLink, User
from tests.cast import share


def test_it_opens_nothing_from_now_on_and_keeps_nothing(ana: User, ana_client: Client) -> None:
    link = share(ana, "a link")
    reader = Client()
    reader.get("/s/a link/")
    assert reader.get("/shared/").status_code == 200

    page = ana_client.post(f"/report/share/{link.uid}/revoke/", follow=True)

    assert page.redirect_chain == [("/report/share/", 302)]
    assert "Withdrawn. The link shows nothing any more." in page.content.decode()
    assert ShareLink.objects.get().kept is None
    assert reader.get("/shared/").status_code == 404
    assert Client().get("/s/a link/").status_code == 404


def test_twice_is_once(ana: User, ana_client: Client) -> None:
    link = share(ana)
    ana_client.post(f"/report/share/{link.uid}/revoke/")
    first = ShareLink.objects.get().revoked_at
    ana_client.post(f"/report/share/{link.uid}/revoke/")

    assert ShareLink.objects.get().revoked_at == first


def test_one_that_never_was_is_not_found(ana_client: Client) -> None:
    assert ana_client.post(f"/report/share/{uuid.uuid4()}/revoke/").status_code == 404


def test_looking_at_the_address_withdraws_nothing(ana: User, ana_client: Client) -> None:
    link = share(ana)

    assert ana_client.get(f"/report/share/{link.uid}/revoke/").status_code == 405
    assert ShareLink.objects.get().revoked_at is None

"""People in the admin: accounts and dates, never what they log."""

import pytest
from django.test import Client
from django.urls import reverse

from journal.analytics.records import Feeling
from journal.models import User
from tests.cast import pain

pytestmark = pytest.mark.django_db


def test_it_lists_people_with_the_number_of_their_entries(ana: User, ben: User, mona_client: Client) -> None:
    pain(ana), pain(ana)
    page = mona_client.get(reverse("admin:journal_user_changelist")).content.decode()
    assert "ana@example.org" in page
    assert '<td class="field-entries">2</td>' in page
    assert '<td class="field-entries">0</td>' in page


def test_it_shows_nothing_of_what_they_log(ana: User, mona_client: Client) -> None:
    pain(ana, 7, note="canary in a note", feelings=[Feeling(quality="burning", region="calf", side="left")])
    for url in (
        reverse("admin:index"),
        reverse("admin:journal_user_changelist"),
        reverse("admin:journal_user_change", args=[ana.pk]),
        reverse("admin:journal_user_history", args=[ana.pk]),
    ):
        page = mona_client.get(url).content.decode()
        assert "canary" not in page
        assert "burning" not in page.lower()


def test_it_lets_the_staff_close_an_account_and_nothing_else(ana: User, mona_client: Client) -> None:
    url = reverse("admin:journal_user_change", args=[ana.pk])
    mona_client.post(url, {"email": "other@example.org", "time_zone": "UTC"})
    ana.refresh_from_db()
    assert (ana.email, ana.is_active) == ("ana@example.org", False)


def test_it_neither_adds_nor_deletes_people(ana: User, mona_client: Client) -> None:
    assert mona_client.get(reverse("admin:journal_user_add")).status_code == 403
    assert mona_client.post(reverse("admin:journal_user_delete", args=[ana.pk]), {"post": "yes"}).status_code == 403
    assert User.objects.filter(pk=ana.pk).exists()

"""Settings."""

import datetime as dt
from zoneinfo import available_timezones

import pytest
from django.test import Client

from journal.models import PainEntry, User
from tests.cast import pain, signed_in

pytestmark = pytest.mark.django_db

ADDRESS = "/settings/"
SENT = {
    "time_zone": "Asia/Tokyo",
    "day_starts_at": "4",
    "usual_side": "left",
    "flare_after_days": "1",
    "country": "NZ",
    "theme": "dark",
}


def test_it_saves_what_was_chosen_and_says_so(ana: User, ana_client: Client) -> None:
    response = ana_client.post(ADDRESS, SENT, follow=True)

    ana.refresh_from_db()
    saved = (ana.time_zone, ana.day_starts_at, ana.usual_side, ana.flare_after_days, ana.theme)
    assert saved == ("Asia/Tokyo", 4, "left", 1, "dark")
    assert ana.country == "NZ"
    assert response.redirect_chain == [(ADDRESS, 302)]
    assert "Your settings are saved." in response.content.decode()


def test_it_shows_what_is_set(ana: User) -> None:
    User.objects.filter(pk=ana.pk).update(day_starts_at=3, usual_side="right", theme="light")
    ana.refresh_from_db()
    page = signed_in(ana).get(ADDRESS).content.decode()

    assert '<option value="Europe/Berlin" selected>Berlin</option>' in page
    assert '<option value="3" selected>' in page
    assert 'data-theme="light"' in page
    assert '<meta name="color-scheme" content="light">' in page


def test_a_zone_that_does_not_exist_is_refused_next_to_the_field(ana: User, ana_client: Client) -> None:
    response = ana_client.post(ADDRESS, SENT | {"time_zone": "Europe/Atlantis"})
    page = response.content.decode()

    ana.refresh_from_db()
    assert response.status_code == 200
    assert 'id="id_time_zone_error" class="field-error">Choose a time zone from the list.' in page
    assert '<option value="4" selected>' in page, "what else was chosen stays"
    assert (ana.time_zone, ana.theme) == ("Europe/Berlin", "auto"), "nothing is saved by halves"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("day_starts_at", "7"),
        ("day_starts_at", "-1"),
        ("day_starts_at", "four"),
        ("theme", "pink"),
        ("flare_after_days", "3"),
        ("usual_side", "centre"),
        ("country", "DEU"),
        ("country", "de"),
        ("country", "QQ"),
        ("time_zone", ""),
        ("time_zone", "../../etc/passwd"),
        ("time_zone", "Europe/Berlin\x00"),
    ],
)
def test_what_is_not_offered_is_refused(ana: User, ana_client: Client, field: str, value: str) -> None:
    response = ana_client.post(ADDRESS, SENT | {field: value})

    ana.refresh_from_db()
    assert response.status_code == 200
    assert f'id="id_{field}_error"' in response.content.decode()
    assert ana.time_zone == "Europe/Berlin"


def test_an_old_name_of_a_zone_stays_chosen(ana: User) -> None:
    assert "Asia/Calcutta" in available_timezones()
    User.objects.filter(pk=ana.pk).update(time_zone="US/Eastern")
    ana.refresh_from_db()
    client = signed_in(ana)

    assert '<option value="US/Eastern" selected>' in client.get(ADDRESS).content.decode()
    assert client.post(ADDRESS, SENT | {"time_zone": "US/Eastern"}).status_code == 302


def test_moving_to_another_zone_moves_no_day(ana: User, ana_client: Client) -> None:
    entry = pain(ana, on=dt.date(2026, 3, 4), at=dt.time(23, 50))
    ana_client.post(ADDRESS, SENT)

    kept = PainEntry.objects.get(pk=entry.pk)
    assert kept.local_date == dt.date(2026, 3, 4)
    assert kept.moment == entry.moment
    assert kept.version == entry.version


def test_the_country_is_that_of_the_zone_unless_another_is_chosen(ana_client: Client, ben: User) -> None:
    User.objects.filter(pk=ben.pk).update(time_zone="UTC")
    ben.refresh_from_db()

    assert '<option value="" selected>Germany, by the time zone</option>' in ana_client.get(ADDRESS).text
    assert '<option value="" selected>By the time zone</option>' in signed_in(ben).get(ADDRESS).text


@pytest.mark.parametrize("country", ["", "ZZ", "GB"])
def test_any_listed_country_can_be_chosen_and_none(ana: User, ana_client: Client, country: str) -> None:
    assert ana_client.post(ADDRESS, SENT | {"country": country}).status_code == 302

    ana.refresh_from_db()
    assert ana.country == country


def test_sending_it_twice_changes_nothing_more(ana: User, ana_client: Client) -> None:
    ana_client.post(ADDRESS, SENT)
    first = User.objects.filter(pk=ana.pk).values().get()
    ana_client.post(ADDRESS, SENT)

    assert User.objects.filter(pk=ana.pk).values().get() == first


def test_it_changes_nobody_else(ana: User, ben: User) -> None:
    signed_in(ben).post(ADDRESS, SENT)

    ana.refresh_from_db()
    assert ana.time_zone == "Europe/Berlin"


def test_it_leads_to_everything_about_the_account(ana_client: Client) -> None:
    page = ana_client.get(ADDRESS).content.decode()

    for address in ("/accounts/email/", "/accounts/password/change/"):
        assert f'href="{address}"' in page
    assert page.count('action="/accounts/logout/"') == 2  # in the menu, and here

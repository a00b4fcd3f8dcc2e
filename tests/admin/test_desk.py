"""Who is let in to the desk, and what it shows first."""

import datetime as dt

import pytest
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from journal.models import User
from tests.cast import at_the_desk, signed_in, with_app
from tests.desk import listing, queues
from tests.signing import PASSWORD

pytestmark = pytest.mark.django_db


def test_somebody_without_a_second_factor_is_sent_to_set_one_up(mona: User) -> None:
    Authenticator.objects.all().delete()
    client = signed_in(mona)

    answer = client.get("/admin/", follow=True)

    assert answer.redirect_chain[-1][0] == "/accounts/2fa/"
    assert "no second step for signing in" in answer.text


@pytest.mark.parametrize(
    "name", ["mfa_activate_totp", "mfa_add_webauthn", "mfa_view_recovery_codes", "mfa_generate_recovery_codes"]
)
def test_a_thief_with_the_password_of_somebody_on_the_staff_makes_no_second_step(name: str, mona: User) -> None:
    """Neither where there is none yet, nor beside the one that there is, in a session of before."""
    mona.set_password(PASSWORD)
    mona.save()
    client = signed_in(mona)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})

    for method in (client.get, client.post):
        assert method(reverse(name))["Location"].startswith("/accounts/2fa/reauthenticate/")
    Authenticator.objects.all().delete()
    for method in (client.get, client.post):
        assert method(reverse(name))["Location"] == "/accounts/2fa/"
    assert not Authenticator.objects.exists()


def test_staff_who_gave_it_change_it(mona: User) -> None:
    mona.set_password(PASSWORD)
    mona.save()
    client = at_the_desk(mona)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})

    assert client.get(reverse("mfa_add_webauthn")).status_code == 200


def test_a_session_from_before_has_to_give_it(mona: User) -> None:
    client = signed_in(mona)
    with_app(mona)

    assert client.get("/admin/login/?next=/admin/")["Location"] == "/accounts/2fa/reauthenticate/?next=%2Fadmin%2F"
    assert client.get("/admin/").status_code == 302


def test_a_factor_that_was_taken_off_opens_nothing_any_more(mona: User) -> None:
    client = at_the_desk(mona)
    assert client.get("/admin/").status_code == 200
    Authenticator.objects.all().delete()

    assert client.get("/admin/").status_code == 302


def test_it_is_asked_for_again_after_a_shift(mona: User) -> None:
    client = at_the_desk(mona)
    session = client.session
    session["account_authentication_methods"][0]["at"] -= dt.timedelta(hours=13).total_seconds()
    session.save()

    assert client.get("/admin/").status_code == 302


def test_the_second_factor_of_somebody_else_does_not_count(mona: User, ada: User) -> None:
    client = at_the_desk(mona)
    Authenticator.objects.filter(user=ada).delete()
    Authenticator.objects.update(user=ada)

    assert client.get("/admin/").status_code == 302


def test_signing_in_leads_only_to_this_site(mona: User) -> None:
    client = at_the_desk(mona)

    assert client.get("/admin/login/?next=https://elsewhere.example/")["Location"] == "/admin/"


def test_a_person_who_is_not_staff_stays_out_with_a_second_factor_too(ana: User) -> None:
    client = at_the_desk(ana)

    assert client.get("/admin/login/").status_code == 403


def test_it_shows_what_this_product_made_for_it_and_nothing_else() -> None:
    assert {model._meta.app_label for model in admin.site._registry} == {"journal"}


def test_the_first_page_counts_what_waits_in_few_queries(
    ana: User, mona_client: Client, django_assert_max_num_queries: object
) -> None:
    queues(ana, each=3)
    for number in range(5):
        listing(f"Jo Twin {number}", state="published"), listing(f"Jo Twin {number}", state="published")
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        page = mona_client.get("/admin/").text

    assert page.count('<span class="desk-count">3</span>') == 4
    assert '<span class="desk-count">5</span>' in page
    assert "New listings" in page
    assert "since" in page


def test_passwords_are_changed_where_tries_are_limited(mona_client: Client) -> None:
    assert mona_client.get(reverse("admin:password_change"))["Location"] == "/accounts/password/change/"

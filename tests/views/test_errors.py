"""Pages for requests that cannot be answered."""

import pytest
from django.test import Client, RequestFactory
from pytest_django import Settings

from journal.models import User
from journal.views.errors import bad_request, permission_denied, server_error


@pytest.mark.django_db
def test_a_missing_page_says_so_and_leads_on(client: Client) -> None:
    response = client.get("/nothing-here/")
    page = response.content.decode()

    assert response.status_code == 404
    assert "There is nothing here" in page
    assert 'href="/"' in page


@pytest.mark.django_db
def test_a_missing_page_keeps_the_bar_for_somebody_signed_in(ana_client: Client) -> None:
    assert 'class="bar"' in ana_client.get("/nothing-here/").content.decode()


def test_a_closed_page_says_what_to_do() -> None:
    answer = permission_denied(RequestFactory().get("/"))

    assert answer.status_code == 403
    assert "sign in with the other one" in answer.content.decode()


def test_a_request_that_cannot_be_read_says_that_nothing_was_saved() -> None:
    answer = bad_request(RequestFactory().get("/"))

    assert answer.status_code == 400
    assert "Nothing was saved" in answer.content.decode()


@pytest.mark.django_db
def test_too_many_fields_are_a_bad_request_in_our_look(ana_client: Client, settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 5
    response = ana_client.post("/settings/", {f"field{number}": "x" for number in range(9)})

    assert response.status_code == 400
    assert "This request could not be read" in response.content.decode()


def test_a_fault_is_told_without_database_session_or_request() -> None:
    """No database is allowed in this test, so a query would raise."""
    request = RequestFactory().get("/")
    assert not hasattr(request, "session")
    answer = server_error(request)

    assert answer.status_code == 500
    assert "Something went wrong here" in answer.content.decode()
    assert "was saved before is still there" in answer.content.decode()


def test_it_says_so_even_where_the_page_itself_cannot_be_made(settings: Settings) -> None:
    settings.ROOT_URLCONF = "no.such.module"

    answer = server_error(RequestFactory().get("/"))

    assert answer.status_code == 500
    assert "What was saved before is still there" in answer.content.decode()
    assert answer["Content-Type"].startswith("text/plain")


@pytest.mark.django_db
def test_a_real_fault_shows_that_page(ana: User, monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(ana)

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("as a fault in the code would")

    monkeypatch.setattr("journal.views.settings.SettingsForm", fail)
    response = client.get("/settings/")

    assert response.status_code == 500
    assert "Something went wrong here" in response.content.decode()


@pytest.mark.django_db
def test_a_form_without_its_token_can_be_sent_again(ana: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(ana)
    response = client.post("/settings/", {"theme": "dark"})

    ana.refresh_from_db()
    assert response.status_code == 403
    assert "Please send it again" in response.content.decode()
    assert ana.theme == "auto"

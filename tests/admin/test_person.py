"""People in the admin: accounts and dates, never what they log."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from journal.analytics.records import Feeling
from journal.models import AuditEntry, User
from tests.cast import pain, with_app

pytestmark = pytest.mark.django_db


def address(user: User) -> str:
    return reverse("admin:journal_user_change", args=[user.pk])


def logged() -> list[tuple[str, int]]:
    return list(AuditEntry.objects.exclude(actor=None).order_by("pk").values_list("what", "person"))


def test_it_lists_people_with_the_number_of_their_entries(ana: User, ben: User, ada_client: Client) -> None:
    pain(ana), pain(ana)
    page = ada_client.get(reverse("admin:journal_user_changelist")).text
    assert "ana@example.org" in page
    assert '<td class="field-entries">2</td>' in page
    assert '<td class="field-entries">0</td>' in page


def test_it_shows_nothing_of_what_they_log(ana: User, ada_client: Client) -> None:
    pain(ana, 7, note="canary in a note", feelings=[Feeling(quality="burning", region="calf", side="left")])
    for url in (
        reverse("admin:index"),
        reverse("admin:journal_user_changelist"),
        address(ana),
        reverse("admin:journal_user_history", args=[ana.pk]),
    ):
        page = ada_client.get(url).text
        assert "canary" not in page
        assert "burning" not in page.lower()


def test_moderators_see_nobody(ana: User, mona_client: Client) -> None:
    assert mona_client.get(reverse("admin:journal_user_changelist")).status_code == 403
    assert mona_client.get(address(ana)).status_code == 403
    assert "People" not in mona_client.get("/admin/").text


def test_an_account_is_closed_and_opened_again_and_nothing_else_changes(ana: User, ada_client: Client) -> None:
    assert "This field is required" in ada_client.post(address(ana), {"do": "close"}).text
    ada_client.post(address(ana), {"do": "close", "words": "Sends adverts.", "email": "other@example.org"})
    ana.refresh_from_db()
    assert (ana.email, ana.is_active) == ("ana@example.org", False)

    for _ in range(2):  # the second one changes nothing
        ada_client.post(address(ana), {"do": "open", "words": "Wrote to us."})
    ana.refresh_from_db()
    assert ana.is_active
    assert logged() == [("closed", ana.pk), ("opened", ana.pk)]


def test_a_role_is_given_and_taken(ana: User, ada_client: Client) -> None:
    with_app(ana)
    assert "App since" in ada_client.get(address(ana)).text
    for role in ("moderator", "moderator", "administrator", ""):
        ada_client.post(address(ana), {"do": "role", "role": role})
        ana.refresh_from_db()
        assert list(ana.groups.values_list("name", flat=True)) == ([role] if role else [])
        assert ana.is_staff is bool(role)

    assert [what for what, _ in logged()] == ["role_given", "role_given", "role_taken"]
    assert "Select a valid choice" in ada_client.post(address(ana), {"do": "role", "role": "queen"}).text


def test_a_role_needs_a_second_step_and_goes_with_it(ana: User, mona: User, ada_client: Client) -> None:
    said = ada_client.post(address(ana), {"do": "role", "role": "administrator"}, follow=True).text
    assert "A role needs a second step" in said
    ada_client.post(address(mona), {"do": "second_step", "words": "Called back."})

    for person in (ana, mona):
        person.refresh_from_db()
        assert not person.is_staff
        assert not person.groups.exists()
    assert logged() == [("role_taken", mona.pk), ("factors_off", mona.pk)]


def test_whoever_is_closed_out_is_told(
    ana: User, ada_client: Client, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        ada_client.post(address(ana), {"do": "close", "words": "Sends adverts."})

    (told,) = mail.outbox
    assert "closed your account" in told.body
    assert "sign in." not in told.body
    assert "adverts" not in told.body


def test_nobody_takes_their_own_role(ada: User, ada_client: Client) -> None:
    for sent in ({"do": "role", "role": ""}, {"do": "close", "words": "So."}, {"do": "second_step", "words": "So."}):
        assert "Not your own" in ada_client.post(address(ada), sent, follow=True).text
    ada.refresh_from_db()
    assert ada.is_staff
    assert ada.is_active


@pytest.mark.django_db(transaction=False)
def test_a_lost_second_step_is_taken_off_with_a_word_and_a_mail(
    ana: User, ada_client: Client, django_capture_on_commit_callbacks: object
) -> None:
    with_app(ana)
    assert "This field is required" in ada_client.post(address(ana), {"do": "second_step", "words": ""}).text
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        ada_client.post(address(ana), {"do": "second_step", "words": "Called back on her number."})

    assert not ana.authenticator_set.exists()  # type: ignore[attr-defined]
    assert [message.to for message in mail.outbox] == [["ana@example.org"]]
    assert logged() == [("factors_off", ana.pk)]


def test_a_press_that_means_nothing_does_nothing(ana: User, ada_client: Client) -> None:
    assert ada_client.post(address(ana), {"do": "fly"}).status_code == 200
    assert logged() == []


def test_it_neither_adds_nor_deletes_people(ana: User, ada_client: Client) -> None:
    assert ada_client.get(reverse("admin:journal_user_add")).status_code == 403
    assert ada_client.post(reverse("admin:journal_user_delete", args=[ana.pk]), {"post": "yes"}).status_code == 403
    assert User.objects.filter(pk=ana.pk).exists()

"""Changing what is kept about a therapist."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from journal.analytics.records import Answered, TherapistContent
from journal.models import MassageSession, MyTherapist, User
from tests.cast import massage, therapist
from tests.views.page_form import PageForm, error_at

SAID = TherapistContent(
    name="Vera Lang", answers=(Answered(question="stop", answer="Weakness."),), told=("clots",), note="Second floor."
)


@pytest.fixture
def found(ana: User) -> MyTherapist:
    return therapist(ana, **vars(SAID))


def address(found: MyTherapist) -> str:
    return f"/my-therapists/{found.uid}/edit/"


def page_form(client: Client, found: MyTherapist) -> PageForm:
    return PageForm(client.get(address(found)).content.decode())


def send(client: Client, found: MyTherapist, changed: dict[str, Any]) -> Any:
    return client.post(address(found), page_form(client, found).sent(changed))


def stored(found: MyTherapist) -> MyTherapist:
    again: MyTherapist = MyTherapist.objects.get(pk=found.pk)
    return again


def test_without_a_change_everything_stays(ana_client: Client, found: MyTherapist) -> None:
    response = send(ana_client, found, {})

    assert response["Location"] == f"/my-therapists/{found.uid}/"
    assert (stored(found).content, stored(found).moment, stored(found).version) == (SAID, found.moment, 1)


def test_a_change_can_be_undone(ana_client: Client, found: MyTherapist) -> None:
    send(ana_client, found, {"stop": "", "cost": "70", "told": ["numb"]})
    changed = stored(found)
    assert changed.content == replace(SAID, answers=(Answered(question="cost", answer="70"),), told=("numb",))

    ana_client.post(f"/records/therapist/{found.uid}/{changed.version}/undo/")

    assert stored(found).content == SAID


def test_a_new_name_shows_in_every_session(ana: User, ana_client: Client, found: MyTherapist) -> None:
    massage(ana, therapist_name="vera lang")

    send(ana_client, found, {"name": "Vera Kim"})

    assert MassageSession.objects.get().content.therapist_name == "Vera Kim"


def test_the_name_of_another_is_refused(ana: User, ana_client: Client, found: MyTherapist) -> None:
    massage(ana, therapist_name="Kim")

    response = send(ana_client, found, {"name": "KIM", "note": "Kept."})

    assert "means another therapist" in error_at(response.content.decode(), "name")
    assert PageForm(response.content.decode()).value("note") == "Kept."
    assert stored(found).content == SAID


def test_a_stale_change_shows_both(ana_client: Client, found: MyTherapist) -> None:
    mine = page_form(ana_client, found).sent({"note": "My floor."})
    send(ana_client, found, {"note": "Third floor."})

    response = ana_client.post(address(found), mine)

    assert response.status_code == 409
    assert "Third floor." in response.content.decode()
    assert "My floor." in response.content.decode()
    assert 'href="/my-therapists/"' in response.content.decode()
    assert stored(found).note == "Third floor."


def test_a_stranger_finds_nothing(ben_client: Client, found: MyTherapist) -> None:
    assert ben_client.get(address(found)).status_code == 404

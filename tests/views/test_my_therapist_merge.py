"""Making one of two therapists who are the same person."""

import re

import pytest
from django.test import Client

from journal.models import MassageSession, MyTherapist, User
from tests.cast import massage, therapist


@pytest.fixture
def found(ana: User) -> MyTherapist:
    massage(ana, therapist_name="V. Lang")
    return therapist(ana, "Vera Lang")


def address(found: MyTherapist) -> str:
    return f"/my-therapists/{found.uid}/merge/"


def other(ana: User) -> MyTherapist:
    twin: MyTherapist = MyTherapist.objects.get(user=ana, name="V. Lang")
    return twin


def test_two_become_one_and_two_again(ana: User, ana_client: Client, found: MyTherapist) -> None:
    twin = other(ana)
    assert f'value="{twin.uid}"' in ana_client.get(address(found)).content.decode()

    page = ana_client.post(address(found), {"other": str(twin.uid)}, follow=True)

    assert page.redirect_chain == [(f"/my-therapists/{found.uid}/", 302)]
    assert "V. Lang and Vera Lang are one now." in page.content.decode()
    assert MassageSession.objects.get().content.therapist_name == "Vera Lang"

    undo = re.search(r'action="(/records/therapist/[^"]+/undo/)"', page.content.decode())
    assert undo is not None
    ana_client.post(undo[1])

    assert MassageSession.objects.get().content.therapist_name == "V. Lang"
    assert sorted(one.name for one in MyTherapist.objects.owned_by(ana)) == ["V. Lang", "Vera Lang"]


def test_tapped_twice_is_merged_once(ana: User, ana_client: Client, found: MyTherapist) -> None:
    twin = other(ana)
    for _ in range(2):
        page = ana_client.post(address(found), {"other": str(twin.uid)}, follow=True)

    assert "nothing left to merge" in page.content.decode()
    assert [one.name for one in MyTherapist.objects.owned_by(ana)] == ["Vera Lang"]


@pytest.mark.parametrize("said", ["", "nobody", "\x00"])
def test_nobody_chosen_is_asked_again(ana: User, ana_client: Client, found: MyTherapist, said: str) -> None:
    page = ana_client.post(address(found), {"other": said})

    assert "Choose one of them." in page.content.decode()
    assert MyTherapist.objects.owned_by(ana).count() == 2


def test_one_of_somebody_else_is_not_there(ana: User, ben: User, ana_client: Client, found: MyTherapist) -> None:
    kim = therapist(ben, "Kim")

    assert ana_client.post(address(found), {"other": str(kim.uid)}).status_code == 404
    assert "Kim" not in ana_client.get(address(found)).content.decode()


def test_a_stranger_finds_nothing(ben_client: Client, found: MyTherapist) -> None:
    assert ben_client.get(address(found)).status_code == 404

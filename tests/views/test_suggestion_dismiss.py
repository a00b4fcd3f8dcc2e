"""No, that was no flare-up; it does not come back."""

import time_machine
from django.test import Client

from journal.models import FlareUp, User
from tests.cast import pain, signed_in
from tests.views.suggestions import DAY, FIRST, LAST_RAISED, NOON_AFTER, address, diary_with_a_flare


def test_it_is_suggested_no_more(ana: User) -> None:
    diary_with_a_flare(ana)
    with time_machine.travel(NOON_AFTER, tick=False):
        client = signed_in(ana)
        assert "Was this a flare-up?" in client.get("/").content.decode()

        page = client.post(address("dismiss/"), follow=True)

        assert "It will not be suggested again." in page.content.decode()
        for shown in ("/", "/flares/"):
            assert "Was this a flare-up?" not in client.get(shown).content.decode()


def test_also_not_when_the_diary_goes_on(ana: User) -> None:
    diary_with_a_flare(ana)
    with time_machine.travel(NOON_AFTER, tick=False):
        client = signed_in(ana)
        client.post(address("dismiss/"))
        pain(ana, 3, on=LAST_RAISED + 6 * DAY)
        pain(ana, 2, on=FIRST)

        assert "Was this a flare-up?" not in client.get("/flares/").content.decode()


def test_it_stands_in_no_list_of_flare_ups(ana: User) -> None:
    diary_with_a_flare(ana)
    with time_machine.travel(NOON_AFTER, tick=False):
        page = signed_in(ana).post(address("dismiss/"), follow=True)

    assert FlareUp.objects.owned_by(ana).get().origin == "dismissed"
    assert page.context["page"].past == ()


def test_it_can_be_undone(ana: User) -> None:
    diary_with_a_flare(ana)
    with time_machine.travel(NOON_AFTER, tick=False):
        client = signed_in(ana)
        (message,) = client.post(address("dismiss/"), follow=True).context["messages"]
        _, kind, uid, version = message.extra_tags.split()
        client.post(f"/records/{kind}/{uid}/{version}/undo/")

        assert "Was this a flare-up?" in client.get("/").content.decode()


def test_two_taps_dismiss_once(ana: User) -> None:
    diary_with_a_flare(ana)
    with time_machine.travel(NOON_AFTER, tick=False):
        client = signed_in(ana)
        client.post(address("dismiss/"))
        again = client.post(address("dismiss/"), follow=True)

    assert "no longer open" in again.content.decode()
    assert FlareUp.objects.get().version == 1


def test_another_persons_suggestion_is_none_of_ones_own(ana: User, ben_client: Client) -> None:
    diary_with_a_flare(ana)
    ben_client.post(address("dismiss/"))

    assert not FlareUp.objects.exists()


def test_a_link_cannot_dismiss(ana_client: Client) -> None:
    assert ana_client.get(address("dismiss/")).status_code == 405

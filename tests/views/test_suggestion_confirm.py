"""Yes, that was a flare-up."""

import datetime as dt
from typing import Any

import time_machine
from django.test import Client

from journal.analytics.records import FlareContent
from journal.models import FlareUp, User
from tests.cast import flare, on_wall, pain, signed_in
from tests.views.page_form import PageForm
from tests.views.suggestions import (
    DAY,
    LAST_RAISED,
    NOON_AFTER,
    NOON_OF_LAST_RAISED,
    RAISED,
    address,
    diary_with_a_flare,
)


def confirm(user: User, now: str = NOON_AFTER, start: dt.date = RAISED) -> Any:
    with time_machine.travel(now, tick=False):
        return signed_in(user).post(address("confirm/", start), follow=True)


def test_it_is_kept_with_its_days_and_the_rule_that_found_it(ana: User) -> None:
    diary_with_a_flare(ana)

    page = confirm(ana)

    kept = FlareUp.objects.owned_by(ana).get()
    assert page.redirect_chain == [("/flares/", 302)]
    assert kept.moment == on_wall(ana, RAISED, None)
    assert kept.content == FlareContent(
        origin="confirmed", rule="plus_2_on_2_days", end=on_wall(ana, LAST_RAISED, None)
    )


def test_it_offers_undo_and_after_that_the_suggestion_is_back(ana: User) -> None:
    diary_with_a_flare(ana)
    page = confirm(ana)
    (message,) = page.context["messages"]
    _, kind, uid, version = message.extra_tags.split()
    assert "Was this a flare-up?" not in page.content.decode()

    with time_machine.travel(NOON_AFTER, tick=False):
        client = signed_in(ana)
        client.post(f"/records/{kind}/{uid}/{version}/undo/")

        assert "Was this a flare-up?" in client.get("/flares/").content.decode()


def test_two_taps_keep_one(ana: User) -> None:
    diary_with_a_flare(ana)
    confirm(ana)

    page = confirm(ana)

    (message,) = page.context["messages"]
    assert str(message) == "That suggestion is no longer open."
    assert FlareUp.objects.get().version == 1


def test_one_that_still_goes_on_lasts_from_then_on(ana: User) -> None:
    diary_with_a_flare(ana, settled_days=0)

    confirm(ana, NOON_OF_LAST_RAISED)

    lasting = FlareUp.objects.lasting(ana).get()
    assert (lasting.local_date, lasting.rule) == (RAISED, "plus_2_on_2_days")
    with time_machine.travel(NOON_OF_LAST_RAISED, tick=False):
        assert "It is over" in signed_in(ana).get("/").content.decode()


def test_one_whose_end_nobody_wrote_down_is_kept_without_an_end(ana: User) -> None:
    diary_with_a_flare(ana, settled_days=0)

    confirm(ana, f"{LAST_RAISED + 20 * DAY}T12:00:00Z")

    kept = FlareUp.objects.owned_by(ana).get()
    assert (kept.origin, kept.end) == ("confirmed", None)
    assert not FlareUp.objects.lasting(ana).exists()


def test_beside_another_that_lasts_it_is_kept_all_the_same(ana: User) -> None:
    diary_with_a_flare(ana, settled_days=0)
    flare(ana, on=LAST_RAISED + DAY)

    confirm(ana, f"{LAST_RAISED + DAY}T18:00:00Z")

    assert sorted(FlareUp.objects.owned_by(ana).values_list("origin", flat=True)) == ["confirmed", "declared"]


def test_once_dismissed_and_undone_it_can_be_confirmed(ana: User) -> None:
    diary_with_a_flare(ana)
    with time_machine.travel(NOON_AFTER, tick=False):
        client = signed_in(ana)
        (message,) = client.post(address("dismiss/"), follow=True).context["messages"]
        _, kind, uid, version = message.extra_tags.split()
        client.post(f"/records/{kind}/{uid}/{version}/undo/")

    confirm(ana)

    assert FlareUp.objects.owned_by(ana).get().origin == "confirmed"


def test_what_the_diary_no_longer_suggests_is_not_kept(ana: User) -> None:
    diary_with_a_flare(ana)
    pain(ana, 0, on=RAISED, at=dt.time(10))
    pain(ana, 0, on=RAISED + DAY, at=dt.time(10))

    page = confirm(ana)

    assert "no longer open" in page.content.decode()
    assert not FlareUp.objects.exists()


def test_another_persons_suggestion_is_none_of_ones_own(ana: User, ben: User) -> None:
    diary_with_a_flare(ana)

    confirm(ben)

    assert not FlareUp.objects.exists()


def test_a_day_that_is_none_is_not_found(ana_client: Client) -> None:
    assert ana_client.post("/flares/suggested/2026-02-30/confirm/").status_code == 404


def test_a_link_cannot_confirm(ana_client: Client) -> None:
    assert ana_client.get(address("confirm/")).status_code == 405


def test_one_that_still_goes_on_over_a_flare_up_of_later_is_refused_with_the_choice(ana: User) -> None:
    diary_with_a_flare(ana, settled_days=0)
    later = LAST_RAISED + DAY
    flare(ana, on=later, until=later, note="An hour.")
    with time_machine.travel(f"{later}T18:00:00Z", tick=False):
        client = signed_in(ana)
        html = client.post(address("confirm/")).content.decode()
        assert "This overlaps with another flare-up" in html
        assert FlareUp.objects.count() == 1

        form = PageForm(html)
        code = html.partition('name="merge" value="')[2].partition('"')[0]
        client.post(address(), form.sent({"merge": code}))

    (whole,) = FlareUp.objects.lasting(ana)
    assert (whole.local_date, whole.note) == (RAISED, "An hour.")

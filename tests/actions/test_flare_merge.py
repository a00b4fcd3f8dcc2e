"""Flare-ups that overlap: refused with a choice, made one, and taken apart again."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from journal.models import FlareUp, User
from tests.cast import flare, flare_note
from tests.views.page_form import PageForm, error_at

FIRST = dt.date(2026, 5, 4)
DAY = dt.timedelta(days=1)
NEW = "/flares/new/"


@pytest.fixture
def stored(ana: User) -> FlareUp:
    return flare(ana, on=FIRST, until=FIRST + 3 * DAY, note="Stored.")


def typed(client: Client, address: str = NEW, **said: Any) -> tuple[str, dict[str, Any]]:
    """The page that answers, and what would be sent from it by “Make one of them”."""
    sent = PageForm(client.get(address).content.decode()).sent(said)
    html = client.post(address, sent).content.decode()
    code = html.partition('name="merge" value="')[2].partition('"')[0]
    return html, PageForm(html).sent({"merge": code})


def spans(user: User) -> list[tuple[dt.date, dt.date | None]]:
    return sorted((flare.local_date, flare.end_date) for flare in FlareUp.objects.owned_by(user))


def undo(client: Client, answer: Any) -> None:
    (message,) = answer.context["messages"]
    _, kind, uid, version, *others = message.extra_tags.split()
    also = "&".join(f"also={other}" for other in others)
    assert f"/records/{kind}/{uid}/{version}/undo/" in answer.content.decode()
    client.post(f"/records/{kind}/{uid}/{version}/undo/?{also}")


def test_a_new_one_is_refused_with_the_choice_and_nothing_is_lost(
    ana: User, ana_client: Client, stored: FlareUp
) -> None:
    html, _ = typed(ana_client, day="2026-05-06", end_day="2026-05-09", note="Typed.")

    assert "This overlaps with another flare-up" in html
    assert "overlap with your flare-up from 4 to 7 May 2026" in error_at(html, "day")
    assert PageForm(html).value("note") == "Typed."
    assert len(spans(ana)) == 1


def test_made_one_it_goes_from_the_first_start_to_the_last_end(ana: User, ana_client: Client, stored: FlareUp) -> None:
    _, sent = typed(ana_client, day="2026-05-06", end_day="2026-05-09", note="Typed.", helped="Rest.")
    for _ in range(2):
        answer = ana_client.post(NEW, sent, follow=True)

    assert answer.redirect_chain == [(f"/flares/{stored.uid}/", 302)]
    now = FlareUp.objects.owned_by(ana).get()
    assert (now.local_date, now.end_date) == (FIRST, FIRST + 5 * DAY)
    assert (now.note, now.helped, now.version) == ("Stored.\nTyped.", "Rest.", 2)


def test_that_can_be_undone(ana: User, ana_client: Client, stored: FlareUp) -> None:
    _, sent = typed(ana_client, day="2026-05-06", end_day="2026-05-09")
    undo(ana_client, ana_client.post(NEW, sent, follow=True))

    assert spans(ana) == [(FIRST, FIRST + 3 * DAY)]


def test_a_changed_one_takes_in_all_that_it_overlaps_and_undo_brings_them_back(
    ana: User, ana_client: Client, stored: FlareUp
) -> None:
    second = flare(ana, on=FIRST + 10 * DAY, until=FIRST + 12 * DAY)
    third = flare(ana, on=FIRST + 20 * DAY, until=FIRST + 22 * DAY)
    before = spans(ana)
    flare_note(stored, "worse", on=FIRST, note="Of the first.")
    _, sent = typed(ana_client, f"/flares/{third.uid}/edit/", day="2026-05-07")

    answer = ana_client.post(f"/flares/{third.uid}/edit/", sent, follow=True)

    assert spans(ana) == [(FIRST, FIRST + 22 * DAY)]
    assert "Of the first." in answer.content.decode()
    undo(ana_client, answer)
    assert spans(ana) == before
    assert not FlareUp.objects.get(uid=second.uid).deleted_at


def test_kept_apart_by_other_days_it_is_saved(ana: User, ana_client: Client, stored: FlareUp) -> None:
    html, _ = typed(ana_client, day="2026-05-06", end_day="2026-05-09")

    ana_client.post(NEW, PageForm(html).sent({"day": "2026-05-08"}))

    assert spans(ana) == [(FIRST, FIRST + 3 * DAY), (FIRST + 4 * DAY, FIRST + 5 * DAY)]


def test_a_merge_of_other_flare_ups_than_were_shown_is_refused_again(
    ana: User, ana_client: Client, stored: FlareUp
) -> None:
    _, sent = typed(ana_client, day="2026-05-06", end_day="2026-05-20")
    flare(ana, on=dt.date(2026, 5, 15), until=dt.date(2026, 5, 16))

    html = ana_client.post(NEW, sent).content.decode()

    assert "This overlaps with another flare-up" in html
    assert len(spans(ana)) == 2


def test_a_note_can_be_changed_in_one_that_overlaps_already(ana: User, ana_client: Client, stored: FlareUp) -> None:
    flare(ana, on=FIRST + DAY, until=FIRST + 2 * DAY)
    address = f"/flares/{stored.uid}/edit/"
    ana_client.post(address, PageForm(ana_client.get(address).content.decode()).sent({"note": "More."}))

    stored.refresh_from_db()
    assert stored.note == "More."


def test_merging_over_a_stale_version_shows_both(ana: User, ana_client: Client, stored: FlareUp) -> None:
    other = flare(ana, on=FIRST + 10 * DAY, until=FIRST + 12 * DAY)
    address = f"/flares/{other.uid}/edit/"
    _, sent = typed(ana_client, address, day="2026-05-06")
    form = PageForm(ana_client.get(address).content.decode())
    ana_client.post(address, form.sent({"note": "Elsewhere."}))

    assert ana_client.post(address, sent).status_code == 409
    assert len(spans(ana)) == 2


def test_flare_ups_of_others_and_dismissed_ones_do_not_count(ana: User, ben: User, ana_client: Client) -> None:
    flare(ben, on=FIRST, until=FIRST + 3 * DAY)
    flare(ana, on=FIRST, until=FIRST + 3 * DAY, origin="dismissed")
    sent = PageForm(ana_client.get(NEW).content.decode()).sent({"day": "2026-05-05", "end_day": "2026-05-05"})

    assert ana_client.post(NEW, sent).status_code == 302

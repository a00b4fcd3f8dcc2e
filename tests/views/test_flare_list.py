"""The flare-ups page."""

import datetime as dt
import re

import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from journal.models import User
from journal.queries.flare import MOST_SHOWN
from tests.cast import diary, flare, signed_in
from tests.views.bad_input import MARKUP
from tests.views.page_form import PageForm
from tests.views.suggestions import NOON_AFTER, RAISED, address, diary_with_a_flare

PAGE = "/flares/"
DAY = dt.timedelta(days=1)


def text(client: Client) -> str:
    return " ".join(client.get(PAGE).content.decode().split())


def test_an_empty_page_says_what_will_stand_here_and_offers_the_next_step(ana_client: Client) -> None:
    html = text(ana_client)

    assert "The flare-ups you mark or confirm will stand here." in html
    assert PageForm(html, action="/flares/start/").buttons == [("", "")]
    assert 'href="/flares/new/"' in html


def test_the_one_that_lasts_stands_first_and_can_be_ended(ana: User, ana_client: Client) -> None:
    lasting = flare(ana, on=dt.date(2026, 5, 4))
    flare(ana, on=dt.date(2026, 6, 1), until=dt.date(2026, 6, 2))
    html = text(ana_client)

    assert "Lasting since 4 May 2026" in html
    assert re.search(r"<p>[\d,]+ days so far, no massage before it\.</p>", html)
    assert f'action="/flares/{lasting.uid}/end/"' in html
    assert 'action="/flares/start/"' not in html
    assert 'href="/flares/new/"' in html


def test_those_that_were_stand_below_the_newest_first(ana: User, ana_client: Client) -> None:
    flare(ana, on=dt.date(2026, 3, 1), until=dt.date(2026, 3, 4), note="After the flight.")
    newer = flare(ana, on=dt.date(2026, 4, 1), until=dt.date(2026, 4, 1))
    html = text(ana_client)

    first, second = (
        html.index("Flare-up on 1 April 2026"),
        html.index("Flare-up from 1 to 4 March 2026, 4 days"),
    )
    assert first < second < html.index("After the flight.")
    assert f'href="/flares/{newer.uid}/"' in html


def test_a_confirmed_one_without_an_end_does_not_seem_to_last(ana: User, ana_client: Client) -> None:
    flare(ana, on=dt.date(2026, 3, 1), origin="confirmed", rule="plus_2_on_2_days")
    html = text(ana_client)

    assert "Flare-up from 1 March 2026, end not known" in html
    assert "Lasting since" not in html


def test_dismissed_ones_and_those_of_others_are_not_shown(ana: User, ben: User, ana_client: Client) -> None:
    flare(ana, on=dt.date(2026, 3, 1), until=dt.date(2026, 3, 4), origin="dismissed")
    flare(ben, on=dt.date(2026, 4, 1), until=dt.date(2026, 4, 2))

    assert "will stand here" in text(ana_client)


def test_suggested_ones_can_be_confirmed_dismissed_or_changed(ana: User) -> None:
    diary_with_a_flare(ana)
    with time_machine.travel(NOON_AFTER, tick=False):
        html = text(signed_in(ana))

    assert "From 15 to 18 March 2026 your pain was up to 7; before that 3 was usual for you." in html
    for decision in ("confirm/", "dismiss/"):
        assert PageForm(html, action=address(decision)).buttons == [("", "")]
    assert f'href="{address(start=RAISED)}"' in html


def test_of_very_many_the_newest_are_shown_and_the_rest_is_counted(ana: User, ana_client: Client) -> None:
    for number in range(MOST_SHOWN + 2):
        day = dt.date(2020, 1, 1) + 10 * number * DAY
        flare(ana, on=day, until=day)
    flare(ana, on=dt.date(2019, 1, 1))
    html = text(ana_client)

    assert html.count('class="entry"') == MOST_SHOWN
    assert "2 older flare-ups stand in your journal." in html
    assert "Lasting since 1 January 2019" in html


def test_markup_in_a_note_is_text(ana: User, ana_client: Client) -> None:
    flare(ana, on=dt.date(2026, 3, 1), until=dt.date(2026, 3, 4), note=MARKUP)

    assert "<script>alert" not in text(ana_client)


def test_the_number_of_queries_does_not_depend_on_the_history(ana: User, ben: User) -> None:
    diary(ana, days=30)
    diary(ben, days=3650)

    counts = []
    for client in (signed_in(ana), signed_in(ben)):
        client.get(PAGE)
        with CaptureQueriesContext(connection) as queries:
            client.get(PAGE)
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 6

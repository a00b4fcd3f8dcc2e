"""The journal at one day: `?day=`."""

import datetime as dt
import html
import re

import pytest
from django.test import Client

from journal.models import User
from tests.cast import massage, pain


def shown(client: Client, address: str = "/journal/") -> str:
    return client.get(address).content.decode()


def test_all_of_one_day_is_shown_whatever_was_asked_for_before(ana: User, ana_client: Client) -> None:
    pain(ana, on=dt.date(2026, 3, 2), note="On that day.")
    massage(ana, on=dt.date(2026, 3, 2), therapist_name="Vera Lang")
    pain(ana, on=dt.date(2026, 3, 1), note="The day before.")
    pain(ana, on=dt.date(2026, 3, 3), note="The day after.")
    ana_client.post("/journal/", {"kind": "massage"})
    page = shown(ana_client, "/journal/?day=2026-03-02")

    assert "Showing all entries, on 2 March 2026." in page
    assert "On that day." in page
    assert "Vera Lang" in page
    assert "The day before." not in page
    assert "The day after." not in page
    assert "Show everything" not in page
    assert "Showing massage sessions." in shown(ana_client)


def test_a_day_without_anything_says_so(ana: User, ana_client: Client) -> None:
    pain(ana)
    assert "Nothing found" in shown(ana_client, "/journal/?day=2001-01-01")


def test_a_day_with_more_than_a_page_goes_on(ana: User, ana_client: Client) -> None:
    for minute in range(45):
        pain(ana, on=dt.date(2026, 3, 2), at=dt.time(9, minute), note=f"Entry {minute}.")
    pain(ana, on=dt.date(2026, 3, 1), note="The day before.")
    page = shown(ana_client, "/journal/?day=2026-03-02")
    older = re.search(r'href="(\?day=2026-03-02&amp;before=[^"]+)"', page)
    assert older
    rest = shown(ana_client, f"/journal/{html.unescape(older[1])}")

    assert "Entry 4." in rest
    assert "The day before." not in rest
    assert "?day=2026-03-02&amp;after=" in rest


@pytest.mark.parametrize(
    "day", ["", "oops", "2026-13-45", "2026-3-2", "20260302", "2026-W10-1", "0000-00-00", "2026-03-02x"]
)
def test_what_is_no_day_counts_as_none(ana: User, ana_client: Client, day: str) -> None:
    pain(ana, note="Still here.")
    page = shown(ana_client, f"/journal/?day={day}")
    assert "Still here." in page
    assert "Showing" not in page

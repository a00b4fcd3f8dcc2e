"""The charts of a shared report: those of its days, with what it shows."""

import datetime as dt
import json
import re
from typing import Any

import pytest
from django.test import Client

from journal.analytics.records import Feeling
from journal.analytics.report import Section
from journal.models import User
from tests import cast

DAY = dt.timedelta(days=1)
CALF = Feeling(quality="burning", region="calf", side="left")


@pytest.fixture
def shown(ana: User) -> User:
    """Somebody who logs all that charts are about."""
    now = cast.today(ana)
    cast.diary(ana, days=90)
    cast.pain(ana, 6, feelings=[CALF])
    cast.massage(ana, on=now - DAY, therapist_name="Vera Lang", pain_before=6, pain_after=4)
    cast.flare(ana, on=now - 20 * DAY, until=now - 15 * DAY)
    return ana


def read(user: User, **chosen: Any) -> str:
    cast.share(user, **chosen)
    client = Client()
    client.get("/s/a secret/")
    answer = client.get("/shared/charts/")
    assert answer.status_code == 200
    return answer.content.decode()


def data(page: str) -> dict[str, Any]:
    found = re.search(r'<script id="chart-data" type="application/json">(.*?)</script>', page, re.S)
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


def without(section: Section) -> tuple[Section, ...]:
    return tuple(one for one in Section if one is not section)


@pytest.mark.parametrize("is_live", [True, False])
def test_they_are_those_of_the_persons_own_page(shown: User, is_live: bool) -> None:
    first = cast.today(shown) - 29 * DAY
    own = data(cast.signed_in(shown).get(f"/charts/?from={first}&to={cast.today(shown)}").content.decode())

    assert data(read(shown, span="30d", is_live=is_live)) == own


def test_nothing_in_them_leads_into_the_diary(shown: User) -> None:
    page = read(shown)
    links = {link for link in re.findall(r'href="([^"]+)"', page) if not link.startswith(("/static/", "#"))}

    assert links == {"/shared/", "/shared/charts/", "/shared/pdf/"}
    assert "<form" not in page


def test_without_massages_no_chart_and_no_table_speaks_of_one(shown: User) -> None:
    page = read(shown, sections=without(Section.MASSAGES))

    assert data(page)["sessions"]["x"] == []
    assert "assage" not in page.partition("<main")[2]


def test_without_places_there_are_none(shown: User) -> None:
    page = read(shown, sections=without(Section.PLACES))

    assert {"places", "kinds", "signs", "reach", "heat"} & set(data(page)) == set()
    assert "calf" not in page
    assert "urning" not in page


def test_without_single_entries_nobody_who_gave_a_massage_is_named(shown: User) -> None:
    page = read(shown, sections=without(Section.ENTRIES))

    assert "Vera Lang" not in page
    assert len(data(page)["sessions"]["x"]) > 1


def test_it_says_whose_words_they_are_and_which_days(shown: User) -> None:
    page = read(shown, span="30d", name="Ana Lopez")

    assert "“you” is the person who keeps it" in page
    assert "Ana Lopez" in page

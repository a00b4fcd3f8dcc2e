"""The report as whoever has the link sees it."""

import datetime as dt
import re

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from journal.analytics.report import Section
from journal.models import ShareLink, User
from tests import cast
from tests.views.bad_input import MARKUP

DAY = dt.timedelta(days=1)
NOON = dt.datetime(2026, 5, 4, 12, tzinfo=dt.UTC)


def read(secret: str = "a secret", path: str = "/shared/") -> str:
    client = Client()
    client.get(f"/s/{secret}/")
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def body(page: str) -> str:
    return page.partition('<article class="report">')[2].partition("</article>")[0]


def test_it_is_the_persons_own_report(ana: User, ana_client: Client) -> None:
    cast.diary(ana, days=60)
    cast.question(ana, "May I swim?")
    cast.share(ana)

    assert body(read()) == body(ana_client.get("/report/").content.decode())
    assert "May I swim?" in read()


def test_a_kept_one_stays_as_it_was_and_a_live_one_follows(ana: User) -> None:
    cast.pain(ana, 3)
    cast.share(ana, "kept")
    cast.share(ana, "live", is_live=True)
    kept = body(read("kept"))
    assert kept == body(read("live"))

    cast.pain(ana, 9)

    assert body(read("kept")) == kept
    assert body(read("live")) != kept


def test_a_live_one_moves_on_with_the_days(ana: User) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        cast.diary(ana, days=60, until=NOON.date())
        cast.share(ana, "live", is_live=True, span="30d")
        cast.share(ana, "kept", span="30d")
        clock.shift(3 * DAY)
        assert "8 April to 7 May 2026" in read("live")
        assert "5 April to 4 May 2026" in read("kept")


def test_what_was_left_out_is_nowhere(ana: User) -> None:
    cast.medicine(ana, name="Tramadol", note="Felt sick.")
    cast.massage(ana, therapist_name="Vera Lang")
    cast.question(ana, "May I swim?")
    cast.visit(ana, on=cast.today(ana), said="Go on walking.")
    cast.pain(ana, note="A private note.")
    for number, is_live in enumerate((True, False)):
        cast.share(ana, f"bare {number}", is_live=is_live, sections=())
        cast.share(ana, f"all {number}", is_live=is_live, notes=True)
        private = ("Tramadol", "Felt sick.", "Vera Lang", "May I swim?", "Go on walking.", "A private note.")

        pages = read(f"bare {number}") + read(f"bare {number}", "/shared/charts/")
        assert [word for word in private if word in pages] == []
        assert [word for word in private if word not in read(f"all {number}")] == []


def test_nothing_on_it_leads_into_the_diary(ana: User) -> None:
    cast.diary(ana, days=30)
    cast.share(ana)
    page = read()

    links = {link for link in re.findall(r'href="([^"]+)"', page) if not link.startswith(("/static/", "#"))}
    assert links == {"/shared/", "/shared/charts/", "/shared/pdf/"}
    assert "<form" not in page
    assert ana.email not in page
    assert '<meta name="robots" content="noindex, nofollow">' in page


def test_it_is_kept_by_nothing_and_says_nothing_of_where_it_was(ana: User) -> None:
    cast.share(ana)
    client = Client()
    client.get("/s/a secret/")
    for path in ("/shared/", "/shared/charts/", "/shared/pdf/"):
        answer = client.get(path)
        assert answer["Referrer-Policy"] == "no-referrer", path
        assert answer["X-Robots-Tag"] == "noindex, nofollow", path
        assert {"no-store", "private"} <= set(answer["Cache-Control"].split(", ")), path


def test_an_empty_diary_has_a_report_too(ana: User) -> None:
    cast.share(ana)

    assert "No pain is logged in this period." in read()
    assert "Nothing is logged in this period" in read(path="/shared/charts/")


def test_what_was_typed_is_text(ana: User) -> None:
    cast.pain(ana, note=MARKUP)
    cast.massage(ana, therapist_name=MARKUP)
    cast.share(ana, notes=True, name=MARKUP)

    assert "<script>alert" not in read()
    assert "<script>alert" not in read(path="/shared/charts/")


@pytest.mark.parametrize("kept", [{}, {"report": {}, "charts": {}}, {"report": {"made_on": "?"}, "charts": {}}])
def test_one_that_an_earlier_release_kept_otherwise_shows_nothing(ana: User, kept: object) -> None:
    cast.share(ana)
    client = Client()
    client.get("/s/a secret/")
    ShareLink.objects.update(kept=kept)

    assert client.get("/shared/").status_code == 404


@pytest.mark.parametrize("is_live", [True, False], ids=["live", "kept"])
def test_it_asks_the_database_as_often_for_ten_years_as_for_a_month(ana: User, ben: User, is_live: bool) -> None:
    counts: list[dict[str, int]] = []
    sections = tuple(section for section in Section if section is not Section.ENTRIES)
    for user, days in ((ana, 30), (ben, 3650)):
        cast.diary(user, days=days)
        cast.share(user, f"{days}", is_live=is_live, span="all", sections=sections)
        counts.append(asked_by_a_reader(f"{days}"))

    assert counts[0] == counts[1]
    assert max(counts[0].values()) <= 10


def asked_by_a_reader(secret: str) -> dict[str, int]:
    """Queries for each page of a link, once what is kept of the diary is there."""
    client, found = Client(), {}
    client.get(f"/s/{secret}/")
    for path in ("/shared/", "/shared/charts/", "/shared/pdf/"):
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 200
        found[path] = len(queries)
    return found

"""How often a page asks the database: ten times at most, and as often for ten years as for thirty days."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from journal.models import User
from tests import cast
from tests.site import address, one_of_each, pages

MOST = 10
DIARIES = {"short": 30, "long": 3652}


@pytest.fixture
def diaries(ana: User, ben: User) -> dict[str, tuple[Client, dict[str, str]]]:
    """Two people, one who has just begun and one who has logged for ten years, and their latest records."""
    made = {}
    for user, (name, days) in zip((ana, ben), DIARIES.items(), strict=True):
        cast.diary(user, days=days)
        cast.days_around(user, days=days)
        cast.questionnaires(user, days=days)
        made[name] = (cast.signed_in(user), one_of_each(user))
    return made


def asked(client: Client, path: str) -> int:
    """Queries for a page, without what opens and closes transactions, and what keeps a result for the next time."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200, path
    aside = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT", 'INSERT INTO "journal_keptresult"')
    return len([query for query in queries if not query["sql"].startswith(aside)])


def test_every_page_keeps_to_its_budget_however_long_the_diary(
    diaries: dict[str, tuple[Client, dict[str, str]]],
) -> None:
    paths = {name: pages(client, uids) for name, (client, uids) in diaries.items()}
    both = set(paths["short"]) & set(paths["long"])
    assert {"start", "pain_new", "pain_edit", "massage_edit", "flare_list", "flare_detail", "journal", "charts"} <= both
    assert {"questions", "questionnaire_new", "questionnaire_edit"} <= both
    assert {"day_log", "medicine_new", "medicine_edit", "prevention", "charts_day", "report"} <= both
    assert {"directory", "listing_page", "listing_review", "directory_sent"} <= both
    assert {"my_therapists", "my_therapist_new", "my_therapist", "my_therapist_edit", "my_therapist_merge"} <= both

    short, long = ({name: asked(diaries[of][0], paths[of][name]) for name in sorted(both)} for of in DIARIES)

    assert long == short
    assert {name: count for name, count in long.items() if count > MOST} == {}


@pytest.mark.parametrize("name", ["start", "flare_list", "flare_detail", "charts", "massage_effect"])
def test_the_first_look_after_a_change_does_too(
    name: str, diaries: dict[str, tuple[Client, dict[str, str]]], ana: User, ben: User
) -> None:
    """What is kept until the diary changes is then computed anew."""
    counts = {}
    for user, (diary, (client, uids)) in zip((ana, ben), diaries.items(), strict=True):
        client.get(address(name, uids))
        cast.pain(user, 3)
        counts[diary] = asked(client, address(name, uids))

    assert counts["long"] == counts["short"] <= MOST


@pytest.mark.parametrize("period", ["30d", "90d", "1y", "all"])
def test_every_period_of_the_charts_asks_as_often(
    period: str, diaries: dict[str, tuple[Client, dict[str, str]]]
) -> None:
    client, _ = diaries["long"]
    client.get("/charts/?range=30d")

    assert asked(client, f"/charts/?range={period}") <= MOST


def test_all_pages_of_the_journal_ask_as_often(diaries: dict[str, tuple[Client, dict[str, str]]]) -> None:
    client, _ = diaries["long"]
    counts, path = [], "/journal/"
    for _ in range(4):
        counts.append(asked(client, path))
        older = client.get(path).context["page"].older
        path = f"/journal/?before={older}"

    assert max(counts) <= MOST

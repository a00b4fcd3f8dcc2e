"""Days beside the pain."""

import datetime as dt

import pytest
from django.test import Client

from journal.models import User
from tests.cast import day_log, days_around, diary, pain, today

PAGE = "/charts/day/"


def labels(client: Client, query: str = "") -> list[str]:
    return [row["label"] for row in client.get(PAGE + query).context["chart"]["rows"]]


def test_an_empty_diary_leads_to_the_first_day(ana: User, ana_client: Client) -> None:
    page = ana_client.get(PAGE).content.decode()

    assert "Nothing is logged in this period" in page
    assert f'href="/day/{today(ana)}/"' in page


def test_what_most_days_say_stands_beside_the_pain(ana: User, ana_client: Client) -> None:
    pain(ana)
    day_log(ana, stress=3, sitting_minutes=60)

    assert labels(ana_client) == ["Pain", "Stress", "Sitting"]


def test_up_to_three_can_be_chosen_and_stay_chosen(ana: User, ana_client: Client) -> None:
    diary(ana, days=60)
    days_around(ana, days=60)

    assert labels(ana_client, "?with=4&with=9") == ["Pain", "Sitting", "Core exercises"]
    page = ana_client.get(f"{PAGE}?range=30d&with=4&with=9").content.decode()
    assert 'href="?range=1y&amp;with=4&amp;with=9"' in page
    assert page.count('name="with"') == 10
    assert page.count(" checked") == 2


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?with=1&with=2&with=3&with=4", "Choose up to 3."),
        ("?with=stress", "does not offer"),
        ("?with=%00", "does not offer"),
        ("?range=9d", "Choose one of these periods."),
    ],
)
def test_what_cannot_be_is_said_and_the_usual_is_shown(ana: User, ana_client: Client, query: str, words: str) -> None:
    pain(ana)
    day_log(ana, stress=3)

    assert words in ana_client.get(PAGE + query).content.decode()
    assert labels(ana_client, query) == ["Pain", "Stress"]


def test_a_period_bounds_what_is_shown(ana: User, ana_client: Client) -> None:
    day_log(ana, on=today(ana) - dt.timedelta(days=200), stress=3)

    assert "Nothing is logged" in ana_client.get(PAGE).content.decode()
    assert labels(ana_client, "?range=1y") == ["Pain", "Stress"]


def test_entries_without_a_time_have_no_part_in_the_patterns(ana: User, ana_client: Client) -> None:
    pain(ana, 8, at=None)
    pain(ana, 4, at=dt.time(9))

    patterns = ana_client.get(PAGE).context["patterns"]

    rows = {row["label"]: row["days"] for row in patterns[0][2]["rows"]}
    assert rows["Morning, 6 to 12"] == "mean 4, 1 entry"
    assert rows["Afternoon, 12 to 18"] == "nothing logged"


def test_no_address_on_it_names_anything_of_health(ana: User, ana_client: Client) -> None:
    diary(ana, days=60)
    days_around(ana, days=60)
    page = ana_client.get(f"{PAGE}?with=1&with=10").content.decode().lower()

    addresses = [part.partition('"')[0] for part in page.split('href="?')[1:]]
    assert addresses
    assert not [address for address in addresses if any(word in address for word in ("sleep", "stress", "sit"))]


def test_everybody_sees_their_own(ana: User, ben_client: Client) -> None:
    day_log(ana, stress=3)

    assert "Nothing is logged" in ben_client.get(PAGE).content.decode()

"""The charts page."""

import datetime as dt
import json
import re
import uuid
from typing import Any

import pytest
import time_machine
from django.test import Client

from journal.actions.records import save_record
from journal.analytics.records import Feeling, FlareContent
from journal.models import FlareUp, KeptResult, MassageSession, User
from tests.cast import diary, flare, massage, on_wall, pain, pains, today, visit

NOON = dt.datetime(2026, 3, 20, 12, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
TODAY = NOON.date()
CALF = Feeling(quality="burning", region="calf", side="left")


@pytest.fixture(autouse=True)
def noon() -> Any:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def shown(client: Client, address: str = "") -> str:
    answer = client.get(f"/charts/{address}")
    assert answer.status_code == 200
    return answer.content.decode()


def titles(page: str) -> list[str]:
    return [re.sub(r"\s+", " ", title) for title in re.findall(r"<h2[^>]*>(.*?)</h2>", page, re.S)]


def data(page: str) -> dict[str, Any]:
    found = re.search(r'<script id="chart-data" type="application/json">(.*?)</script>', page, re.S)
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


def without_token(page: str) -> str:
    return re.sub(r'(name="(?:csrfmiddlewaretoken|uid)" value=")[^"]+', r"\1", page)


def test_an_empty_diary_says_what_will_be_here(ana_client: Client) -> None:
    page = shown(ana_client)
    assert titles(page) == ["Your charts will be here"]
    assert 'href="/pain/new/"' in page
    assert "chart.umd" not in page


def test_one_entry_is_drawn(ana: User, ana_client: Client) -> None:
    pain(ana, 6)
    assert titles(shown(ana_client)) == [
        "Pain was 6 on the one day you logged",
        "No places named in this period",
        "No kinds of pain named in this period",
        "No massage sessions in this period",
        "No flare-ups in this period",
    ]


def test_only_massages_are_drawn_without_pain(ana: User, ana_client: Client) -> None:
    massage(ana, pain_before=6, pain_after=4)
    assert titles(shown(ana_client)) == [
        "No pain logged in this period",
        "One massage session, rated before and right after",
        "No flare-ups in this period",
    ]


def test_everything_logged_is_there_in_words_and_tables(ana: User, ana_client: Client) -> None:
    pains(ana, {TODAY - back * DAY: 6 if back > 20 else 3 for back in range(1, 41)})
    pain(ana, 3, feelings=[CALF])
    massage(ana, on=TODAY - 3 * DAY, minutes=60, pain_before=7, pain_after=5)
    flare(ana, on=TODAY - 30 * DAY, until=TODAY - 28 * DAY)
    page = shown(ana_client)
    assert titles(page) == [
        "Pain fell from 6.0 to 3.0 since 8 February",
        "Felt as far as the calf or shin on 1 of 1 day",
        "Most often the left calf, on 1 of 1 day",
        "Where it was",
        "Burning is named most: on 1 of 1 day",
        "Leg and back pain, and signs of the nerve",
        "One massage session, rated before and right after",
        "One flare-up, 3 days",
    ]
    assert "8 February to 20 March 2026" in page
    assert page.count("<table>") == 8
    assert "<td>60 minutes, 7 before, 5 after" in page
    assert ">declared by you" in page


def test_scripts_get_the_numbers(ana: User, ana_client: Client) -> None:
    pain(ana, 6, feelings=[CALF])
    massage(ana, pain_before=6, pain_after=4)
    flare(ana)
    found = data(shown(ana_client))
    assert found["axis"]["to"] - found["axis"]["from"] == 14
    assert found["pain"]["mean"] == [6]
    assert found["sessions"]["before"] == [6]
    assert found["flares"][0]["open"]
    assert found["kinds"]["rows"][0]["label"] == "Burning"
    assert found["places"]["rows"][0]["label"] == "Left calf"
    assert found["reach"]["sides"][0] == {"label": "Left", "stations": [5]}
    assert found["signs"]["rows"][0]["label"] == "Leg pain"


def test_what_was_painted_reads_the_same_in_reach_halves_and_signs(ana: User, ana_client: Client) -> None:
    thigh = Feeling(quality="burning", region="thigh_back", side="left", intensity=6)
    toe = Feeling(quality="tingling", region="big_toe", side="left", intensity=3)
    pain(ana, 6, on=TODAY - DAY)
    pain(ana, 6, feelings=[thigh, toe])
    page = shown(ana_client)
    assert "Felt as far as the toes on 1 of 1 day" in titles(page)
    assert '<tr><th scope="row">20 Mar 2026</th><td>toes<td>none' in page
    assert '<tr><th scope="row">Back of left thigh</th><td>–<td>1 of 1 (6)' in page
    assert '<tr><th scope="row">Left big toe</th><td>–<td>1 of 1 (3)' in page
    assert '<b class="heat-6">100</b>' in page
    assert "<td>1<td>1 (6)<td>1 (3)" in page


def test_a_place_without_a_side_is_on_neither(ana: User, ana_client: Client) -> None:
    pain(ana, 6, feelings=[Feeling(quality="ache", region="calf")])
    page = shown(ana_client)
    assert "side not said" in page
    assert data(page)["reach"]["sides"] == [
        {"label": "Left", "stations": [None]},
        {"label": "Right", "stations": [None]},
        {"label": "Side not said", "stations": [5]},
    ]


def test_without_places_there_is_no_reach_and_no_halves(ana: User, ana_client: Client) -> None:
    pain(ana, 6, feelings=[Feeling(quality="tingling")])
    page = shown(ana_client)
    assert "reach-title" not in page
    assert "heat-title" not in page
    assert "signs-title" in page


def test_no_mean_before_and_after_massages_is_offered(ana: User, ana_client: Client) -> None:
    for back in range(8):
        massage(ana, on=TODAY - back * DAY, pain_before=9.1 - 0.8 * (back % 2), pain_after=3.1 - 0.8 * (back % 2))
    page = shown(ana_client)
    numbers = set(re.findall(r"\d+(?:\.\d+)?", re.sub(r"<[^>]*>", " ", page[page.index("<main") :])))
    assert {"9.1", "8.3", "3.1", "2.3"} <= numbers
    assert not {"8.7", "2.7", "6", "6.0"} & numbers
    assert "cannot tell whether massage helps" in page


@pytest.mark.parametrize(
    ("address", "chosen"),
    [
        ("", "90 days"),
        ("?range=30d", "30 days"),
        ("?range=1y", "1 year"),
        ("?range=all", "All"),
        ("?to=2026-03-20", None),
    ],
)
def test_the_chosen_range_is_marked(ana: User, ana_client: Client, address: str, chosen: str) -> None:
    pain(ana)
    marked = re.findall(r'aria-current="true">(.*?)</a>', shown(ana_client, address))
    assert marked == ([chosen] if chosen else [])


@pytest.mark.parametrize(
    ("address", "days"),
    [
        ("?range=30d", [29, 0]),
        ("?range=90d", [89, 30, 29, 0]),
        ("?range=1y", [364, 90, 89, 30, 29, 0]),
        ("?range=all", [365, 364, 90, 89, 30, 29, 0]),
        ("?from=2026-02-18&to=2026-03-19", [30, 29]),
    ],
)
def test_a_range_holds_its_days(ana: User, ana_client: Client, address: str, days: list[int]) -> None:
    pains(ana, {TODAY - back * DAY: 5 for back in (0, 29, 30, 89, 90, 364, 365)})
    epoch = dt.date(1970, 1, 1)
    drawn = [epoch + day * DAY for day in data(shown(ana_client, address))["pain"]["x"]]
    assert drawn == [TODAY - back * DAY for back in days]


def test_a_period_with_nothing_in_it_says_so_and_where_the_diary_is(ana: User, ana_client: Client) -> None:
    pain(ana, on=TODAY - 500 * DAY)
    for address in ("", "?from=2026-01-01&to=2026-02-01", "?from=2027-01-01", "?to=1999-01-01"):
        page = shown(ana_client, address)
        assert titles(page) == ["Nothing is logged in this period"]
        assert "Your diary begins on 5 November 2024." in page
        assert "?range=all" in page
    assert "Pain was 5 on the one day" in shown(ana_client, "?range=all")


def test_bad_dates_get_a_message_beside_them_and_the_usual_charts(ana: User, ana_client: Client) -> None:
    pain(ana)
    page = shown(ana_client, "?from=31/31/2026&to=2026-03-01")
    assert "Write the date as year-month-day, for example 2026-03-29." in page
    assert 'value="31/31/2026"' in page
    assert 'value="2026-03-01"' in page
    assert re.search(r'<details class="more" open>\s*<summary>Your own dates', page)
    assert "Pain was 5 on the one day you logged" in page


@pytest.mark.parametrize(
    "address",
    [
        "?range=%00",
        "?range[]=1",
        "?from=%F0%9F%92%A9&to=" + "9" * 5000,
        "?from=0001-01-01&to=9999-12-31",
        "?from=9999-12-31&to=9999-12-31",
        "?from=2026-03-20&from=oops",
        "?range=<script>alert(1)</script>&to=<script>alert(1)</script>",
    ],
)
def test_no_address_breaks_the_page(ana: User, ana_client: Client, address: str) -> None:
    pain(ana)
    assert "<script>alert" not in shown(ana_client, address)


def test_a_second_look_shows_just_the_same(ana: User, ana_client: Client) -> None:
    """The charts are kept as they were drawn."""
    massage(ana, therapist_name="<b>Kim</b>", pain_before=6, pain_after=4)
    pains(ana, {TODAY - number * DAY: 4 for number in range(20)})
    first = shown(ana_client)

    assert "drawn" in KeptResult.objects.get(name="charts 90d").value["value"]
    assert without_token(shown(ana_client)) == without_token(first)
    assert "&lt;b&gt;Kim&lt;/b&gt;" in first
    assert "<b>Kim" not in first


def test_what_one_person_sees_is_never_shown_to_another(
    ana: User, ben: User, ana_client: Client, ben_client: Client
) -> None:
    for user, name in ((ana, "Kim"), (ben, "Lou")):
        massage(user, therapist_name=name, pain_before=6, pain_after=4)
    for _ in range(2):
        assert ("Kim" in shown(ana_client), "Lou" in shown(ana_client)) == (True, False)
        assert ("Kim" in shown(ben_client), "Lou" in shown(ben_client)) == (False, True)


def test_names_of_any_script_are_kept_and_escaped(ana: User, ana_client: Client) -> None:
    for name in ("<script>alert('x')</script>", "李小龙", "محمد", "</script><b>", "Ann & co"):
        massage(ana, therapist_name=name)
    pain(ana, note="<script>alert('x')</script>")
    page = shown(ana_client)
    assert "<script>alert" not in page
    assert "</script><b>" not in page
    assert "李小龙" in page
    assert {"</script><b>", "Ann & co"} <= set(data(page)["sessions"]["text"])


def test_a_day_ahead_of_the_persons_own_today_is_shown(ana: User, ana_client: Client) -> None:
    pain(ana, 6, on=TODAY + DAY)
    assert "21 March 2026" in shown(ana_client)


def test_today_is_that_of_the_persons_zone(ana: User, ana_client: Client, noon: Any) -> None:
    pain(ana, 6)
    ana.time_zone = "Pacific/Kiritimati"
    ana.save()
    assert today(ana) == TODAY + DAY
    assert "20 to 21 March 2026" in shown(ana_client)


def test_a_new_entry_is_in_the_charts_at_once(ana: User, ana_client: Client) -> None:
    pain(ana, 6, at=dt.time(8))
    assert "Pain was 6" in shown(ana_client)
    pain(ana, 2, at=dt.time(9))
    assert "Pain was between 2 and 6" in shown(ana_client)


def test_the_next_day_draws_anew(ana: User, ana_client: Client, noon: Any) -> None:
    pain(ana, 6)
    shown(ana_client)
    noon.shift(DAY * 3)
    page = shown(ana_client)
    assert "20 to 23 March 2026" in page
    assert "Nothing is logged on 2 days" in page


def test_own_dates_are_not_kept(ana: User, ana_client: Client) -> None:
    pain(ana)
    shown(ana_client, "?range=30d")
    kept = set(KeptResult.objects.values_list("name", flat=True))
    assert kept == {"flare_history", "charts 30d"}
    shown(ana_client, "?from=2026-03-01")
    assert set(KeptResult.objects.values_list("name", flat=True)) == kept


def test_ten_years_are_drawn_by_week_with_a_table_of_every_one(ana: User, ana_client: Client) -> None:
    diary(ana, days=3652, until=TODAY)
    page = shown(ana_client, "?range=all")
    found = data(page)
    assert found["pain"]["unit"] == "week"
    assert len(found["pain"]["x"]) == 522
    assert "Pain by week, 0 to 10" in page
    assert len(found["sessions"]["x"]) == MassageSession.objects.count() > 400
    assert len(found["flares"]) >= FlareUp.objects.count() > 50


def test_another_persons_diary_plays_no_part(ana: User, ben: User, ana_client: Client) -> None:
    pain(ben, 9)
    assert titles(shown(ana_client)) == ["Your charts will be here"]


def test_a_short_flare_up_is_told_in_hours(ana: User, ana_client: Client) -> None:
    save_record(
        kind="flare",
        user=ana,
        uid=uuid.uuid4(),
        content=FlareContent(end=on_wall(ana, TODAY, dt.time(11))),
        moment=on_wall(ana, TODAY, dt.time(8)),
        moment_said=True,
        now=NOON,
    )
    assert "One flare-up, 3 hours" in titles(shown(ana_client))


def test_since_my_last_visit_begins_with_its_day(ana: User, ana_client: Client) -> None:
    diary(ana, days=120, until=TODAY)
    assert "Since my last visit" not in shown(ana_client)

    visit(ana, on=TODAY - 40 * DAY)
    visit(ana, on=TODAY + DAY)
    page = shown(ana_client)
    assert '<a href="?range=visit" aria-current="true">Since my last visit</a>' in page
    assert "8 February to 20 March 2026" in page

    visit(ana, on=TODAY - 20 * DAY)
    assert "28 February to 20 March 2026" in shown(ana_client, "?range=visit")

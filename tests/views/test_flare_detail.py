"""The page about one flare-up."""

import datetime as dt
import json
import uuid

from django.test import Client

from journal.analytics.records import Feeling, Triggered
from journal.models import User
from tests.cast import day_log, flare, flare_note, massage, medicine, on_wall, pain, pains
from tests.views.page_form import PageForm

FIRST = dt.date(2026, 5, 4)
LAST = dt.date(2026, 5, 7)
DAY = dt.timedelta(days=1)


def text(client: Client, uid: uuid.UUID) -> str:
    answer = client.get(f"/flares/{uid}/")
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_it_says_what_was_logged_in_it(ana: User, ana_client: Client) -> None:
    flare(ana, on=FIRST - 30 * DAY, until=FIRST - 21 * DAY)
    found = flare(ana, on=FIRST, until=LAST, note="After lifting.", helped="Walking, and warmth.")
    pain(ana, 8, on=FIRST, feelings=[Feeling(quality="ache", region="calf", side="left")])
    pain(ana, 4, on=FIRST + DAY, feelings=[Feeling(quality="ache", region="buttock", side="right")])
    pain(ana, 9, on=LAST + DAY, feelings=[Feeling(quality="ache", region="big_toe", side="left")])
    massage(ana, on=FIRST - 3 * DAY)
    massage(ana, on=FIRST + DAY, minutes=45)
    html = text(ana_client, found.uid)

    assert "<h1>Flare-up from 4 to 7 May 2026, 4 days</h1>" in html
    for what, words in (
        ("Length", "4 days"),
        ("Highest rating", "8"),
        ("Furthest down the leg", "left: calf; right: buttock"),
        ("After the flare-up before", "21 days"),
        ("Massage sessions in it", "1"),
        ("Last massage before it", "3 days before it began"),
    ):
        assert f"<dt>{what}</dt><dd>{words}</dd>" in html
    assert "After lifting." in html
    assert "Walking, and warmth." in html
    assert html.count("45 minutes") >= 1
    assert f'href="/flares/{found.uid}/edit/"' in html


def test_its_curve_has_a_week_on_either_side(ana: User, ana_client: Client) -> None:
    found = flare(ana, on=FIRST, until=LAST)
    pains(ana, {FIRST + offset * DAY: 5 for offset in range(-10, 14)})
    html = ana_client.get(f"/flares/{found.uid}/").content.decode()

    data = json.loads(html.partition('id="chart-data" type="application/json">')[2].partition("<")[0])
    assert data["axis"] == {"from": data["pain"]["x"][0], "to": data["pain"]["x"][-1] + 1}
    assert len(data["pain"]["x"]) == 7 + 4 + 7
    assert "flare_detail.js" in html
    assert "Pain by day, 0 to 10" in html
    assert "How far down the leg" not in html


def test_its_reach_is_drawn_over_the_same_days(ana: User, ana_client: Client) -> None:
    found = flare(ana, on=FIRST, until=LAST)
    for day, region in ((FIRST - 8 * DAY, "toes"), (FIRST - DAY, "buttock"), (LAST, "calf")):
        pain(ana, 5, on=day, feelings=[Feeling(quality="ache", region=region, side="left")])
    html = ana_client.get(f"/flares/{found.uid}/").content.decode()

    data = json.loads(html.partition('id="chart-data" type="application/json">')[2].partition("<")[0])
    assert [side["stations"] for side in data["reach"]["sides"]] == [[2, 5], [0, 0]]
    assert "Felt as far as the calf or shin on 1 of 2 days" in html
    assert "<dt>Furthest down the leg</dt><dd>left: calf</dd>" in html


def test_without_pain_there_is_no_curve_and_no_script(ana: User, ana_client: Client) -> None:
    html = text(ana_client, flare(ana, on=FIRST, until=LAST).uid)

    assert "there is no curve to draw" in html
    assert "flare_detail.js" not in html
    assert "no place logged" in html


def test_while_it_lasts_it_takes_notes_and_can_be_ended(ana: User, ana_client: Client) -> None:
    lasting = flare(ana, on=FIRST)
    html = text(ana_client, lasting.uid)

    taps = PageForm(html, action=f"/flares/{lasting.uid}/note/")
    assert taps.buttons == [("change", "better"), ("change", "same"), ("change", "worse")]
    assert f'action="/flares/{lasting.uid}/end/"' in html
    assert "What helped?" not in html


def test_over_it_asks_what_helped(ana: User, ana_client: Client) -> None:
    over = flare(ana, on=FIRST, until=LAST)
    html = text(ana_client, over.uid)

    assert "What helped?" in html
    assert f'action="/flares/{over.uid}/note/"' not in html


def test_notes_stand_in_order_and_those_of_another_flare_up_do_not(ana: User, ana_client: Client) -> None:
    found = flare(ana, on=FIRST, until=LAST)
    other = flare(ana, on=LAST, until=LAST + DAY)
    flare_note(found, "better", on=FIRST + 2 * DAY, note="Slept at last.")
    flare_note(found, "worse", on=FIRST, note="No sleep.")
    flare_note(other, "worse", on=LAST, note="Of the other.")
    html = text(ana_client, found.uid)

    assert html.index("No sleep.") < html.index("Slept at last.")
    assert "Of the other." not in html


def test_of_hours_it_says_hours(ana: User, ana_client: Client) -> None:
    end = on_wall(ana, FIRST, dt.time(15))
    found = flare(ana, on=FIRST)
    form = PageForm(ana_client.get(f"/flares/{found.uid}/edit/").content.decode())
    sent = form.sent({"day": FIRST, "at": "10:00", "end_day": FIRST, "end_at": "15:00"})
    ana_client.post(f"/flares/{found.uid}/edit/", sent)
    html = text(ana_client, found.uid)

    found.refresh_from_db()
    assert found.end == end
    assert "Flare-up on 4 May 2026, 5 hours" in html
    assert "<dt>Length</dt><dd>5 hours</dd>" in html
    assert "The flare-up was over, after 5 hours" in ana_client.get("/journal/").content.decode()
    html = ana_client.get("/flares/").content.decode()
    assert "Flare-up on 4 May 2026, 5 hours" in html
    assert "No massage before it" in html


def test_one_that_was_turned_down_has_no_page(ana: User, ana_client: Client) -> None:
    found = flare(ana, on=FIRST, until=LAST, origin="dismissed")

    assert ana_client.get(f"/flares/{found.uid}/").status_code == 404


def test_strangers_find_no_such_flare_up(ana: User, ben_client: Client) -> None:
    assert ben_client.get(f"/flares/{flare(ana).uid}/").status_code == 404


def test_its_days_say_pain_reach_medicines_and_the_day_around(ana: User, ana_client: Client) -> None:
    found = flare(ana, on=FIRST, until=LAST, triggers=(Triggered(trigger="driving", rating=3),))
    pain(ana, 4, on=FIRST)
    pain(ana, 8, on=FIRST, feelings=[Feeling(quality="ache", region="calf", side="left")])
    day_log(ana, on=FIRST, sleep_minutes=300, note="<script>")
    for _ in range(2):
        medicine(ana, on=LAST, name="Ibuprofen")
    medicine(ana, on=FIRST + DAY, taken=False)
    for day in (FIRST - DAY, LAST + DAY):
        medicine(ana, on=day, name="Outside")
        day_log(ana, on=day, stress=9)
    html = text(ana_client, found.uid)

    assert "<dt>What may have set it off</dt><dd>driving (strongly)</dd>" in html
    assert "<li>Ibuprofen 400 mg, 2 times on 1 day</li>" in html
    _, _, days = html.partition("Day by day")
    assert "Monday 4 May</a></p> <p>Pain between 4 and 8, as far as the calf or shin</p>" in days
    assert "Slept 5 hours" in days
    assert 'Thursday 7 May</a></p> <p class="entry-note">Taken: Ibuprofen 400 mg (2 times)</p>' in days
    assert f'href="/journal/?day={FIRST}"' in days
    assert "Something is logged on 2 of its 4 days." in days
    assert "Outside" not in html
    assert "stress 9" not in html


def test_with_nothing_logged_it_says_so(ana: User, ana_client: Client) -> None:
    html = text(ana_client, flare(ana, on=FIRST, until=LAST).uid)

    for words in ("None is logged as taken.", "Nothing is logged on its days.", "<dd>not said</dd>"):
        assert words in html

"""The journal page."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from journal.analytics.records import Area, Feeling
from journal.models import User
from tests.cast import diary, flare, massage, pain, signed_in

JOURNAL = "/journal/"
TODAY = dt.date(2026, 3, 4)
NOW = dt.datetime(2026, 3, 4, 20, tzinfo=dt.UTC)

pytestmark = pytest.mark.django_db


def shown(client: Client, address: str = JOURNAL) -> str:
    return client.get(address).content.decode()


def find(client: Client, **typed: str) -> str:
    """Send the filter, and what the page then shows."""
    response = client.post(JOURNAL, typed)
    assert (response.status_code, response["Location"]) == (302, JOURNAL)
    return shown(client)


@time_machine.travel(NOW, tick=False)
def test_days_are_named_as_people_name_them(ana: User, ana_client: Client) -> None:
    for day in (TODAY, dt.date(2026, 3, 3), dt.date(2026, 3, 1), dt.date(2025, 12, 31)):
        pain(ana, on=day)
    page = shown(ana_client)

    headings = ["Today", "Yesterday", "Sunday 1 March", "Wednesday 31 December 2025"]
    places = [page.index(f">{heading}</h2>") for heading in headings]
    assert places == sorted(places)


@time_machine.travel(dt.datetime(2026, 3, 4, 1, 45, tzinfo=dt.UTC), tick=False)
def test_before_the_persons_day_begins_it_is_still_yesterday(ana: User) -> None:
    User.objects.filter(pk=ana.pk).update(day_starts_at=4)
    ana.refresh_from_db()
    pain(ana, on=TODAY, at=dt.time(2, 30))
    page = shown(signed_in(ana))

    assert "Today</h2>" in page
    assert "Yesterday" not in page
    assert "02:30, in the night" in page


def test_a_pain_entry_shows_its_number_words_time_and_note(ana: User, ana_client: Client) -> None:
    burning = Feeling(quality="burning", region="calf", side="left")
    entry = pain(ana, 5.7, at=dt.time(21, 40), note="Long drive.", feelings=[burning])
    page = shown(ana_client)

    for words in ('data-intensity="6"', "5.7</span>", "Left calf, burning", "21:40", "Long drive."):
        assert words in page
    assert reverse("pain_edit", args=[entry.uid]) in page
    assert reverse("record_delete", args=["pain", entry.uid]) in page


def test_a_massage_and_a_flare_up_show_what_they_were(ana: User, ana_client: Client) -> None:
    buttock = (Area(region="buttock", side="left"),)
    session = massage(ana, on=TODAY, minutes=60, therapist_name="Anna", pain_before=7, pain_after=4, areas=buttock)
    flared = flare(ana, on=dt.date(2026, 3, 1), until=TODAY, note="After the drive.")
    page = shown(ana_client)

    assert "60 minutes, Anna, left buttock, 7 before, 4 after" in page
    assert "A flare-up began" in page
    assert "The flare-up was over, after 4 days" in page
    assert page.count("After the drive.") == 1
    assert reverse("massage_edit", args=[session.uid]) in page
    assert reverse("flare_edit", args=[flared.uid]) in page


def test_an_entry_without_a_time_shows_none(ana: User, ana_client: Client) -> None:
    pain(ana, at=None)
    assert "entry-time" not in shown(ana_client)


def test_markup_in_a_note_is_text(ana: User, ana_client: Client) -> None:
    pain(ana, note="<script>alert('x')</script>")
    massage(ana, therapist_name="<b>Anna</b>")
    page = shown(ana_client)

    assert "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    assert "<b>Anna" not in page


def test_a_very_long_note_is_all_there_behind_a_line_to_tap(ana: User, ana_client: Client) -> None:
    pain(ana, note="word " * 3999 + "end.")
    page = shown(ana_client)

    assert page.count("word") == 3999
    assert "The rest of this note" in page
    assert page.index("The rest of this note") < page.index("end.")


def test_a_short_note_is_shown_whole(ana: User, ana_client: Client) -> None:
    pain(ana, note="A short note.")
    assert "The rest of this note" not in shown(ana_client)


def test_an_empty_journal_says_what_will_be_here_and_offers_the_next_step(ana_client: Client) -> None:
    page = shown(ana_client)

    assert "Nothing here yet" in page
    assert f'href="{reverse("pain_new")}">Log how it is now' in page
    assert "Find entries" not in page


def test_other_peoples_entries_are_not_shown(ana_client: Client, ben: User) -> None:
    pain(ben, note="Not yours.")
    assert "Not yours." not in shown(ana_client)


def test_pages_lead_to_the_older_entries_and_back(ana: User, ana_client: Client) -> None:
    diary(ana, days=60)
    first = ana_client.get(JOURNAL)
    second = ana_client.get(f"{JOURNAL}?before={first.context['page'].older}")
    back = ana_client.get(f"{JOURNAL}?after={second.context['page'].newer}")

    assert "Newer" not in first.content.decode()
    assert "Older" not in second.content.decode()
    assert (back.status_code, back["Location"]) == (302, JOURNAL)


def test_a_newer_page_in_the_middle_is_shown_as_such(ana: User, ana_client: Client) -> None:
    diary(ana, days=120)
    second = ana_client.get(f"{JOURNAL}?before={ana_client.get(JOURNAL).context['page'].older}").context["page"]
    third = ana_client.get(f"{JOURNAL}?before={second.older}").context["page"]

    assert ana_client.get(f"{JOURNAL}?after={third.newer}").context["page"] == second


@pytest.mark.parametrize("query", ["before=x", "before=%00", "before=%FF%FE", "before[]=1", "before=" + "9" * 3000])
def test_a_bad_cursor_shows_the_first_page(ana: User, ana_client: Client, query: str) -> None:
    pain(ana, note="The newest.")
    assert "The newest." in shown(ana_client, f"{JOURNAL}?{query}")


def test_a_bad_newer_cursor_leads_to_the_first_page(ana_client: Client) -> None:
    assert ana_client.get(f"{JOURNAL}?after=x")["Location"] == JOURNAL


def test_a_filter_is_kept_in_the_session_and_said_in_words(ana: User, ana_client: Client) -> None:
    here = [Feeling(quality="burning", region="calf", side="left")]
    pain(ana, note="In the car", feelings=here, on=TODAY)
    pain(ana, note="In bed", feelings=here, on=TODAY)
    typed = {"kind": "pain", "region": "calf", "quality": "burning", "text": "CAR", "first": "2026-03-01"}
    page = find(ana_client, **typed)

    said = "Showing pain entries with burning at the calf that say “CAR”, from 1 March 2026 on."
    assert said in page
    assert "In the car" in page
    assert "In bed" not in page
    assert said in shown(ana_client)


def test_everything_is_one_tap_away(ana: User, ana_client: Client) -> None:
    pain(ana, note="In bed")
    assert "In bed" not in find(ana_client, text="car")
    page = find(ana_client, everything="1")

    assert "In bed" in page
    assert "Showing" not in page


def test_an_empty_filter_is_no_filter(ana: User, ana_client: Client) -> None:
    pain(ana)
    assert "Showing" not in find(ana_client, kind="", text="  ", first="")


def test_a_filter_that_finds_nothing_says_so(ana: User, ana_client: Client) -> None:
    pain(ana, note="In bed")
    page = find(ana_client, text="car")

    assert "Nothing found" in page
    assert "that say “car”" in page
    assert "Show everything" in page


def test_pages_of_a_filter_keep_it(ana: User, ana_client: Client) -> None:
    diary(ana, days=120)
    find(ana_client, kind="pain")
    first = ana_client.get(JOURNAL).context["page"]
    second = ana_client.get(f"{JOURNAL}?before={first.older}").context["page"]

    assert {row.kind for day in second.days for row in day.rows} == {"pain"}


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"first": "2026-03-05", "last": "2026-03-01"}, "This is before the first day."),
        ({"first": "5 March"}, "Write the date as year-month-day"),
        ({"last": "2026-02-30"}, "Write the date as year-month-day"),
        ({"kind": "sleep"}, "Choose one from the list."),
        ({"region": "elbow"}, "Choose one from the list."),
        ({"quality": "excruciating"}, "Choose one from the list."),
        ({"text": "a" * 201}, "up to 200 fit"),
        ({"text": "a\x00b"}, "invisible character"),
    ],
)
def test_a_filter_with_a_mistake_is_refused_beside_its_field_and_stays_typed(
    ana: User, ana_client: Client, typed: dict[str, str], message: str
) -> None:
    pain(ana, note="In bed")
    response = ana_client.post(JOURNAL, {"text": "In bed"} | typed)
    page = response.content.decode()

    assert response.status_code == 200
    assert message in page
    assert "In bed" in page
    assert "Showing" not in shown(ana_client)
    for name, value in typed.items():
        assert response.context["form"][name].value() == value


def test_a_mistake_leaves_the_filter_before_it_in_force(ana: User, ana_client: Client) -> None:
    pain(ana, note="In bed")
    find(ana_client, text="car")
    page = ana_client.post(JOURNAL, {"first": "x"}).content.decode()

    assert "that say “car”" in page
    assert "In bed" not in page


@pytest.mark.parametrize("kept", [{"region": "elbow"}, {"first": "x", "kind": "pain"}, {"nothing": "like it"}])
def test_a_kept_filter_that_is_no_longer_valid_is_forgotten(
    ana: User, ana_client: Client, kept: dict[str, str]
) -> None:
    pain(ana, note="In bed")
    session = ana_client.session
    session["journal_filter"] = kept
    session.save()
    page = shown(ana_client)

    assert "In bed" in page
    assert "Showing" not in page
    assert "field-error" not in page


@pytest.mark.parametrize("days", [0, 30, 3653])
def test_the_page_takes_ten_queries_at_most(
    ana: User, ana_client: Client, days: int, django_assert_max_num_queries: Any
) -> None:
    diary(ana, days=days)
    with django_assert_max_num_queries(10):
        ana_client.get(JOURNAL)


def test_it_answers_head_and_refuses_other_methods(ana_client: Client) -> None:
    assert ana_client.head(JOURNAL).status_code == 200
    assert ana_client.put(JOURNAL).status_code == 405

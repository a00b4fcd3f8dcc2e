"""The directory: searching, ordering and paging it, with nothing of that in an address."""

import datetime as dt

import pytest
from django.test import Client

from journal.analytics.therapists import ListingState
from journal.models import Therapist, User
from tests.cast import listing, review
from tests.views.bad_input import MARKUP
from tests.views.page_form import PageForm, error_at

PAGE = "/therapists/"


def search(client: Client, **said: str) -> str:
    form = PageForm(client.get(PAGE).text, action=PAGE)
    response = client.post(PAGE, form.sent(said))
    assert response.status_code == 302
    assert response["Location"] == PAGE
    return client.get(PAGE).text


def names(client: Client) -> list[str]:
    return [row.name for row in client.get(PAGE).context["page"].rows]


def test_an_empty_directory_says_what_will_be_there(ana_client: Client) -> None:
    page = ana_client.get(PAGE).text

    assert "Nobody is listed yet" in page
    assert "/therapists/new/" in page


def test_a_search_lasts_until_it_is_taken_back_and_stands_in_no_address(ana_client: Client) -> None:
    listing(name="Vera Lang", place="Leeds", knows_sciatica="yes")
    listing(name="Bruno Stein", place="York")

    page = search(ana_client, place="leeds", knows_sciatica="on")

    assert "therapists in “leeds”; experience with sciatica" in page
    assert names(ana_client) == ["Vera Lang"]
    ana_client.post(PAGE, {"everybody": "1"})
    assert set(names(ana_client)) == {"Vera Lang", "Bruno Stein"}


def test_nobody_found_offers_to_suggest_somebody(ana_client: Client) -> None:
    listing()

    assert "Nobody here fits that" in search(ana_client, words="nobody")


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("words", "x" * 121, "up to 120 fit"),
        ("place", "a\x00b", "invisible character"),
        ("technique", "magic", "Choose one from the list"),
        ("country", "XX", "Choose one from the list"),
    ],
)
def test_a_search_that_cannot_be_leaves_the_last_one(ana_client: Client, field: str, value: str, words: str) -> None:
    listing()

    response = ana_client.post(PAGE, {field: value})

    assert words in error_at(response.text, field)
    assert [row.name for row in response.context["page"].rows] == ["Vera Lang"]


def test_what_an_earlier_release_kept_is_forgotten(ana_client: Client) -> None:
    listing()
    session = ana_client.session
    session["directory_filter"] = {"technique": "magic"}
    session.save()

    assert names(ana_client) == ["Vera Lang"]


def test_a_row_says_what_was_checked_and_a_mean_only_from_three_reviews(ana: User, ana_client: Client) -> None:
    one, other = listing(name="Checked"), listing(name="Other")
    Therapist.objects.filter(pk=one.pk).update(licence_checked_on=dt.date(2026, 5, 4))
    for number in range(3):
        author = User.objects.create_user(f"author{number}@example.org")
        review(one, author, rating=number + 3)
        if number:
            review(other, author, rating=5)

    page = " ".join(ana_client.get(PAGE).text.split())

    assert "Licence checked on 4 May 2026" in page
    assert "4.0 of 5 from 3 reviews" in page
    assert "2 reviews" in page
    assert "5.0" not in page


def test_names_are_shown_as_they_were_typed(ana_client: Client) -> None:
    listing(name=MARKUP, practice=MARKUP, place=f"{MARKUP} Leeds")

    assert MARKUP not in ana_client.get(PAGE).text


def test_pages_lead_further_and_back(ana_client: Client) -> None:
    for number in range(45):
        listing(name=f"Name {number}")
    first = ana_client.get(PAGE)

    second = ana_client.get(PAGE, {"after": first.context["page"].next})
    back = ana_client.get(PAGE, {"before": second.context["page"].previous})

    shown = [row.pk for row in first.context["page"].rows]
    assert [row.pk for row in back.context["page"].rows] == shown
    assert not set(shown) & {row.pk for row in second.context["page"].rows}
    assert 'rel="next"' in first.text
    assert 'rel="prev"' not in first.text


def test_a_misspelt_town_is_asked_about_and_one_tap_looks_there(ana_client: Client) -> None:
    listing(name="Vera Lang", place="Leeds", knows_sciatica="yes")
    listing(name="Bruno Stein", place="Leeds")
    listing(name="Waiting", place="Leadsx", state=ListingState.PENDING)

    page = search(ana_client, place="Leads", knows_sciatica="on")
    form = PageForm(page[page.index("Nobody here fits that") :], action=PAGE)
    assert form.buttons == [("place", "Leeds")]
    ana_client.post(PAGE, form.sent({"place": "Leeds"}))

    assert names(ana_client) == ["Vera Lang"]


def test_a_town_that_is_there_is_not_asked_about(ana_client: Client) -> None:
    listing(place="Leeds", country="GB")

    for said in ({"place": "Leeds", "words": "Nobody"}, {"place": "Leads", "country": "US"}, {"place": "!"}):
        assert "Did you mean" not in search(ana_client, **said)
        ana_client.post(PAGE, {"everybody": "1"})

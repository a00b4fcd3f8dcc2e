"""Suggesting a therapist."""

import pytest
from django.test import Client

from journal.analytics.listing import ListingContent
from journal.models import Therapist, User
from tests.cast import listing
from tests.views.bad_input import MARKUP, UIDS
from tests.views.page_form import PageForm, error_at

PAGE = "/therapists/new/"
VERA = {"name": "Vera Lang", "place": "Leeds", "country": "GB"}


def form(client: Client) -> PageForm:
    return PageForm(client.get(PAGE).text)


def stored() -> Therapist:
    found: Therapist = Therapist.objects.get()
    return found


def test_name_town_and_country_are_enough(ana: User, ana_client: Client) -> None:
    response = ana_client.post(PAGE, form(ana_client).sent({"name": " Vera  Lang ", "place": "Leeds", "country": "GB"}))

    assert response["Location"] == "/therapists/sent/"
    assert (stored().state, stored().added_by) == ("pending", ana)
    assert stored().content == ListingContent(name="Vera Lang", place="Leeds", country="GB")


def test_the_country_is_that_of_the_person(ana_client: Client) -> None:
    assert form(ana_client).value("country") == "DE"


def test_everything_can_be_said(ana_client: Client) -> None:
    said = VERA | {
        "practice": "Lang & Co",
        "street": "1 Example Street",
        "postcode": "LS1 4AB",
        "phone": "+44 (0)113 496-0000 ext. 12",
        "email": "v@example.org",
        "website": "www.example.org/massage",
        "credential": "cnhc",
        "register": "CNHC",
        "licence_number": "C-1234",
        "techniques": ["thai", "deep_tissue"],
        "knows_sciatica": "yes",
        "knows_lower_back": "no",
        "insured": "yes",
        "languages": "English, Deutsch",
        "price_from": "62,50",
        "price_to": "80",
        "currency": "GBP",
    }

    ana_client.post(PAGE, form(ana_client).sent(said))

    content = stored().content
    assert content.website == "https://www.example.org/massage"
    assert content.techniques == ("deep_tissue", "thai")
    assert (str(content.price_from), str(content.price_to), content.currency) == ("62.50", "80.00", "GBP")
    assert (content.knows_sciatica, content.knows_lower_back, content.insured) == ("yes", "no", "yes")


def test_sent_twice_it_is_there_once(ana_client: Client) -> None:
    sent = form(ana_client).sent(VERA)

    ana_client.post(PAGE, sent)
    ana_client.post(PAGE, sent)

    assert Therapist.objects.count() == 1


def test_one_that_may_be_the_same_is_shown_first_and_can_be_sent_all_the_same(ana_client: Client) -> None:
    there = listing(name="Lang, Vera", place="Leeds")

    shown = ana_client.post(PAGE, form(ana_client).sent(VERA | {"street": "Typed already"}))
    asked = PageForm(shown.text)

    assert "Is it one of these?" in shown.text
    assert f"/therapists/{there.uid}/" in shown.text
    assert asked.value("street") == "Typed already"
    assert Therapist.objects.count() == 1
    ana_client.post(PAGE, asked.sent())
    assert Therapist.objects.filter(state="pending", street="Typed already").exists()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "", "Write the name"),
        ("name", "...", "letters or digits"),
        ("name", "x" * 121, "up to 120 fit"),
        ("name", "a\x00b", "invisible character"),
        ("place", "", "Write the town"),
        ("country", "", "Choose the country"),
        ("country", "XX", "Choose one from the list"),
        ("phone", "call me", "with digits"),
        ("phone", "12", "with digits"),
        ("email", "not an address", "whole address"),
        *(
            ("website", value, "address of a website")
            for value in ("javascript:alert(1)", "ftp://example.org", "no address", "https://user:x@example.org")
        ),
        ("credential", "king", "Choose one from the list"),
        ("techniques", ["magic"], "does not offer"),
        ("techniques", ["self"], "does not offer"),
        ("insured", "perhaps", "Choose from what is shown"),
        *(("price_from", value, "price as a number") for value in ("-1", "cheap", "nan", "1e99", "99999999")),
        ("currency", "£££", "Choose one from the list"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    ana_client: Client, field: str, value: str | list[str], words: str
) -> None:
    response = ana_client.post(PAGE, form(ana_client).sent(VERA | {field: value}))

    assert words in error_at(response.text, field)
    assert not Therapist.objects.exists()


def test_prices_stand_in_their_order_and_with_a_currency(ana_client: Client) -> None:
    response = ana_client.post(PAGE, form(ana_client).sent(VERA | {"price_from": "80", "price_to": "60"}))

    assert "below the first price" in error_at(response.text, "price_to")
    assert "Choose the currency" in error_at(response.text, "currency")


@pytest.mark.parametrize("uid", UIDS)
def test_a_form_without_its_uid_is_shown_again(ana_client: Client, uid: str | None) -> None:
    response = ana_client.post(PAGE, form(ana_client).sent(VERA | {"uid": uid}))

    assert "Send it once more" in response.text
    assert not Therapist.objects.exists()
    ana_client.post(PAGE, PageForm(response.text).sent())
    assert Therapist.objects.count() == 1


def test_the_limit_of_a_day_is_told_and_what_was_typed_stays(ana_client: Client) -> None:
    for number in range(6):
        response = ana_client.post(PAGE, form(ana_client).sent(VERA | {"place": f"Town {number}x{number}y"}))

    assert "the most for one person" in response.text
    assert PageForm(response.text).value("place") == "Town 5x5y"
    assert Therapist.objects.count() == 5


def test_whoever_is_suspended_is_told(ana: User, ana_client: Client) -> None:
    User.objects.filter(pk=ana.pk).update(may_publish=False)

    assert "cannot be sent" in ana_client.get(PAGE).text, "before they type anything"
    assert "a moderator has ended that" in ana_client.post(PAGE, form(ana_client).sent(VERA)).text
    assert not Therapist.objects.exists()


def test_markup_is_kept_as_text(ana_client: Client) -> None:
    ana_client.post(PAGE, form(ana_client).sent(VERA | {"practice": MARKUP}))

    assert stored().practice == MARKUP

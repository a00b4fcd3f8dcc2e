"""Making a link to the report, and what stands of it afterwards."""

import datetime as dt
import re
from hashlib import sha256
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from journal.actions.share import MOST_OPEN
from journal.analytics.report import Report, ReportChoices
from journal.models import ShareLink, User
from tests import cast
from tests.cast import share, signed_in
from tests.views.bad_input import MARKUP
from tests.views.page_form import PageForm

PAGE = "/report/share/"


def form(client: Client) -> PageForm:
    return PageForm(client.get(PAGE).content.decode().replace("share-form", "log"))


def make(client: Client, **changed: Any) -> str:
    """The page that answers."""
    text: str = client.post(PAGE, form(client).sent(changed)).content.decode()
    return text


def secret_in(page: str) -> str:
    found = re.search(r'value="http://testserver/s/([^/"]+)/"', page)
    assert found
    return found[1]


def choose(client: Client, **changed: Any) -> None:
    """Say on the page of the report what it shows."""
    page = client.get("/report/").content.decode().replace('class="more-body"', 'class="log"', 1)
    assert client.post("/report/", PageForm(page).sent(changed)).status_code == 302


def test_a_link_is_shown_once_and_only_its_hash_is_stored(ana: User, ana_client: Client) -> None:
    secret = secret_in(make(ana_client))
    link = ShareLink.objects.get()

    assert len(secret) == 43  # 256 bits
    assert link.secret_sha256 == sha256(secret.encode()).hexdigest()
    assert secret not in str(ShareLink.objects.values())
    assert secret not in ana_client.get(PAGE).content.decode()
    assert Client().get(f"/s/{secret}/")["Location"] == "/shared/"


@pytest.mark.parametrize("days", [1, 7, 30])
def test_it_works_for_as_long_as_was_chosen(ana: User, days: int) -> None:
    with time_machine.travel("2026-05-04T10:00:00Z", tick=False) as clock:
        secret = secret_in(make(signed_in(ana), days=str(days)))
        clock.shift(dt.timedelta(days=days, seconds=-1))
        assert Client().get(f"/s/{secret}/").status_code == 302
        clock.shift(dt.timedelta(seconds=1))
        assert Client().get(f"/s/{secret}/").status_code == 404


def test_sent_twice_it_is_one_link_and_the_same_address(ana_client: Client) -> None:
    sent = form(ana_client).sent()
    first, again = (ana_client.post(PAGE, sent).content.decode() for _ in range(2))

    assert secret_in(first) == secret_in(again)
    assert ShareLink.objects.count() == 1


def test_loaded_again_after_it_was_withdrawn_it_stays_so(ana_client: Client) -> None:
    sent = form(ana_client).sent()
    ana_client.post(PAGE, sent)
    ana_client.post(f"/report/share/{ShareLink.objects.get().uid}/revoke/")

    page = ana_client.post(PAGE, sent, follow=True)

    assert "This link was withdrawn since." in page.content.decode()
    assert ShareLink.objects.get().revoked_at


def test_the_name_is_on_it_only_where_that_is_chosen_for_this_link(ana: User, ana_client: Client) -> None:
    assert "who" not in form(ana_client).offered
    assert "Your name is not on it." in ana_client.get(PAGE).content.decode()

    choose(ana_client, name="Ana Lopez", birth_year="1975")
    make(ana_client)
    make(ana_client, who="on")

    first, second = ShareLink.objects.order_by("pk")
    assert "Ana Lopez" not in str(first.choices) + str(first.kept)
    assert (second.choices["name"], second.choices["birth_year"]) == ("Ana Lopez", 1975)
    assert second.kept is not None
    assert Report.from_json(second.kept["report"]).name == "Ana Lopez"


def test_notes_are_in_it_only_where_that_is_chosen(ana: User, ana_client: Client) -> None:
    cast.pain(ana, note="A private note.")
    make(ana_client)
    make(ana_client, notes="on")

    without, with_notes = (str(link.kept) for link in ShareLink.objects.order_by("pk"))
    assert "A private note." not in without
    assert "A private note." in with_notes


def test_it_shows_what_the_report_shows(ana: User, ana_client: Client) -> None:
    cast.medicine(ana, name="Tramadol")
    choose(ana_client, span="30d", sections=["massages", "entries"])
    make(ana_client)
    link = ShareLink.objects.get()

    assert ReportChoices.from_json(link.choices).sections == ("massages", "entries")
    assert link.kept is not None
    assert "Tramadol" not in str(link.kept)
    assert (link.first, link.last) == (cast.today(ana) - dt.timedelta(days=29), cast.today(ana))


def test_the_next_visit_does_not_empty_a_live_one(ana: User, ana_client: Client) -> None:
    """It was made for that visit, and goes on from the visit that was the last one then."""
    today = cast.today(ana)
    cast.pain(ana, on=today - dt.timedelta(days=20))
    cast.visit(ana, on=today - dt.timedelta(days=30))
    client = Client()
    client.get(f"/s/{secret_in(make(ana_client, state='live'))}/")
    assert "31 days" in client.get("/shared/").content.decode()

    cast.visit(ana, on=today - dt.timedelta(days=1))

    assert "31 days" in client.get("/shared/").content.decode()
    first = today - dt.timedelta(days=30)
    assert f"From {first.day} {first:%B} {first.year} on" in ana_client.get(PAGE).content.decode()


def test_without_a_visit_a_live_one_shows_ninety_days(ana_client: Client) -> None:
    make(ana_client, state="live")

    assert ShareLink.objects.get().choices["span"] == "90d"


def test_a_live_one_keeps_nothing(ana_client: Client) -> None:
    make(ana_client, state="live")
    link = ShareLink.objects.get()

    assert (link.is_live, link.kept, link.first, link.last) == (True, None, None, None)
    assert "as it is when opened" in ana_client.get(PAGE).content.decode()


def test_openings_are_counted_in_the_list(ana: User, ana_client: Client) -> None:
    with time_machine.travel("2026-05-04T10:00:00Z", tick=False):
        client = signed_in(ana)
        secret = secret_in(make(client))
        assert "not opened yet" in client.get(PAGE).content.decode()
        Client().get(f"/s/{secret}/", follow=True)
        Client().head(f"/s/{secret}/")
        assert "opened once, last on 4 May 2026, 12:00" in client.get(PAGE).content.decode()
        Client().get(f"/s/{secret}/", follow=True)
        assert "opened twice" in client.get(PAGE).content.decode()


def test_those_that_ended_stand_apart_and_say_how(ana: User, ana_client: Client) -> None:
    gone, old = share(ana, "gone"), share(ana, "old", days=1, age=3)
    share(ana, "works")
    ana_client.post(f"/report/share/{gone.uid}/revoke/")
    page = ana_client.get(PAGE).content.decode()
    working, _, ended = page.partition("Links that no longer work")

    assert working.count("/revoke/") == 1
    assert "Withdrawn on" in ended
    assert "Expired on" in ended
    old.refresh_from_db()
    assert old.opened == 0


def test_there_are_no_more_than_some_at_a_time(ana: User, ana_client: Client) -> None:
    for number in range(MOST_OPEN):
        share(ana, f"link {number}", is_live=True)
    page = make(ana_client)

    assert f"{MOST_OPEN} links work at the moment" in page
    assert ShareLink.objects.count() == MOST_OPEN


@pytest.mark.parametrize("key", ["", None, "gibberish", "\x00", "eyJ1aWQiOiIxIn0:1fSd2X:AAAA"])
def test_a_key_that_this_page_did_not_make_makes_no_link(ana_client: Client, key: str | None) -> None:
    page = make(ana_client, key=key)

    assert "Make the link once more" in page
    assert not ShareLink.objects.exists()
    again = PageForm(page.replace("share-form", "log")).sent()
    assert ana_client.post(PAGE, again).status_code == 200
    assert ShareLink.objects.count() == 1


def test_the_key_of_somebody_else_makes_no_link(ana_client: Client, ben_client: Client) -> None:
    assert "Make the link once more" in make(ana_client, key=form(ben_client).value("key"))
    assert not ShareLink.objects.exists()


@pytest.mark.parametrize(("field", "value"), [("days", "365"), ("days", None), ("state", "both"), ("state", "")])
def test_what_is_not_offered_is_refused(ana_client: Client, field: str, value: str | None) -> None:
    assert "Choose one of these." in make(ana_client, **{field: value})
    assert not ShareLink.objects.exists()


def test_a_name_is_text(ana_client: Client) -> None:
    choose(ana_client, name=MARKUP)

    assert "<script>alert" not in ana_client.get(PAGE).content.decode()


def test_those_of_others_are_not_listed(ben: User, ana_client: Client) -> None:
    share(ben)

    assert "/revoke/" not in ana_client.get(PAGE).content.decode()


def test_a_report_chosen_under_an_earlier_release_is_said_to_be_one(ana: User, ana_client: Client) -> None:
    share(ana, is_live=True)
    ShareLink.objects.update(choices={"of": "another form"})

    assert "A report of an earlier release" in ana_client.get(PAGE).content.decode()
    assert Client().get("/s/a secret/").status_code == 302


def test_the_clock_of_the_list_is_the_persons(ana: User) -> None:
    with time_machine.travel("2026-05-04T22:30:00Z", tick=False):
        share(ana, days=1)
        assert "Works until 6 May 2026, 00:30" in signed_in(ana).get(PAGE).content.decode()
        assert timezone.now().day == 4

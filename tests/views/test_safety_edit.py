"""Changing what was answered on the page on when to get help."""

import pytest
from django.test import Client

from journal.models import SafetyCheck, User
from tests.cast import safety_check
from tests.views.page_form import PageForm

pytestmark = pytest.mark.django_db


def test_it_shows_why_the_page_came_up_and_what_was_answered(ana: User, ana_client: Client) -> None:
    check = safety_check(ana, "saddle", bladder="no")
    html = ana_client.get(f"/safety/{check.uid}/").text

    assert "something felt between the legs" in html
    assert PageForm(html).value("bladder") == "no"


def test_answers_change_and_the_rest_stays(ana: User, ana_client: Client) -> None:
    check = safety_check(ana, "saddle", bladder="no")
    address = f"/safety/{check.uid}/"
    ana_client.post(address, PageForm(ana_client.get(address).text).sent({"bladder": "yes"}))

    changed = SafetyCheck.objects.get(pk=check.pk)
    assert (changed.bladder, changed.version, changed.reasons, changed.asked) == ("yes", 2, "saddle", True)
    assert changed.moment == check.moment


def test_a_change_from_an_older_version_is_shown_beside_what_is_there(ana: User, ana_client: Client) -> None:
    check = safety_check(ana, "saddle")
    address = f"/safety/{check.uid}/"
    form = PageForm(ana_client.get(address).text)
    ana_client.post(address, form.sent({"bladder": "yes"}))
    stale = ana_client.post(address, form.sent({"bladder": "no"}))

    assert stale.status_code == 409
    assert '<mark class="multiline">yes</mark>' in stale.text
    assert '<mark class="multiline">no</mark>' in stale.text


def test_it_stands_in_the_journal_in_words(ana: User, ana_client: Client) -> None:
    safety_check(ana, "saddle", "weakness_new", bladder="no", fever="unsure")
    html = ana_client.get("/journal/").text

    assert (
        "The page on when to get help was shown, because of something felt between the legs and weakness that is new; "
        "trouble with peeing: no, fever: not sure" in html
    )


def test_the_journal_can_show_only_these(ana: User, ana_client: Client) -> None:
    safety_check(ana, "saddle")
    page = ana_client.post("/journal/", {"kind": "safety"}, follow=True)
    assert "was shown" in page.text
    page = ana_client.post("/journal/", {"kind": "pain"}, follow=True)
    assert "was shown, because" not in page.text
    page = ana_client.post("/journal/", {"text": "saddle"}, follow=True)
    assert "was shown, because" not in page.text


def test_it_can_be_deleted_and_brought_back(ana: User, ana_client: Client) -> None:
    check = safety_check(ana)
    ana_client.post(f"/records/safety/{check.uid}/delete/")
    assert not SafetyCheck.objects.owned_by(ana).exists()
    ana_client.post(f"/records/safety/{check.uid}/2/undo/")
    assert SafetyCheck.objects.owned_by(ana).exists()

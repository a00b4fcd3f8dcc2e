"""Reporting a listing."""

import pytest
from django.test import Client

from journal.models import ContentReport, User
from tests.cast import listing
from tests.views.bad_input import UIDS
from tests.views.page_form import PageForm, error_at


def test_a_reason_is_enough_and_twice_is_once(ana: User, ana_client: Client) -> None:
    about = listing()
    page = f"/therapists/{about.uid}/report/"
    sent = PageForm(ana_client.get(page).text).sent({"reason": "advert"})

    for _ in range(2):
        assert ana_client.post(page, sent)["Location"] == f"/therapists/{about.uid}/"

    report = ContentReport.objects.get()
    assert (report.reporter, report.therapist, report.review, report.state) == (ana, about, None, "open")


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [("reason", None, "Choose what is wrong"), ("reason", "x", "Choose what is wrong"), ("words", "\x00", "invisible")],
)
def test_what_cannot_be_is_refused_beside_its_field(
    ana_client: Client, field: str, value: str | None, words: str
) -> None:
    page = f"/therapists/{listing().uid}/report/"
    sent = PageForm(ana_client.get(page).text).sent({"reason": "advert", field: value})

    assert words in error_at(ana_client.post(page, sent).text, field)
    assert not ContentReport.objects.exists()


@pytest.mark.parametrize("uid", UIDS)
def test_a_form_without_its_uid_is_shown_again(ana_client: Client, uid: str | None) -> None:
    page = f"/therapists/{listing().uid}/report/"
    sent = PageForm(ana_client.get(page).text).sent({"reason": "advert", "uid": uid})

    assert "Send it once more" in ana_client.post(page, sent).text

"""A visit: what was said there, and the questions that were asked."""

import datetime as dt
import uuid
from typing import Any

import pytest
from django.test import Client

from journal.models import DoctorVisit, User, VisitQuestion
from journal.queries.visit import open_questions
from tests.cast import question, today, visit
from tests.views.page_form import PageForm

DAY = dt.date(2026, 5, 4)


@pytest.fixture
def seen(ana: User) -> DoctorVisit:
    return visit(ana, on=DAY, at=dt.time(9, 30), clinician="Dr Weber")


def form(client: Client, visit: DoctorVisit) -> PageForm:
    return PageForm(client.get(f"/visits/{visit.uid}/").content.decode())


def send(client: Client, visit: DoctorVisit, changed: dict[str, Any]) -> str:
    sent = form(client, visit).sent(changed)
    text: str = client.post(f"/visits/{visit.uid}/", sent, follow=True).content.decode()
    return text


def now(question: VisitQuestion) -> tuple[bool, uuid.UUID | None]:
    question.refresh_from_db()
    return question.asked, question.visit_uid


def test_what_was_said_is_noted(ana_client: Client, seen: DoctorVisit) -> None:
    page = send(ana_client, seen, {"said": "Go on walking."})
    seen.refresh_from_db()

    assert seen.said == "Go on walking."
    assert "It now says: 4 May 2026, 09:30 – visit to Dr Weber" in page


def test_ticked_questions_were_asked_there_and_the_others_stay_open(
    ana: User, ana_client: Client, seen: DoctorVisit
) -> None:
    swim, drive = question(ana, "May I swim?"), question(ana, "May I drive?")
    page = send(ana_client, seen, {"asked": [str(swim.uid)]})

    assert now(swim) == (True, seen.uid)
    assert now(drive) == (False, None)
    assert open_questions(user=ana) == ("May I drive?",)
    assert "1 question is marked as asked." in page
    assert "Nothing was changed" not in page


def test_a_tick_taken_out_opens_the_question_again(ana: User, ana_client: Client, seen: DoctorVisit) -> None:
    swim = question(ana, "May I swim?", asked=True, visit=str(seen.uid))
    assert form(ana_client, seen).fields["asked"] == [str(swim.uid)]

    page = send(ana_client, seen, {"asked": None})

    assert now(swim) == (False, None)
    assert "1 question is open again." in page


def test_without_a_change_nothing_changes(ana: User, ana_client: Client, seen: DoctorVisit) -> None:
    swim = question(ana, "May I swim?", asked=True, visit=str(seen.uid))
    page = send(ana_client, seen, {})
    seen.refresh_from_db()

    assert "Nothing was changed" in page
    assert (seen.version, swim.version, now(swim)) == (1, 1, (True, seen.uid))


def test_what_was_asked_elsewhere_meanwhile_stays_asked(ana: User, ana_client: Client, seen: DoctorVisit) -> None:
    swim = question(ana, "May I swim?")
    sent = form(ana_client, seen).sent()
    other = visit(ana, on=DAY)
    send(ana_client, other, {"asked": [str(swim.uid)]})

    ana_client.post(f"/visits/{seen.uid}/", sent)

    assert now(swim) == (True, other.uid)


def test_a_stale_change_ticks_nothing_and_keeps_the_ticks_in_the_form(
    ana: User, ana_client: Client, seen: DoctorVisit
) -> None:
    swim = question(ana, "May I swim?")
    mine = form(ana_client, seen).sent({"reason": "Mine", "asked": [str(swim.uid)]})
    send(ana_client, seen, {"reason": "Theirs"})

    response = ana_client.post(f"/visits/{seen.uid}/", mine)

    assert response.status_code == 409
    assert now(swim) == (False, None)
    html = response.content.decode()
    assert "Theirs" in html
    assert 'href="/visits/"' in html.partition('class="diff"')[2]
    again = PageForm(html)
    assert again.fields["asked"] == [str(swim.uid)]
    ana_client.post(f"/visits/{seen.uid}/", again.sent())
    assert now(swim) == (True, seen.uid)


def test_questions_of_others_cannot_be_ticked(ana: User, ben: User, ana_client: Client, seen: DoctorVisit) -> None:
    strange = question(ben, "Not mine?")
    uid = str(strange.uid)
    assert "Not mine?" not in ana_client.get(f"/visits/{seen.uid}/").content.decode()

    send(ana_client, seen, {"shown": [uid], "asked": [uid, "gibberish", ""]})

    assert now(strange) == (False, None)


def test_a_refused_form_keeps_text_and_ticks(ana: User, ana_client: Client, seen: DoctorVisit) -> None:
    swim = question(ana, "May I swim?")
    html = send(ana_client, seen, {"said": "Typed.", "day": "", "asked": [str(swim.uid)]})

    assert "Choose the day of the visit." in html
    assert (PageForm(html).value("said"), PageForm(html).fields["asked"]) == ("Typed.", [str(swim.uid)])
    assert now(swim) == (False, None)


def test_a_coming_visit_can_be_moved(ana: User, ana_client: Client) -> None:
    coming = visit(ana, on=today(ana) + dt.timedelta(days=5))
    send(ana_client, coming, {"day": (today(ana) + dt.timedelta(days=50)).isoformat(), "at": "08:00"})
    coming.refresh_from_db()

    assert (coming.local_date, coming.time_known) == (today(ana) + dt.timedelta(days=50), True)


def test_deleting_leads_back_to_the_visits_and_can_be_undone(ana_client: Client, seen: DoctorVisit) -> None:
    page = ana_client.post(f"/records/visit/{seen.uid}/delete/", follow=True)
    seen.refresh_from_db()
    assert page.redirect_chain == [("/visits/", 302)]
    assert seen.deleted_at

    ana_client.post(f"/records/visit/{seen.uid}/{seen.version}/undo/")
    seen.refresh_from_db()
    assert seen.deleted_at is None


def test_a_stranger_finds_nothing(ben_client: Client, seen: DoctorVisit) -> None:
    assert ben_client.get(f"/visits/{seen.uid}/").status_code == 404

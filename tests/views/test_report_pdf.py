"""The report on paper: the same numbers as the page and the summary, and one long one at a time."""

import datetime as dt
import io
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client
from pypdf import PdfReader

from journal import reporting
from journal.actions.report import make_report
from journal.analytics.report import ReportChoices
from journal.analytics.summary import Summary
from journal.models import User
from tests import cast
from tests.views.test_report import choose, shown


@pytest.fixture
def full(ana: User) -> User:
    """Half a year of everything."""
    today = cast.today(ana)
    cast.diary(ana, days=190)
    cast.days_around(ana, days=190)
    cast.questionnaire(ana, on=today - dt.timedelta(days=3), pain=6, enjoyment=5, activity=3)
    cast.questionnaire(ana, on=today - dt.timedelta(days=60), pain=8, enjoyment=7, activity=8)
    cast.safety_check(ana, "weakness_new", on=today - dt.timedelta(days=20), bladder="no")
    cast.medicine(ana, name="Pregabalin", taken=False)
    cast.question(ana, "May I run?")
    return ana


def printed(client: Client) -> str:
    answer = client.get("/report/pdf/")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    pages = PdfReader(io.BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).replace("\xa0", " ").split())


def numbers(summary: Summary) -> Iterator[str]:
    """What has to stand in every rendering, written from the summary alone."""
    said, now, before = summary.completeness, summary.pain.now, summary.pain.before
    assert now
    assert before
    yield f"{said.days_logged} of {said.days} days"
    yield f"in {said.entries} entries"
    yield f"Average {now.mean:.1f} {before.mean:.1f}"
    yield f"Worst {now.worst:.0f} {before.worst:.0f}"
    yield f"Least {now.least:.0f} {before.least:.0f}"
    yield f"Days logged {now.days} {before.days}"
    assert summary.course
    yield f"average {summary.course.then.mean:.1f} ({summary.course.then.days_logged} logged)"
    yield f"average {summary.course.now.mean:.1f} ({summary.course.now.days_logged} logged)"
    yield f"began: {summary.flares.began}; in the period before: {summary.flares.began_before}."
    yield f"{summary.flares.days} days of this period"
    assert summary.reach
    yield f"on {summary.reach.now.reached} of {summary.reach.now.days} days"
    compared = [(one.now, one.before) for one in (*summary.signs, *summary.kinds)]
    for felt, before_felt in [*compared, *((one.now, one.before) for one in summary.places)]:
        strength = f"{felt.strength:.1f}".removesuffix(".0")
        yield f"{felt.days} of {felt.of} {strength} {before_felt.days} of {before_felt.of}"
    for one in summary.around:
        yield f"({one.days} days)"
        yield f"({one.days_before} days)"
    assert summary.massages.verdict.title
    yield f"{summary.massages.sessions} sessions on {len(summary.massages.days)} days, {summary.massages.before} in"
    yield f"{summary.massages.minutes} minutes in the {summary.massages.timed} sessions"
    yield summary.massages.verdict.title
    yield summary.massages.verdict.sentence
    yield summary.massages.immediate_words
    for medicine in summary.medicines:
        times = "1 time" if medicine.taken == 1 else f"{medicine.taken} times"
        days = f"{medicine.days_taken} {medicine.days_taken_before} {medicine.not_taken} {medicine.days_unknown}"
        yield f"{medicine.name} 400 mg {times} {days}"
    (peg,) = summary.questionnaires
    yield " ".join(f"{one.score:.1f} of 10 ({one.day.day} {one.day:%b}" for one in peg.scored[-1:])
    yield f"{len(peg.scored)} times"
    for shown_once in summary.help_shown:
        yield f"{shown_once.day.day} {shown_once.day:%B} {shown_once.day.year}"


def test_page_and_paper_say_every_number_of_the_summary(full: User, ana_client: Client) -> None:
    choose(ana_client, notes="on")
    report = make_report(user=full, choices=ReportChoices(span="90d", notes=True), today=cast.today(full))
    renderings = {"page": shown(ana_client), "paper": printed(ana_client)}

    expected = [" ".join(said.replace("\xa0", " ").split()) for said in numbers(report.summary)]

    assert len(expected) > 40
    for name, text in renderings.items():
        assert [said for said in expected if said not in text] == [], name


def test_every_entry_is_on_paper(full: User, ana_client: Client) -> None:
    choose(ana_client, notes="on")
    report = make_report(user=full, choices=ReportChoices(span="90d", notes=True), today=cast.today(full))

    text = printed(ana_client)

    for table in report.entries:
        assert [row[0] for row in table.rows if row[0] not in text] == [], table.kind
    assert "Sat in the car all day." in text
    assert "1. May I run?" in text


def test_what_was_left_out_is_not_on_paper(full: User, ana_client: Client) -> None:
    choose(ana_client, sections=["places"])

    text = printed(ana_client)

    assert "Ibuprofen" not in text
    assert "Vera Lang" not in text
    assert "Sat in the car" not in text


def test_its_name_says_nothing_of_anybody(full: User, ana_client: Client) -> None:
    choose(ana_client, name="Ana Lopez")

    answer = ana_client.get("/report/pdf/")

    assert answer["Content-Disposition"] == f'inline; filename="diary-report-{cast.today(full)}.pdf"'
    assert "no-store" in answer["Cache-Control"]


def test_an_empty_diary_can_be_printed(ana_client: Client) -> None:
    assert "No pain is logged in this period." in printed(ana_client)


def test_a_long_one_waits_for_the_one_that_is_being_made(
    full: User, ana_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reporting, "_LONG", 1)
    cache.add(f"pdf-{full.pk}", 1, 60)

    answer = ana_client.get("/report/pdf/")

    assert answer.status_code == 409
    assert "Your PDF is being made" in answer.content.decode()

    cache.delete(f"pdf-{full.pk}")
    assert ana_client.get("/report/pdf/").status_code == 200
    assert ana_client.get("/report/pdf/").status_code == 200, "it lets the next one in"


def test_nobody_waits_for_somebody_else(
    full: User, ben: User, ben_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reporting, "_LONG", 0)
    cache.add(f"pdf-{full.pk}", 1, 60)

    assert ben_client.get("/report/pdf/").status_code == 200

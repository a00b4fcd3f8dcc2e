"""The report on paper: the same numbers as the page and the summary, and one long one at a time."""

import datetime as dt
import html
import io
import re
from collections.abc import Iterator

import pikepdf
import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader
from time_machine import TimeMachineFixture

from journal import reporting
from journal.actions.report import make_report
from journal.analytics.day_factors import FACTORS
from journal.analytics.report import ReportChoices
from journal.analytics.summary import Summary
from journal.charts.report_words import HELD_BACK
from journal.models import PainEntry, User
from tests import cast
from tests.views.test_report import choose


@pytest.fixture
def full(time_machine: TimeMachineFixture, ana: User) -> User:
    """Half a year of everything. What happens in it hangs on the calendar, and what is said of a flare-up on whether it
    is over: so it is always the same day."""
    time_machine.move_to(dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC))
    today = cast.today(ana)
    cast.diary(ana, days=190)
    cast.days_around(ana, days=190)
    cast.questionnaire(ana, on=today - dt.timedelta(days=3), pain=6, enjoyment=5, activity=3)
    cast.questionnaire(ana, on=today - dt.timedelta(days=60), pain=8, enjoyment=7, activity=8)
    cast.safety_check(ana, "weakness_new", on=today - dt.timedelta(days=20), bladder="no")
    cast.medicine(ana, name="Pregabalin", taken=False)
    cast.question(ana, "May I run?")
    cast.questionnaire(ana, on=today - dt.timedelta(days=120), pain=9, enjoyment=9, activity=8)
    PainEntry.objects.filter(local_date__gt=today - dt.timedelta(days=40)).update(received_at=timezone.now())
    return ana


def printed(client: Client, path: str = "/report/pdf/") -> str:
    answer = client.get(path)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    return words_of(answer.content)


def words_of(pdf: bytes) -> str:
    """The text of a PDF with what its pictures show."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        pictures = [str(one.Alt) for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join([*(page.extract_text() for page in pages), *pictures]).replace("\xa0", " ").split())


def read(client: Client, path: str) -> str:
    """The text of a page with what its pictures show."""
    answer = client.get(path)
    assert answer.status_code == 200
    main = answer.content.decode().partition("<main")[2]
    pictures = re.findall(r'aria-label="([^"]*)"', main)
    text = html.unescape(" ".join([re.sub(r"<[^>]+>", " ", main), *pictures])).replace("\xa0", " ")
    return " ".join(text.split())


def by_link(user: User, *, is_live: bool) -> Client:
    """A browser that opened a link to the last 90 days."""
    cast.share(user, f"a link {is_live}", is_live=is_live, span="90d", notes=True)
    client = Client()
    client.get(f"/s/a link {is_live}/")
    return client


def short(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def numbers(summary: Summary) -> Iterator[str]:
    """What has to stand in every rendering, written from the summary alone."""
    said, now, before = summary.completeness, summary.pain.now, summary.pain.before
    assert now
    assert before
    assert said.days_later
    yield f"{said.days_logged} of {said.days} days"
    yield f"in {said.entries} entries"
    yield f"{said.days_later} of these days were filled in after the day was over"
    yield f"Average {now.mean:.1f} {before.mean:.1f}"
    yield f"Worst {now.worst:.0f} {before.worst:.0f}"
    yield f"Least {now.least:.0f} {before.least:.0f}"
    yield f"Days logged {now.days} {before.days}"
    yield f"{now.mean:.1f} on average, against {before.mean:.1f}"
    assert summary.course
    yield f"average {summary.course.then.mean:.1f} ({summary.course.then.days_logged} logged)"
    yield f"average {summary.course.now.mean:.1f} ({summary.course.now.days_logged} logged)"
    yield f"began: {summary.flares.began}; in the period before: {summary.flares.began_before}."
    yield f"{summary.flares.days} days of this period"
    yield f"{len(summary.flares.said)} flare-up"
    assert summary.reach
    yield f"on {summary.reach.now.reached} of {summary.reach.now.days} days"
    yield f"before, on {summary.reach.before.reached} of {summary.reach.before.days}"
    compared = [(one.now, one.before) for one in (*summary.signs, *summary.kinds)]
    for felt, before_felt in [*compared, *((one.now, one.before) for one in summary.places)]:
        then = "–" if before_felt.strength is None else short(before_felt.strength)
        yield f"{felt.days} of {felt.of} {short(felt.strength or 0)} {before_felt.days} of {before_felt.of} {then}"
    for sign in summary.signs:
        yield f"on {sign.now.days}"
    for place in summary.places:
        yield from (f"on {half.days} of {half.of} days" for half in (place.start, place.end) if half.days)
    for one in summary.around:
        words = next(factor.words for factor in FACTORS if factor.code == one.code)
        assert one.mean_before is not None
        yield f"{words(one.mean)} ({one.days} days) {words(one.mean_before)} ({one.days_before} days)"
        sides = (one.beside.high, one.beside.low) if one.code != HELD_BACK else ()
        yield from (f"{side.pain:.1f} ({side.days} days" for side in sides if side)
    yield from cared(summary)


def cared(summary: Summary) -> Iterator[str]:
    """What was done, answered and shown."""
    massages, verdict = summary.massages, summary.massages.verdict
    assert verdict.title
    assert massages.immediate is not None
    yield f"{massages.sessions} sessions on {len(massages.days)} days, {massages.before} in"
    yield f"{massages.minutes} minutes in the {massages.timed} sessions"
    yield f"Of {massages.rated} sessions rated both times"
    yield f"{abs(massages.immediate):.1f} points"
    yield from (verdict.title, verdict.sentence, verdict.basis, verdict.size, massages.immediate_words)
    for medicine in summary.medicines:
        days = f"{medicine.days_taken} {medicine.days_taken_before} {medicine.not_taken} {medicine.days_unknown}"
        yield f"{medicine.name} 400 mg {medicine.taken} {days}"
    (peg,) = summary.questionnaires
    yield " ".join(f"{short(one.score or 0)} of 10 ({one.day.day} {one.day:%b}" for one in (peg.scored[-1],))
    yield f"{short(peg.scored[0].score or 0)} of 10 ({peg.scored[0].day.day} {peg.scored[0].day:%b}"
    assert peg.before
    yield f"{short(peg.before.score or 0)} of 10 ({peg.before.day.day} {peg.before.day:%b}"
    yield f"{len(peg.scored)} times"
    for shown_once in summary.help_shown:
        yield f"{shown_once.day.day} {shown_once.day:%B} {shown_once.day.year}"


def charted(summary: Summary) -> Iterator[str]:
    """What of it the charts of the same days show."""
    said = summary.completeness
    yield f"{said.entries} entries on {said.days_logged} days"
    assert summary.course
    yield f"average {summary.course.then.mean:.1f} ({summary.course.then.days_logged} of them logged)"
    yield f"average {summary.course.now.mean:.1f} ({summary.course.now.days_logged} logged)"
    for day in summary.days:
        assert day.mean is not None
        ends = f"{short(day.mean)} {short(day.least or 0)} {short(day.worst or 0)} {day.count}"
        yield f"{day.day.day} {day.day:%b} {day.day.year} {ends}"
    yield f"{summary.massages.sessions} massage sessions"
    yield f"{len(summary.flares.listed)} flare-ups"
    for flare in summary.flares.listed:
        start = flare.span.start
        length = ((flare.span.last or summary.period.last) - start).days + 1
        yield f"{start.day} {start:%B} {start.year} {length} days"
        yield f"days {short(flare.peak or 0)} {flare.sessions} {flare.days_since_massage} days earlier"
    felt = [one.now for one in (*summary.signs, *summary.kinds)] + [one.now for one in summary.places]
    yield from (f"{one.days} days" if one.days > 1 else "1 day" for one in felt)
    for place in summary.places:
        halves = (half for half in (place.start, place.end) if half.days)
        yield " ".join(f"{half.days} of {half.of} ({short(half.strength or 0)})" for half in halves)


def test_page_paper_and_link_say_every_number_of_the_summary(full: User, ana_client: Client) -> None:
    choose(ana_client, notes="on")
    report = make_report(user=full, choices=ReportChoices(span="90d", notes=True), today=cast.today(full))
    kept, live = by_link(full, is_live=False), by_link(full, is_live=True)
    renderings = {
        "page": read(ana_client, "/report/"),
        "paper": printed(ana_client),
        "kept link": read(kept, "/shared/"),
        "live link": read(live, "/shared/"),
        "paper of a kept link": printed(kept, "/shared/pdf/"),
    }

    expected = [" ".join(said.replace("\xa0", " ").split()) for said in numbers(report.summary)]

    assert len(expected) > 60
    for name, text in renderings.items():
        assert [said for said in expected if said not in text] == [], name


def test_charts_say_the_numbers_of_the_summary(full: User, ana_client: Client) -> None:
    report = make_report(user=full, choices=ReportChoices(span="90d", notes=True), today=cast.today(full))
    period = report.summary.period
    renderings = {
        "own": read(ana_client, f"/charts/?from={period.first}&to={period.last}"),
        "kept link": read(by_link(full, is_live=False), "/shared/charts/"),
        "live link": read(by_link(full, is_live=True), "/shared/charts/"),
    }

    expected = list(charted(report.summary))

    assert len(expected) > 90
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

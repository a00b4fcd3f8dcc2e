"""The report for a doctor: what is in it, how often the database is asked, and that it stays what it was."""

import datetime as dt
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from journal.actions.report import make_report
from journal.analytics.period_records import Period
from journal.analytics.report import Report, ReportChoices
from journal.models import KeptResult, User
from tests import cast

TODAY = dt.date(2026, 6, 30)
FIRST_TIME = 22
"""Queries for everything of a period, and for what flare-ups and massages say of the whole diary."""
LAST_90 = Period(first=dt.date(2026, 4, 2), last=TODAY)


@pytest.fixture
def full(ana: User) -> User:
    """Half a year of everything."""
    cast.diary(ana, days=200, until=TODAY)
    cast.days_around(ana, days=200, until=TODAY)
    cast.questionnaire(ana, on=TODAY - dt.timedelta(days=3), pain=6, enjoyment=5, activity=4)
    cast.questionnaire(ana, on=TODAY - dt.timedelta(days=100), pain=8, enjoyment=8, activity=8)
    cast.safety_check(ana, "weakness_new", on=TODAY - dt.timedelta(days=20), bladder="no")
    cast.question(ana, "May I run?")
    cast.visit(ana, on=TODAY - dt.timedelta(days=40), clinician="Dr Weber", said="Keep walking.")
    return ana


def asked(user: User, choices: ReportChoices) -> int:
    """Queries for a report, without what opens and closes transactions and what keeps a result."""
    with CaptureQueriesContext(connection) as queries:
        make_report(user=user, choices=choices, today=TODAY)
    aside = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT", "INSERT")
    return len([query for query in queries if not query["sql"].startswith(aside)])


def test_it_holds_what_was_logged_in_the_period(full: User) -> None:
    report = make_report(user=full, choices=ReportChoices(span="90d", notes=True), today=TODAY)

    summary = report.summary
    assert summary.period == LAST_90
    assert (summary.completeness.days, summary.completeness.days_logged) == (90, 82)
    assert [one.code for one in summary.questionnaires] == ["peg"]
    peg = summary.questionnaires[0]
    assert [one.score for one in peg.scored] == [5]
    assert peg.before is not None
    assert peg.before.score == 8
    assert summary.massages.sessions == 10
    assert summary.massages.verdict.code == "lower"
    assert [one.name for one in summary.medicines] == ["Ibuprofen"]
    assert [one.content.reasons for one in summary.help_shown] == [("weakness_new",)]
    assert report.questions == ("May I run?",)
    assert [(table.kind, len(table.rows)) for table in report.entries] == [
        ("pain", 82), ("flare", 1), ("massage", 10), ("medicine", 23), ("day", 60), ("questionnaire", 1),
        ("visit", 1), ("safety", 1),
    ]  # fmt: skip


def test_json_gives_an_equal_report_back(full: User) -> None:
    report = make_report(user=full, choices=ReportChoices(span="90d", notes=True), today=TODAY)

    assert Report.from_json(json.loads(json.dumps(report.to_json()))) == report


def test_a_report_that_is_kept_equals_one_that_is_computed(full: User) -> None:
    choices = ReportChoices(span="90d", notes=True)

    first, again = (make_report(user=full, choices=choices, today=TODAY) for _ in range(2))

    assert again == first
    KeptResult.objects.all().delete()
    assert make_report(user=full, choices=choices, today=TODAY) == first


def test_a_change_of_the_diary_shows_at_once(full: User) -> None:
    choices = ReportChoices(span="90d")
    make_report(user=full, choices=choices, today=TODAY)

    cast.pain(full, 10, on=TODAY)

    now = make_report(user=full, choices=choices, today=TODAY).summary.pain.now
    assert now is not None
    assert now.worst == 10


def test_two_periods_are_kept_beside_each_other(full: User) -> None:
    """Such as the person's own, and that of a link that somebody opens again and again."""
    both = [ReportChoices(span="90d"), ReportChoices(span="30d")]
    for choices in both:
        make_report(user=full, choices=choices, today=TODAY)

    assert [asked(full, choices) for choices in both] == [1, 1]


def test_since_the_last_visit_is_the_period_where_there_was_one(full: User) -> None:
    report = make_report(user=full, choices=ReportChoices(), today=TODAY)

    assert report.summary.period == Period(first=TODAY - dt.timedelta(days=40), last=TODAY)


def test_all_begins_with_the_diary(full: User) -> None:
    report = make_report(user=full, choices=ReportChoices(span="all"), today=TODAY)

    assert report.summary.period.first == TODAY - dt.timedelta(days=199)


def test_nobody_elses_records_are_in_it(full: User, ben: User) -> None:
    cast.pain(ben, 2, on=TODAY)

    report = make_report(user=ben, choices=ReportChoices(span="90d", notes=True), today=TODAY)

    assert report.summary.completeness.entries == 1
    assert [table.kind for table in report.entries] == ["pain"]
    assert report.questions == ()


def test_an_empty_diary_has_a_report_too(ana: User) -> None:
    report = make_report(user=ana, choices=ReportChoices(span="all"), today=TODAY)

    assert report.summary.period == Period(first=TODAY, last=TODAY)
    assert report.summary.pain.now is None
    assert report.entries == ()
    assert Report.from_json(report.to_json()) == report


def test_it_asks_as_often_for_a_long_diary_as_for_a_short_one(ana: User, ben: User) -> None:
    for user, days in ((ana, 30), (ben, 400)):
        cast.diary(user, days=days, until=TODAY)
        cast.days_around(user, days=days, until=TODAY)
    choices = ReportChoices(span="all", notes=True)

    first, again = ([asked(user, choices) for user in (ana, ben)] for _ in range(2))

    assert first[0] == first[1] <= FIRST_TIME
    assert again[0] == again[1] <= 3

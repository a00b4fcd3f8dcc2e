"""The report as a value: only what was chosen is in it."""

import json

import pytest

from journal.analytics.records import SafetyContent
from journal.analytics.report import Report, ReportChoices, Section, narrowed
from tests.analytics.period_values import (
    answers,
    day_log,
    dose,
    entry,
    felt,
    flare,
    june,
    logged,
    pain_days,
    report_of,
    session,
)

SECRETS = {
    Section.HELP: "weakness_new",
    Section.QUESTIONNAIRES: "enjoyment",
    Section.PLACES: "buttock",
    Section.DAYS: "stress 9 of 10",
    Section.MASSAGES: "Vera Lang",
    Section.MEDICINES: "Pregabalin",
    Section.QUESTIONS: "May I run?",
    Section.ENTRIES: "6 Jun 2026",
}


@pytest.fixture
def whole() -> Report:
    """With something of everything, and notes."""
    return report_of(
        questions=["May I run?"],
        days=pain_days({june(6): 5}),
        felt=felt([june(6)], place="buttock.left"),
        pain=[entry(june(6), note="My secret note.")],
        flares=[flare(june(2), june(4), sessions=4, days_since_massage=2)],
        sessions=[session(june(7), therapist_name="Vera Lang", note="My secret note.")],
        doses=[dose(june(8), "Pregabalin", note="My secret note.")],
        logs=[day_log(june(9), stress=9, note="My secret note.")],
        answered=[answers(june(10), pain=1, enjoyment=2, activity=3)],
        checks=[logged(SafetyContent(reasons=("weakness_new",)), june(11))],
    )


def text_of(report: Report) -> str:
    return json.dumps(report.to_json())


def test_all_of_it_is_shown_where_all_is_chosen(whole: Report) -> None:
    assert narrowed(whole, choices=ReportChoices(notes=True)) == whole


@pytest.mark.parametrize("section", Section)
def test_what_is_not_chosen_is_nowhere_in_it(section: Section, whole: Report) -> None:
    sections = tuple(one for one in Section if one is not section)

    report = narrowed(whole, choices=ReportChoices(sections=sections, notes=True))

    assert SECRETS[section] in text_of(whole)
    assert SECRETS[section] not in text_of(report)
    assert (report.sections, report.shows(section)) == (sections, False)


def test_without_massages_flare_ups_say_nothing_of_them(whole: Report) -> None:
    report = narrowed(whole, choices=ReportChoices(sections=()))

    (found,) = report.summary.flares.listed
    assert (found.sessions, found.days_since_massage) == (0, None)
    assert (report.summary.massages.days, report.summary.massages.sessions) == ((), 0)


def test_notes_are_in_it_only_where_the_person_says_so(whole: Report) -> None:
    assert text_of(narrowed(whole, choices=ReportChoices(notes=True))).count("My secret note.") == 4

    without = narrowed(whole, choices=ReportChoices())

    assert "secret" not in text_of(without)
    assert all("Note" not in table.head for table in without.entries)
    assert [len(table.rows) for table in without.entries] == [len(table.rows) for table in whole.entries]


def test_who_it_is_about_is_said_only_by_choice(whole: Report) -> None:
    assert (whole.name, whole.birth_year) == ("", None)

    report = narrowed(whole, choices=ReportChoices(name="Ana Lopez", birth_year=1975))

    assert (report.name, report.birth_year) == ("Ana Lopez", 1975)


def test_json_gives_equal_values_back(whole: Report) -> None:
    choices = ReportChoices(span="own", first=june(1), name="<Ana>", birth_year=1975, sections=(Section.HELP,))

    assert Report.from_json(json.loads(text_of(whole))) == whole
    assert ReportChoices.from_json(json.loads(json.dumps(choices.to_json()))) == choices


def test_choices_of_another_release_are_refused() -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        ReportChoices.from_json(ReportChoices().to_json() | {"sections": ["teeth"]})

"""Links to a report in words."""

import datetime as dt

import pytest

from journal.analytics.report import ReportChoices, Section
from journal.analytics.share_wording import describe_days, describe_opened, describe_shown

MARCH, MAY = dt.date(2026, 3, 3), dt.date(2026, 5, 9)


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        (ReportChoices(), "since the last visit"),
        (ReportChoices(span="all"), "the whole diary"),
        (ReportChoices(span="own", first=MARCH, last=MAY), "from 3 March 2026 up to 9 May 2026"),
        (ReportChoices(span="own", first=MARCH), "from 3 March 2026 on"),
        (ReportChoices(span="own", last=MAY), "up to 9 May 2026"),
    ],
)
def test_which_days(choices: ReportChoices, words: str) -> None:
    assert describe_days(choices) == words
    assert describe_days(choices, kept=(MARCH, MAY)) == "3 March to 9 May 2026"


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        (ReportChoices(notes=True), "without your name; nothing left out"),
        (ReportChoices(name="Ana", birth_year=1975), "with your name and year of birth; left out: notes"),
        (ReportChoices(sections=(Section.PLACES,), name="Ana"), "with your name; left out: signs to watch, "),
    ],
)
def test_what_it_shows(choices: ReportChoices, words: str) -> None:
    assert describe_shown(choices).startswith(words)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "not opened yet"),
        (1, "opened once, last on 3 March"),
        (2, "opened twice, last on 3 March"),
        (1000, "opened 1,000 times, last on 3 March"),
    ],
)
def test_how_often_it_was_opened(count: int, words: str) -> None:
    assert describe_opened(count, last="3 March") == words

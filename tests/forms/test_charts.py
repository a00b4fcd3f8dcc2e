"""Which period the charts show."""

import datetime as dt

import pytest
from django.http import QueryDict

from journal.forms.charts import Period, PeriodForm

TODAY = dt.date(2026, 3, 20)


def form(address: str, *, last_visit: dt.date | None = None) -> PeriodForm:
    found = PeriodForm(QueryDict(address), last_visit=last_visit)
    found.is_valid()
    return found


def period(address: str, *, last_visit: dt.date | None = None) -> Period:
    return form(address, last_visit=last_visit).period(today=TODAY)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", Period(chosen="90d", first=dt.date(2025, 12, 21), last=None)),
        ("range=30d", Period(chosen="30d", first=dt.date(2026, 2, 19), last=None)),
        ("range=90d", Period(chosen="90d", first=dt.date(2025, 12, 21), last=None)),
        ("range=1y", Period(chosen="1y", first=dt.date(2025, 3, 21), last=None)),
        ("range=all", Period(chosen="all", first=None, last=None)),
        ("range=", Period(chosen="90d", first=dt.date(2025, 12, 21), last=None)),
        ("something=else", Period(chosen="90d", first=dt.date(2025, 12, 21), last=None)),
        (
            "from=2026-01-02&to=2026-01-02",
            Period(chosen="own", first=dt.date(2026, 1, 2), last=dt.date(2026, 1, 2)),
        ),
        ("from=2026-01-02&to=", Period(chosen="own", first=dt.date(2026, 1, 2), last=None)),
        ("to=2026-01-02", Period(chosen="own", first=None, last=dt.date(2026, 1, 2))),
        ("range=30d&to=2026-01-02", Period(chosen="own", first=None, last=dt.date(2026, 1, 2))),
        ("from=0001-01-01&to=9999-12-31", Period(chosen="own", first=dt.date.min, last=dt.date.max)),
    ],
)
def test_an_address_says_a_period(address: str, expected: Period) -> None:
    assert period(address) == expected
    assert form(address).errors == {}


@pytest.mark.parametrize(
    ("address", "field", "message"),
    [
        ("range=5m", "range", "Choose one of these periods."),
        ("from=31/12/2025", "from", "Write the date as year-month-day, for example 2026-03-29."),
        ("to=2026-02-30", "to", "Write the date as year-month-day, for example 2026-03-29."),
        ("to=%00", "to", "Write the date as year-month-day, for example 2026-03-29."),
        ("from=2026-02-02&to=2026-02-01", "to", "This is before the first day. Choose the same day or a later one."),
        ("from=&to=", "from", "Choose a first day, a last day or both."),
    ],
)
def test_what_cannot_be_read_gets_a_message_and_leaves_the_usual_period(address: str, field: str, message: str) -> None:
    assert form(address).errors == {field: [message]}
    assert period(address) == period("")


def test_a_date_that_a_picker_would_hide_is_shown_as_it_was_typed() -> None:
    typed = form("from=31/12/2025&to=2026-01-01")
    assert 'type="text"' in str(typed["from"])
    assert 'value="31/12/2025"' in str(typed["from"])
    assert 'type="date"' in str(typed["to"])


def test_a_good_date_stays_in_its_picker_beside_a_message() -> None:
    assert 'type="date"' in str(form("from=2026-02-02&to=2026-02-01")["to"])


@pytest.mark.parametrize(
    ("days_ago", "usual"), [(None, "90d"), (1, "90d"), (13, "90d"), (14, "visit"), (365, "visit"), (366, "90d")]
)
def test_since_the_last_visit_is_the_usual_period_where_that_says_enough(days_ago: int | None, usual: str) -> None:
    last_visit = None if days_ago is None else TODAY - dt.timedelta(days=days_ago)
    found = period("", last_visit=last_visit)

    assert found.chosen == usual
    assert (found.first == last_visit) == (usual == "visit")


def test_it_can_be_chosen_as_soon_as_there_was_a_visit() -> None:
    yesterday = TODAY - dt.timedelta(days=1)
    assert period("range=visit", last_visit=yesterday) == Period(chosen="visit", first=yesterday, last=None)
    assert [code for code, _ in form("", last_visit=yesterday).ranges] == ["visit", "30d", "90d", "1y", "all"]

    assert form("range=visit").errors == {"range": ["Choose one of these periods."]}
    assert period("range=visit") == period("")
    assert "visit" not in dict(form("").ranges)

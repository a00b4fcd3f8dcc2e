"""Which days a report is about."""

import datetime as dt

import pytest

from journal.analytics.period_records import Period
from journal.analytics.report import ReportChoices
from journal.analytics.report_period import period_of

TODAY = dt.date(2026, 6, 30)
BEGINS = dt.date(2024, 2, 29)


def asked(last_visit: dt.date | None = None, begins: dt.date | None = BEGINS, **said: object) -> Period:
    choices = ReportChoices(**said)  # type: ignore[arg-type]
    return period_of(choices=choices, last_visit=last_visit, begins=begins, today=TODAY)


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ({"span": "30d"}, dt.date(2026, 6, 1)),
        ({"span": "90d"}, dt.date(2026, 4, 2)),
        ({"span": "1y"}, dt.date(2025, 7, 1)),
        ({"span": "all"}, BEGINS),
        ({"span": "visit"}, dt.date(2026, 4, 2)),
        ({"span": "visit", "last_visit": dt.date(2026, 6, 1)}, dt.date(2026, 6, 1)),
        ({"span": "90d", "last_visit": dt.date(2026, 6, 1)}, dt.date(2026, 4, 2)),
        ({"span": "all", "begins": None}, TODAY),
    ],
)
def test_it_reaches_from_what_was_chosen_to_today(said: dict[str, object], first: dt.date) -> None:
    assert asked(**said) == Period(first=first, last=TODAY)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        (dt.date(2026, 1, 1), dt.date(2026, 1, 31), (dt.date(2026, 1, 1), dt.date(2026, 1, 31))),
        (dt.date(2026, 1, 1), None, (dt.date(2026, 1, 1), TODAY)),
        (None, dt.date(2025, 1, 1), (BEGINS, dt.date(2025, 1, 1))),
        (dt.date(2026, 1, 1), dt.date(2030, 1, 1), (dt.date(2026, 1, 1), TODAY)),
        (None, dt.date(2020, 1, 1), (dt.date(2020, 1, 1), dt.date(2020, 1, 1))),
        (dt.date(1, 1, 1), None, (dt.date(1926, 7, 1), TODAY)),
    ],
)
def test_own_dates_end_today_at_the_latest(
    first: dt.date | None, last: dt.date | None, found: tuple[dt.date, dt.date]
) -> None:
    assert asked(span="own", first=first, last=last) == Period(first=found[0], last=found[1])

"""Which part of the diary is asked about massages."""

import datetime as dt

import pytest
from django.http import QueryDict

from journal.forms.charts import Period
from journal.forms.massage_effect import EFFECT_RANGES, EffectPeriodForm

TODAY = dt.date(2026, 3, 20)
ALL = Period(chosen="all", first=None, last=None)


def period(address: str) -> Period:
    return EffectPeriodForm(QueryDict(address)).period(today=TODAY)


@pytest.mark.parametrize("address", ["", "range=", "range=all", "range=oops", "from=oops", "from=&to=", "other=1"])
def test_the_whole_diary_unless_less_is_chosen(address: str) -> None:
    assert period(address) == ALL


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("range=90d", Period(chosen="90d", first=dt.date(2025, 12, 21), last=None)),
        ("range=1y", Period(chosen="1y", first=dt.date(2025, 3, 21), last=None)),
        ("from=2026-01-01", Period(chosen="own", first=dt.date(2026, 1, 1), last=None)),
        ("to=2026-01-01", Period(chosen="own", first=None, last=dt.date(2026, 1, 1))),
    ],
)
def test_a_period_can_be_chosen(address: str, expected: Period) -> None:
    assert period(address) == expected


def test_a_mistake_is_said_beside_its_field() -> None:
    form = EffectPeriodForm(QueryDict("from=2026-02-01&to=2026-01-01"))
    assert form.period(today=TODAY) == ALL
    assert "to" in form.errors


def test_a_month_is_not_offered() -> None:
    assert [code for code, _ in EFFECT_RANGES] == ["90d", "1y", "all"]

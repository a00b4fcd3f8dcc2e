"""How pain changed over a stretch of a diary."""

from datetime import date, timedelta

import pytest

from journal.analytics.pain_change import Change, change_over
from journal.analytics.timeline import PainDay

FIRST = date(2026, 1, 1)


def day(offset: int, mean: float) -> PainDay:
    return PainDay(day=FIRST + timedelta(days=offset), mean=mean, worst=mean, least=mean, count=1)


def stretch(then: float, now: float, *, length: int = 60) -> list[PainDay]:
    return [day(offset, then if offset < length / 2 else now) for offset in range(length)]


def changed(days: list[PainDay]) -> Change:
    change = change_over(days=days)
    assert change is not None
    return change


def test_it_compares_the_first_with_the_last_fourteen_days() -> None:
    change = changed([day(0, 9), *stretch(6, 4)[1:-1], day(59, 0)])
    assert change.then.mean == pytest.approx((9 + 13 * 6) / 14)
    assert change.now.mean == pytest.approx(13 * 4 / 14)
    assert (change.then.first, change.then.last) == (FIRST, FIRST + timedelta(days=13))
    assert (change.now.first, change.now.last) == (FIRST + timedelta(days=46), FIRST + timedelta(days=59))


@pytest.mark.parametrize(
    ("then", "now", "direction"), [(5, 4, "fell"), (4, 5, "rose"), (5, 4.1, "same"), (4.1, 5, "same"), (3, 3, "same")]
)
def test_less_than_one_point_is_no_change(then: float, now: float, direction: str) -> None:
    assert changed(stretch(then, now)).direction == direction


def test_fortnights_that_would_overlap_are_not_compared() -> None:
    assert change_over(days=stretch(6, 4, length=27)) is None
    assert change_over(days=stretch(6, 4, length=28)) is not None


def test_each_fortnight_needs_seven_logged_days() -> None:
    days = stretch(6, 4)
    assert changed(days[:7] + days[20:]).then.days_logged == 7
    assert change_over(days=days[:6] + days[20:]) is None
    assert change_over(days=days[:40] + days[-6:]) is None


def test_gaps_count_as_not_logged() -> None:
    gap = PainDay(day=FIRST + timedelta(days=90), mean=None, worst=None, least=None, count=0)
    assert change_over(days=[*stretch(6, 4), gap]) == change_over(days=stretch(6, 4))


@pytest.mark.parametrize("days", [[], [day(0, 5)]])
def test_too_little_says_nothing(days: list[PainDay]) -> None:
    assert change_over(days=days) is None

"""How long a change lasts."""

import pytest
from statsmodels.stats.multitest import multipletests

from benchmarks.simulated_diaries import Scenario, simulated_diary
from journal.analytics.duration import WINDOWS, DayWindow, changes_by_window, holm, lasts_until_day
from journal.analytics.massage_diary import massage_diary


def window(number: int, change: float, *, clear: bool) -> DayWindow:
    first, last = WINDOWS[number]
    return DayWindow(first_day=first, last_day=last, sessions=9, change=change, low=-9, high=9, p=0.01, clear=clear)


@pytest.mark.parametrize("ps", [[0.01, 0.04, 0.03], [0.5, 0.9, 0.2], [0.02, 0.02, 0.02], [0.001], [1e-9, 0.6, 0.04]])
def test_holms_adjustment_is_the_textbook_one(ps: list[float]) -> None:
    assert holm(ps=ps) == pytest.approx(list(multipletests(ps, method="holm")[1]))


def test_nothing_to_adjust_stays_nothing() -> None:
    assert holm(ps=[]) == []


def test_it_lasts_until_the_last_clear_window() -> None:
    assert (
        lasts_until_day(windows=[window(0, -1, clear=True), window(1, -1, clear=True), window(2, -1, clear=False)]) == 5
    )
    assert lasts_until_day(windows=[window(0, -1, clear=False), window(1, -1, clear=True)]) == 5
    assert lasts_until_day(windows=[window(0, -1, clear=False)]) is None
    assert lasts_until_day(windows=[]) is None


def test_a_clear_change_the_other_way_does_not_make_it_last_longer() -> None:
    assert (
        lasts_until_day(windows=[window(0, -1, clear=True), window(1, 0.1, clear=False), window(2, 1, clear=True)]) == 2
    )


def test_windows_are_adjusted_together_and_clear_below_five_percent() -> None:
    diary = simulated_diary(scenario=Scenario(days=365, sessions=32, effect=(-2.0, -2.0)), seed=[1])
    on_calendar = massage_diary(days=diary.days, massage_days=diary.massage_days)
    assert on_calendar is not None
    windows = changes_by_window(diary=on_calendar, least_sessions=6)
    assert [(one.first_day, one.last_day) for one in windows] == [(1, 2), (3, 5), (6, 9)]
    for one in windows:
        assert one.p is not None
        assert one.clear == (one.p < 0.05)
    assert windows[0].clear
    assert windows[0].change == pytest.approx(-2, abs=0.8)


def test_a_window_with_too_few_sessions_has_no_numbers_and_is_not_adjusted_for() -> None:
    diary = simulated_diary(scenario=Scenario(days=90, sessions=8), seed=[2])
    on_calendar = massage_diary(days=diary.days, massage_days=diary.massage_days)
    assert on_calendar is not None
    windows = changes_by_window(diary=on_calendar, least_sessions=len(diary.massage_days) + 1)
    assert [(one.change, one.low, one.high, one.p, one.clear) for one in windows] == [(None,) * 4 + (False,)] * 3

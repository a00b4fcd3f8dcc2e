"""Dealing the massage days again from the booking habit."""

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.simulated_diaries import Scenario, SimulatedDiary, simulated_diary
from journal.analytics import redeal
from journal.analytics.massage_diary import Flags, Floats, MassageDiary, massage_diary
from journal.analytics.regression import Design, design_of

CALENDAR = simulated_diary(scenario=Scenario(odds=1.0), seed=[0])


def laid_out(diary: SimulatedDiary) -> tuple[MassageDiary, Design]:
    on_calendar = massage_diary(days=diary.days, massage_days=diary.massage_days)
    assert on_calendar is not None
    return on_calendar, design_of(diary=on_calendar, first=1, last=3)


def share(diary: SimulatedDiary, *, t: float, deals: int = 199, seed: int = 0) -> float:
    on_calendar, design = laid_out(diary)
    return redeal.redeal_share(diary=on_calendar, design=design, t=t, deals=deals, seed=seed)


def test_the_share_falls_with_the_size_of_the_result_and_is_never_zero() -> None:
    diary = simulated_diary(scenario=Scenario(), seed=[1])
    shares = [share(diary, t=t) for t in (0.0, 0.7, -1.5, 3.0, 99.0)]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] == 1
    assert shares[-1] == 1 / 200


def test_lower_and_higher_count_alike() -> None:
    diary = simulated_diary(scenario=Scenario(), seed=[2])
    assert share(diary, t=1.3) == share(diary, t=-1.3)


def test_the_seed_decides() -> None:
    diary = simulated_diary(scenario=Scenario(), seed=[3])
    assert share(diary, t=1.0, seed=1) == share(diary, t=1.0, seed=1)
    assert len({share(diary, t=1.0, seed=seed) for seed in range(5)}) > 1


def test_the_habit_is_found_in_the_diary() -> None:
    picky, random = (
        simulated_diary(scenario=Scenario(days=800, sessions=70, odds=odds, least_gap=1), seed=[4])
        for odds in (2.2, 1.0)
    )
    assert _log_odds_per_point(picky) == pytest.approx(np.log(2.2), abs=0.3)
    assert _log_odds_per_point(random) == pytest.approx(0, abs=0.3)


def _log_odds_per_point(diary: SimulatedDiary) -> float:
    on_calendar, design = laid_out(diary)
    massage = on_calendar.massage & design.rows
    odds = redeal._booking_habit(on_calendar, massage, design.rows)[design.rows]
    measures = np.stack(
        [np.ones(len(odds)), on_calendar.reference[design.rows], on_calendar.recent[design.rows]], axis=1
    )
    return float(np.linalg.lstsq(measures, odds, rcond=None)[0][1])


def test_a_habit_without_exception_stays_finite() -> None:
    diary = simulated_diary(scenario=Scenario(), seed=[5])
    bad_days = [day.day for day in diary.days if day.mean is not None and day.mean >= 7]
    assert len(bad_days) > 6
    rated = [replace(day, before_massage=day.mean if day.day in bad_days else None) for day in diary.days]
    assert 0 < share(replace(diary, days=rated, massage_days=bad_days), t=1.0) <= 1


def test_deals_keep_the_gap_and_come_about_as_often_as_the_hazard_says() -> None:
    hazard = np.full(1000, 0.1)
    hazard[300:400] = 0
    dealt = redeal._deal(hazard, 4, 400, np.random.default_rng(0))
    assert not dealt[:, 300:400].any()
    for deal in dealt[:50]:
        assert np.diff(np.flatnonzero(deal)).min() >= 4
    # From one massage to the next: three days off, then 1 / (1 - exp(-0.1)) days on average.
    expected = 900 / (3 + 1 / (1 - np.exp(-0.1)))
    assert dealt.sum(axis=1).mean() == pytest.approx(expected, rel=0.02)


def test_without_a_gap_each_day_is_dealt_for_itself() -> None:
    chance = np.array([0.0, 0.9, 0.5, 0.1])
    dealt = redeal._deal(-np.log1p(-chance), 1, 20_000, np.random.default_rng(1))
    assert dealt.mean(axis=0) == pytest.approx(chance, abs=0.012)
    assert np.corrcoef(dealt[:, 1], dealt[:, 2])[0, 1] == pytest.approx(0, abs=0.03)


def test_massages_that_cannot_be_compared_stay_where_they_are() -> None:
    diary = simulated_diary(scenario=Scenario(), seed=[6])
    unknown = diary.massage_days[3]
    gone = replace(
        diary,
        days=[replace(day, mean=None, before_massage=None) if day.day == unknown else day for day in diary.days],
    )
    on_calendar, design = laid_out(gone)
    (fixed,) = np.flatnonzero(design.fixed)
    assert on_calendar.day(int(fixed)) == unknown
    assert not design.rows[fixed]


def test_no_massage_is_dealt_closer_to_those_than_the_smallest_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    days = [replace(day, mean=None if at == 50 else day.mean) for at, day in enumerate(CALENDAR.days)]
    diary = replace(
        CALENDAR, days=days, massage_days=[CALENDAR.days[at].day for at in (10, 20, 30, 40, 50, 60, 70, 74)]
    )
    dealt: list[Flags] = []
    deal = redeal._deal

    def watched(hazard: Floats, gap: int, deals: int, rng: np.random.Generator) -> Flags:
        dealt.append(deal(hazard, gap, deals, rng))
        return dealt[-1]

    monkeypatch.setattr(redeal, "_deal", watched)
    share(diary, t=1.0, deals=300)
    on_calendar, design = laid_out(diary)
    (fixed,) = np.flatnonzero(design.fixed)
    assert on_calendar.day(int(fixed)) == days[50].day
    days_dealt = set(np.flatnonzero(dealt[0].any(axis=0)) - fixed)
    assert {-5, -4, 4, 5} & days_dealt
    assert not {-3, -2, -1, 0, 1, 2, 3} & days_dealt


def test_where_nothing_can_be_dealt_every_result_is_as_likely() -> None:
    diary = simulated_diary(scenario=Scenario(days=60, sessions=6), seed=[7])
    others = [day.day for day in diary.days if day.day not in diary.massage_days]
    on_calendar = massage_diary(days=diary.days, massage_days=diary.massage_days[:1], other_massage_days=others)
    assert on_calendar is not None
    design = design_of(diary=on_calendar, first=1, last=3)
    nothing = replace(design, rows=np.zeros_like(design.rows))
    assert redeal.redeal_share(diary=on_calendar, design=nothing, t=5.0, deals=20, seed=0) == 1

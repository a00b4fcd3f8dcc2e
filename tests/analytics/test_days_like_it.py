"""The regression behind the headline, against the textbook one of statsmodels."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
import statsmodels.api as sm
from numpy.typing import NDArray
from scipy import stats

from benchmarks.simulated_diaries import FIRST_DAY, Scenario, SimulatedDiary, diary_days, simulated_diary
from journal.analytics.days_like_it import Change, change_after
from journal.analytics.massage_diary import massage_diary, recency
from journal.analytics.regression import design_of, differences

Floats = NDArray[np.float64]


def change_of(diary: SimulatedDiary, first: int = 1, last: int = 3) -> Change:
    laid_out = massage_diary(days=diary.days, massage_days=diary.massage_days)
    assert laid_out is not None
    found = change_after(diary=laid_out, design=design_of(diary=laid_out, first=first, last=last))
    assert found is not None
    return found


def textbook_rows(diary: SimulatedDiary, first: int, last: int) -> tuple[Floats, Floats]:
    """Outcome and design, written down day by day as the method says; for a diary without gaps."""
    pain = [day.mean for day in diary.days]
    reference = [day.mean if day.before_massage is None else day.before_massage for day in diary.days]
    massages = {(day - FIRST_DAY).days for day in diary.massage_days}
    outcome, rows = [], []
    for t in range(1, len(pain) - 1):
        after = [pain[day] for day in range(t + first, t + last + 1) if day < len(pain)]
        before = [pain[day] for day in range(t - 3, t) if day >= 0]
        if not after:
            continue
        recent = sum(0.5 ** (j / 2) for j in range(1, 15) if t - j in massages)
        rows.append([1, t in massages, reference[t], np.mean(np.array(before, dtype=float)), recent, t])
        outcome.append(np.mean(np.array(after, dtype=float)))
    return np.array(outcome), np.array(rows, dtype=float)


@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize(("first", "last"), [(1, 3), (1, 2), (3, 5), (6, 9)])
def test_on_complete_data_it_is_ordinary_least_squares_with_newey_west_errors(
    number: int, first: int, last: int
) -> None:
    diary = simulated_diary(scenario=Scenario(effect=(-1.2, -1.1, -1.0)), seed=[1, number])
    outcome, rows = textbook_rows(diary, first, last)
    textbook = sm.OLS(outcome, rows).fit(cov_type="HAC", cov_kwds={"maxlags": 6, "use_correction": True})
    found = change_of(diary, first, last)
    assert found.change == pytest.approx(textbook.params[1], abs=1e-10)
    assert found.standard_error == pytest.approx(textbook.bse[1], abs=1e-10)
    assert found.t == pytest.approx(textbook.tvalues[1], abs=1e-8)


def test_with_missing_days_scores_stay_on_the_calendar_with_zeros_between() -> None:
    diary = simulated_diary(scenario=Scenario(missing=0.3), seed=[2])
    laid_out = massage_diary(days=diary.days, massage_days=diary.massage_days)
    assert laid_out is not None
    design = design_of(diary=laid_out, first=1, last=3)
    used = np.flatnonzero(design.rows)
    recent = recency(laid_out.massage.astype(float))
    columns = [np.ones(len(used)), laid_out.massage, laid_out.reference, laid_out.recent, recent, np.arange(999.0)]
    rows = np.stack([columns[0], *(column[used] for column in columns[1:])], axis=1)
    outcome = laid_out.after(1, 3)[used]
    fitted = sm.OLS(outcome, rows).fit()
    scores = np.zeros((len(laid_out.pain), 6))
    scores[used] = rows * fitted.resid[:, None]
    meat = scores.T @ scores
    for lag in range(1, 7):
        once = scores[lag:].T @ scores[:-lag]
        meat += (1 - lag / 7) * (once + once.T)
    bread = np.linalg.inv(rows.T @ rows)
    variance = (bread @ meat @ bread)[1, 1] * len(used) / (len(used) - 6)
    found = change_after(diary=laid_out, design=design)
    assert found is not None
    assert found.change == pytest.approx(fitted.params[1], abs=1e-10)
    assert found.standard_error == pytest.approx(np.sqrt(variance), abs=1e-10)
    assert not np.isclose(found.standard_error, np.sqrt((bread @ (scores.T @ scores) @ bread)[1, 1]))


def test_massages_of_another_kind_are_left_out_but_count_as_recent() -> None:
    diary = simulated_diary(scenario=Scenario(days=365, sessions=40), seed=[6])
    this_kind, other_kind = diary.massage_days[::2], diary.massage_days[1::2]
    laid_out = massage_diary(days=diary.days, massage_days=this_kind, other_massage_days=other_kind)
    assert laid_out is not None
    outcome, rows = textbook_rows(diary, 1, 3)
    dates = [day.day for day in diary.days[1 : len(rows) + 1]]
    kept = [at for at, day in enumerate(dates) if day not in other_kind]
    found = change_after(diary=laid_out, design=design_of(diary=laid_out, first=1, last=3))
    assert found is not None
    assert found.sessions == len([at for at in kept if dates[at] in this_kind])
    assert found.change == pytest.approx(sm.OLS(outcome[kept], rows[kept]).fit().params[1], abs=1e-10)


def test_the_interval_is_students_with_one_degree_less_than_sessions() -> None:
    found = change_of(simulated_diary(scenario=Scenario(), seed=[3]))
    reach = stats.t.ppf(0.975, found.sessions - 1) * found.standard_error
    assert found.low == pytest.approx(found.change - reach, abs=1e-9)
    assert found.high == pytest.approx(found.change + reach, abs=1e-9)


def test_sessions_that_share_days_after_them_are_one_occasion() -> None:
    diary = simulated_diary(scenario=Scenario(days=365, sessions=12, least_gap=20), seed=[3])
    pairs = sorted({day + timedelta(days=later) for day in diary.massage_days for later in (0, 3)})
    found = change_of(replace(diary, massage_days=pairs))
    assert found.sessions > 20
    reach = stats.t.ppf(0.975, len(diary.massage_days) - 1) * found.standard_error
    assert found.high == pytest.approx(found.change + reach, abs=1e-9)


def test_with_very_few_sessions_it_keeps_three_degrees() -> None:
    diary = simulated_diary(scenario=Scenario(days=90, sessions=7), seed=[4])
    few = SimulatedDiary(days=diary.days, massage_days=diary.massage_days[:3], true_change=0)
    found = change_of(few)
    assert found.sessions == 3
    assert (found.high - found.change) / found.standard_error == pytest.approx(stats.t.ppf(0.975, 3), abs=1e-9)


def test_many_dealings_at_once_give_what_each_gives_alone() -> None:
    diary = simulated_diary(scenario=Scenario(missing=0.1), seed=[5])
    laid_out = massage_diary(days=diary.days, massage_days=diary.massage_days)
    assert laid_out is not None
    design = design_of(diary=laid_out, first=1, last=3)
    rng = np.random.default_rng(0)
    dealt = (rng.random((20, len(laid_out.pain))) < 0.1) * design.rows.astype(float)
    together = differences(design=design, massage=dealt)
    for row in range(20):
        alone = differences(design=design, massage=dealt[[row]])
        assert alone.change[0] == pytest.approx(together.change[row], abs=1e-12)
        assert alone.standard_error[0] == pytest.approx(together.standard_error[row], abs=1e-12)


def test_massage_days_that_the_rest_explains_cannot_be_told_apart() -> None:
    bad_days = range(0, 60, 5)
    days = diary_days(pain=np.array([7.0 if day in bad_days else 3.0 for day in range(60)]), massages=bad_days)
    laid_out = massage_diary(days=days, massage_days=[days[day].day for day in bad_days])
    assert laid_out is not None
    assert change_after(diary=laid_out, design=design_of(diary=laid_out, first=1, last=3)) is None

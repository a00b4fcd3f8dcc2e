"""Student's t without scipy, against scipy."""

import pytest
from scipy import stats

from journal.analytics.student import student_two_sided, student_two_sided_p, student_within

DEGREES = [1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 29, 30, 99, 100, 299, 1000]


@pytest.mark.parametrize("degrees", DEGREES)
@pytest.mark.parametrize("within", [0.0, 0.1, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999])
def test_quantiles_are_right_to_a_millionth(degrees: int, within: float) -> None:
    right = stats.t.ppf((1 + within) / 2, degrees)
    assert student_two_sided(within=within, degrees=degrees) == pytest.approx(right, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("degrees", DEGREES)
@pytest.mark.parametrize("t", [0.0, 0.3, -1.0, 2.0, 3.7, -12.0, 200.0])
def test_p_values_are_right(degrees: int, t: float) -> None:
    assert student_two_sided_p(t=t, degrees=degrees) == pytest.approx(2 * stats.t.sf(abs(t), degrees), abs=1e-12)


def test_an_infinite_t_is_certain_and_nothing_else_is() -> None:
    assert student_two_sided_p(t=float("inf"), degrees=5) == pytest.approx(0, abs=1e-12)
    assert student_within(t=0, degrees=5) == 0


def test_it_refuses_what_has_no_answer() -> None:
    with pytest.raises(ValueError, match="degrees"):
        student_within(t=1, degrees=0)
    for within in (1.0, -0.1):
        with pytest.raises(ValueError, match="probability"):
            student_two_sided(within=within, degrees=5)

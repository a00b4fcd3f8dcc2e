"""Days, gaps, running median and weeks."""

from datetime import date, timedelta
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from journal.analytics.timeline import DayPain, PainDay, by_week, running_median

MONDAY = date(2024, 1, 1)


def pain_day(offset: int, *ratings: float) -> PainDay:
    return PainDay(
        day=MONDAY + timedelta(days=offset),
        mean=sum(ratings) / len(ratings),
        worst=max(ratings),
        least=min(ratings),
        count=len(ratings),
    )


def gap(offset: int) -> PainDay:
    return PainDay(day=MONDAY + timedelta(days=offset), mean=None, worst=None, least=None, count=0)


def diary(*means: float | None) -> list[DayPain]:
    return [DayPain(day=MONDAY + timedelta(days=at), mean=mean) for at, mean in enumerate(means)]


def test_the_running_median_needs_three_logged_days() -> None:
    assert running_median(days=diary(2, None, 4, 9, None)) == [None, None, None, 4, 4]


def test_the_running_median_forgets_what_is_older_than_its_window() -> None:
    assert running_median(days=diary(10, 10, 10, 1, 2, 3), window=3)[-1] == 2


def test_the_running_median_of_an_even_number_of_days_is_between_the_middle_two() -> None:
    assert running_median(days=diary(1, 2, 4, 9), window=4)[-1] == 3


def test_the_running_median_counts_days_left_out_as_not_logged() -> None:
    days = [DayPain(day=MONDAY + timedelta(days=offset), mean=5) for offset in (0, 1, 2, 20)]
    assert running_median(days=days) == [None, None, 5, None]


def test_an_empty_diary_has_no_median_and_no_weeks() -> None:
    assert running_median(days=[]) == []
    assert by_week(days=[]) == []
    assert running_median(days=diary(None)) == [None]


@given(st.lists(st.one_of(st.none(), st.integers(0, 20).map(lambda half: half / 2)), max_size=60), st.integers(1, 9))
def test_the_running_median_equals_the_plain_definition(means: list[float | None], window: int) -> None:
    def plain(at: int) -> float | None:
        seen = [mean for mean in means[max(0, at - window + 1) : at + 1] if mean is not None]
        return median(seen) if len(seen) >= 3 else None

    assert running_median(days=diary(*means), window=window) == [plain(at) for at in range(len(means))]


def test_a_week_starts_on_monday_and_keeps_extremes_of_ratings_but_the_mean_of_days() -> None:
    weeks = by_week(days=[pain_day(6, 2, 8), pain_day(0, 1), pain_day(7, 3)])
    assert [week.start for week in weeks] == [MONDAY, MONDAY + timedelta(days=7)]
    first = weeks[0]
    assert (first.mean, first.worst, first.least, first.days_logged) == (3, 8, 1, 2)


def test_a_week_without_entries_stays_in_the_row_as_a_gap() -> None:
    weeks = by_week(days=[pain_day(0, 1), gap(8), pain_day(15, 3)])
    assert [(week.mean, week.worst, week.least, week.days_logged) for week in weeks] == [
        (1, 1, 1, 1),
        (None, None, None, 0),
        (3, 3, 3, 1),
    ]

"""Which days look like a massage day, and the picture that is made of both."""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.simulated_diaries import Scenario, simulated_diary
from journal.analytics.around_massage import AroundMassage, around_massage
from journal.analytics.look_alikes import LOOK_ALIKES, look_alikes
from journal.analytics.massage_diary import massage_diary, recency
from journal.analytics.timeline import DayPain

FIRST = date(2024, 1, 1)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def diary_days(pain: Sequence[float | None], massages: Sequence[int]) -> list[DayPain]:
    return [
        DayPain(day=day(at), mean=mean, before_massage=mean if at in massages else None) for at, mean in enumerate(pain)
    ]


def picture(pain: Sequence[float | None], massages: Sequence[int]) -> AroundMassage:
    return around_massage(days=diary_days(pain, massages), massage_days=[day(at) for at in massages])


@pytest.mark.parametrize("number", range(4))
def test_they_are_the_nearest_by_a_plain_search(number: int) -> None:
    diary = simulated_diary(scenario=Scenario(missing=0.15), seed=[1, number])
    on_calendar = massage_diary(days=diary.days, massage_days=diary.massage_days)
    assert on_calendar is not None
    known = np.flatnonzero(on_calendar.known)
    recent = recency(on_calendar.massage.astype(float))
    measures = np.stack([on_calendar.reference, on_calendar.recent, recent], axis=1)
    measures = measures / measures[known].std(axis=0)
    free = [int(place) for place in known if not on_calendar.massage[place]]
    for pair in look_alikes(diary=on_calendar):
        distance = {place: float(np.linalg.norm(measures[place] - measures[pair.massage])) for place in free}
        chosen = [distance[int(place)] for place in pair.days]
        assert chosen == pytest.approx(sorted(distance.values())[: len(chosen)], abs=1e-5)
        assert max(chosen, default=0) < 1 + 1e-5
        assert len(chosen) == LOOK_ALIKES or sorted(distance.values())[len(chosen)] > 1 - 1e-5


def test_of_equal_days_the_nearest_in_time_are_taken_the_earlier_first() -> None:
    found = picture([3.0] * 41, [20])
    assert found.compared[0].alike == (day(19), day(18), day(17), day(16), day(15))


def test_a_day_counts_whether_or_not_a_massage_followed_later() -> None:
    found = picture([3.0] * 41, [20, 40])
    assert found.compared[1].alike[0] == day(39)


def test_a_day_counts_whether_or_not_pain_was_logged_later() -> None:
    pain: list[float | None] = [3.0] * 50
    pain[10] = pain[40] = 9.0
    pain[11:15] = [None] * 4
    assert picture(pain, [40]).compared[0].alike == (day(10),)


def test_a_day_with_a_massage_of_any_kind_is_nobodys_look_alike() -> None:
    days = diary_days([3.0] * 60, [20, 22])
    found = around_massage(days=days, massage_days=[day(20)], other_massage_days=[day(19), day(22)])
    assert set(found.compared[0].alike).isdisjoint({day(19), day(20), day(22)})


def test_a_session_without_any_day_like_it_is_left_out_of_both_lines() -> None:
    pain = [3.0, 4.0] * 40
    pain[50] = 10.0
    found = picture(pain, [20, 50])
    assert [pair.massage_day for pair in found.compared] == [day(20)]
    assert found.left_out == (day(50),)
    assert found.points[7].massage_days == 1


def test_sessions_without_known_pain_are_left_out() -> None:
    found = picture([*[3.0] * 20, None, *[3.0] * 20], [20])
    assert (found.points, found.compared, found.left_out) == ((), (), (day(20),))
    assert around_massage(days=[], massage_days=[day(3), day(1), day(3)]).left_out == (day(1), day(3))


def test_each_point_is_the_mean_of_what_is_logged_that_many_days_away() -> None:
    pain: list[float | None] = [4.0] * 60
    pain[31], pain[30 - 7], pain[40] = 1.0, 8.0, None
    found = picture(pain, [30])
    points = {point.offset: point for point in found.points}
    assert list(points) == list(range(-7, 11))
    assert (points[1].massage, points[1].massage_days) == (1, 1)
    assert (points[-7].massage, points[0].massage) == (8, 4)
    assert (points[10].massage, points[10].massage_days) == (None, 0)


def test_at_the_massage_itself_it_shows_the_pain_before_it() -> None:
    days = [
        DayPain(day=day(at), mean=2.0 if at == 30 else 5.0, before_massage=5.0 if at == 30 else None)
        for at in range(60)
    ]
    points = {point.offset: point for point in around_massage(days=days, massage_days=[day(30)]).points}
    assert (points[0].massage, points[0].alike) == (5, 5)


def test_a_look_alike_day_counts_once_in_the_number_of_days() -> None:
    found = picture([3.0] * 40, [18, 33])
    alike = {one for pair in found.compared for one in pair.alike}
    point = found.points[7]
    assert point.alike_days == len(alike)
    assert point.alike_days < sum(len(pair.alike) for pair in found.compared)


@given(st.sets(st.integers(0, 59), max_size=20), st.lists(st.one_of(st.none(), st.integers(0, 10)), max_size=60))
def test_counts_and_means_go_together_in_any_diary(massages: set[int], pain: list[float | None]) -> None:
    found = picture(pain, sorted(massages))
    assert len(found.compared) + len(found.left_out) == len(massages)
    for point in found.points:
        assert (point.massage is None) == (point.massage_days == 0)
        assert (point.alike is None) == (point.alike_days == 0)
        assert point.massage_days <= len(found.compared)
    for pair in found.compared:
        assert 1 <= len(pair.alike) <= LOOK_ALIKES
        assert len(set(pair.alike)) == len(pair.alike)

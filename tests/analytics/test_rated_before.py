"""What was rated before the day's first massage."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journal.analytics.moments import Moment
from journal.analytics.rated_before import Rating, days_with_ratings_before
from journal.analytics.records import MassageContent
from journal.analytics.sessions import LoggedSession
from journal.analytics.timeline import DayPain

DAY = date(2026, 3, 5)


def at(hour: int, day: date = DAY) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def rated(intensity: float, hour: int | None, day: date = DAY) -> Rating:
    return Rating(day, intensity, None if hour is None else at(hour, day))


def session(hour: int | None, before: float | None = None, day: date = DAY) -> LoggedSession:
    moment = Moment(
        occurred_at=at(12 if hour is None else hour, day),
        tz="UTC",
        utc_offset_minutes=0,
        local_date=day,
        time_known=hour is not None,
    )
    return LoggedSession(moment=moment, content=MassageContent(pain_before=before, pain_after=0, pain_next_day=0))


def before(ratings: list[Rating], sessions: list[LoggedSession]) -> float | None:
    (day,) = days_with_ratings_before(ratings=ratings, sessions=sessions)
    return day.before_massage


def test_the_mean_of_a_day_is_that_of_its_entries_only() -> None:
    days = days_with_ratings_before(ratings=[rated(3, 8), rated(6, 22)], sessions=[session(18, before=9)])
    assert [day.mean for day in days] == [4.5]


def test_entries_earlier_than_the_massage_count() -> None:
    assert before([rated(3, 8), rated(6, 12), rated(1, 22)], [session(18)]) == 4.5


def test_an_entry_of_the_same_instant_is_not_earlier() -> None:
    assert before([rated(3, 18)], [session(18)]) is None


def test_the_sessions_own_rating_is_one_of_them() -> None:
    assert before([rated(3, 8), rated(6, 12)], [session(18, before=9)]) == 6


def test_it_counts_on_a_day_without_any_entry() -> None:
    assert days_with_ratings_before(ratings=[], sessions=[session(18, before=9)]) == [
        DayPain(day=DAY, mean=None, before_massage=9)
    ]


def test_an_entry_without_a_time_is_never_earlier() -> None:
    assert before([rated(3, None)], [session(18)]) is None
    assert before([rated(3, None), rated(5, 9)], [session(18)]) == 5


def test_of_a_session_without_a_time_only_its_own_rating_is_known_to_come_before() -> None:
    assert before([rated(3, 8)], [session(None)]) is None
    assert before([rated(3, 8)], [session(None, before=7)]) == 7


def test_only_the_first_session_of_a_day_matters() -> None:
    assert before([rated(3, 8), rated(6, 15)], [session(18, before=9), session(12, before=5)]) == 4


def test_of_several_sessions_one_of_which_has_no_time_none_is_known_to_be_first() -> None:
    assert before([rated(3, 8)], [session(12, before=5), session(None, before=9)]) is None


def test_zero_is_a_rating() -> None:
    assert before([rated(0, 8)], [session(18)]) == 0
    assert before([], [session(18, before=0)]) == 0


def test_days_without_a_massage_have_nothing_before_it() -> None:
    days = days_with_ratings_before(
        ratings=[rated(3, 8, DAY + timedelta(days=1)), rated(2, 8)], sessions=[session(18, day=DAY - timedelta(days=1))]
    )
    assert [(day.day.day, day.mean, day.before_massage) for day in days] == [
        (4, None, None),
        (5, 2, None),
        (6, 3, None),
    ]


@given(st.permutations([rated(0.1, 7), rated(0.2, 8), rated(0.7, 9), rated(10, 20)]))
def test_the_order_of_entries_changes_no_digit(ratings: list[Rating]) -> None:
    usual = [rated(0.1, 7), rated(0.2, 8), rated(0.7, 9), rated(10, 20)]
    assert days_with_ratings_before(ratings=ratings, sessions=[session(18)]) == days_with_ratings_before(
        ratings=usual, sessions=[session(18)]
    )

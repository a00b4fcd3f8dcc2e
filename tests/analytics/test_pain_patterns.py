"""Pain by time of day and by weekday."""

import datetime as dt

from journal.analytics.pain_patterns import FEWEST_DAYS, TimedPain, by_part_of_day, by_weekday

MONDAY = dt.date(2026, 5, 4)


def entries(count: int, *, evening: float = 6, morning: float = 3) -> list[TimedPain]:
    days = [MONDAY + dt.timedelta(days=at) for at in range(count)]
    return [TimedPain(day, hour, pain) for day in days for hour, pain in ((8, morning), (21, evening))]


def test_hours_belong_to_their_part() -> None:
    at = [TimedPain(MONDAY, hour, hour) for hour in (0, 5, 6, 11, 12, 17, 18, 23)]

    assert [part.mean for part in by_part_of_day(entries=at).parts] == [2.5, 8.5, 14.5, 20.5]


def test_the_highest_and_the_lowest_are_named() -> None:
    said = by_part_of_day(entries=entries(FEWEST_DAYS)).said

    assert said
    assert [part.label for part in said] == ["Evening, 18 to 24", "Morning, 6 to 12"]


def test_nothing_is_said_of_too_few_days_or_of_what_is_alike() -> None:
    assert by_part_of_day(entries=entries(FEWEST_DAYS - 1)).said is None
    assert by_part_of_day(entries=entries(30, evening=3.9)).said is None
    assert by_part_of_day(entries=[]).said is None


def test_a_part_with_few_entries_is_not_named() -> None:
    night = [TimedPain(MONDAY, 3, 10)] * 4

    said = by_part_of_day(entries=[*entries(30), *night]).said

    assert said
    assert said[0].label == "Evening, 18 to 24"


def test_weekdays_are_those_of_the_diary_day() -> None:
    parts = by_weekday(entries=[TimedPain(MONDAY, 1, 4), TimedPain(MONDAY, 23, 6)]).parts

    assert [(part.label, part.mean, part.entries) for part in parts][:2] == [("Monday", 5, 2), ("Tuesday", None, 0)]

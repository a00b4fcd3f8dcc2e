"""The wall counts: whatever date and time a person types is accepted and reads back the same, in every zone."""

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analytics.moments import Moment, moment_at, moment_on_wall
from tests.analytics.zones import clock_changes, zones, zones_that_differ

# Walls this far from a clock change lie before it, in the hour that is skipped or doubled, and after it.
_AROUND = tuple(dt.timedelta(minutes=minutes) for minutes in (-60, -30, 0, 30, 60))
_LONGEST_OFFSET = 16 * 60

any_zone = st.sampled_from(zones())
any_wall = st.datetimes(min_value=dt.datetime(1850, 1, 1), max_value=dt.datetime(2150, 1, 1))  # noqa: DTZ001
any_day_start = st.integers(min_value=0, max_value=6)


def typed(wall: dt.datetime, zone: str, *, day_starts_at: int = 0, hint: int | None = None) -> Moment:
    return moment_on_wall(day=wall.date(), at=wall.time(), tz=zone, day_starts_at=day_starts_at, offset_hint=hint)


def edited_without_change(moment: Moment, *, day_starts_at: int = 0) -> Moment:
    """What a form makes of the wall time it showed and the offset it kept."""
    return typed(moment.wall, moment.tz, day_starts_at=day_starts_at, hint=moment.utc_offset_minutes)


def walls_around_changes(zone: str) -> Iterator[dt.datetime]:
    local = ZoneInfo(zone)
    for change in clock_changes(zone):
        for edge in (change, change - dt.timedelta(seconds=1)):
            wall = edge.astimezone(local).replace(tzinfo=None, fold=0)
            for distance in _AROUND:
                yield wall + distance


@pytest.fixture(scope="module")
def changes_found() -> int:
    return sum(len(clock_changes(zone)) for zone in zones_that_differ())


def test_the_zones_and_their_changes_are_really_looked_at(changes_found: int) -> None:
    assert len(zones()) > 550
    assert changes_found > 15_000


def test_a_time_near_any_clock_change_in_any_zone_reads_back_as_typed() -> None:
    for zone in zones_that_differ():
        for wall in walls_around_changes(zone):
            moment = typed(wall, zone)
            assert (moment.wall, moment.local_date) == (wall, wall.date()), (zone, wall)
            assert abs(moment.utc_offset_minutes) <= _LONGEST_OFFSET, (zone, wall)
            assert edited_without_change(moment) == moment, (zone, wall)


def test_an_instant_near_any_clock_change_in_any_zone_survives_an_edit() -> None:
    for zone in zones_that_differ():
        for change in clock_changes(zone):
            for distance in _AROUND:
                moment = moment_at(instant=change + distance, tz=zone)
                assert moment.occurred_at == change + distance, (zone, change)
                assert edited_without_change(moment) == moment, (zone, change, distance)


@given(wall=any_wall, zone=any_zone, day_starts_at=any_day_start)
def test_any_time_reads_back_as_typed(wall: dt.datetime, zone: str, day_starts_at: int) -> None:
    moment = typed(wall, zone, day_starts_at=day_starts_at)

    assert moment.wall == wall
    assert moment.tz == zone
    assert moment.time_known
    assert moment.local_date == (wall - dt.timedelta(hours=day_starts_at)).date()
    assert edited_without_change(moment, day_starts_at=day_starts_at) == moment


@given(wall=any_wall, zone=any_zone)
def test_the_instant_is_the_one_that_the_clock_showed(wall: dt.datetime, zone: str) -> None:
    shown = typed(wall, zone).occurred_at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    skipped = wall.replace(tzinfo=ZoneInfo(zone)).utcoffset() != wall.replace(tzinfo=ZoneInfo(zone), fold=1).utcoffset()

    # Local mean times of old have offsets with seconds; those are rounded to a minute.
    assert skipped or abs(shown - wall) <= dt.timedelta(seconds=30)


@given(instant=any_wall, zone=any_zone, day_starts_at=any_day_start)
def test_now_keeps_its_instant_and_the_day_on_the_wall(instant: dt.datetime, zone: str, day_starts_at: int) -> None:
    aware = instant.replace(tzinfo=dt.UTC)
    moment = moment_at(instant=aware, tz=zone, day_starts_at=day_starts_at)
    on_wall = aware.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)

    assert moment.occurred_at == aware
    assert abs(moment.wall - on_wall) <= dt.timedelta(seconds=30)
    assert moment.local_date == (moment.wall - dt.timedelta(hours=day_starts_at)).date()


@given(day=st.dates(min_value=dt.date(1850, 1, 1), max_value=dt.date(2150, 1, 1)), zone=any_zone, start=any_day_start)
def test_a_day_without_a_time_is_that_day_whatever_hour_days_start_at(day: dt.date, zone: str, start: int) -> None:
    moment = moment_on_wall(day=day, at=None, tz=zone, day_starts_at=start)

    assert moment.local_date == day
    assert not moment.time_known
    assert moment.wall == dt.datetime.combine(day, dt.time(12))


@given(wall=any_wall, zone=any_zone, hint=st.integers(min_value=-_LONGEST_OFFSET, max_value=_LONGEST_OFFSET))
def test_no_offset_hint_moves_the_wall(wall: dt.datetime, zone: str, hint: int) -> None:
    moment = typed(wall, zone, hint=hint)

    assert moment.wall == wall
    assert moment.utc_offset_minutes in {typed(wall, zone).utc_offset_minutes, hint}


@pytest.mark.parametrize(
    ("wall", "zone", "hint", "instant", "offset"),
    [
        ("2025-10-26 02:30", "Europe/Berlin", None, "2025-10-26 00:30", 120),
        ("2025-10-26 02:30", "Europe/Berlin", 120, "2025-10-26 00:30", 120),
        ("2025-10-26 02:30", "Europe/Berlin", 60, "2025-10-26 01:30", 60),
        ("2025-03-30 02:30", "Europe/Berlin", None, "2025-03-30 01:30", 60),
        ("2011-12-30 08:00", "Pacific/Apia", None, "2011-12-30 18:00", -600),
        ("1890-06-01 12:00", "Europe/Paris", None, "1890-06-01 11:51", 9),
        ("2025-06-01 12:00", "Asia/Kathmandu", None, "2025-06-01 06:15", 345),
    ],
    ids=["twice, first", "twice, first by hint", "twice, second by hint", "skipped", "skipped day", "1890", "quarter"],
)
def test_times_that_clocks_double_or_skip(wall: str, zone: str, hint: int | None, instant: str, offset: int) -> None:
    moment = typed(dt.datetime.fromisoformat(wall), zone, hint=hint)

    assert moment.occurred_at == dt.datetime.fromisoformat(f"{instant}+00:00")
    assert moment.utc_offset_minutes == offset
    assert moment.wall == dt.datetime.fromisoformat(wall)


@pytest.mark.parametrize(("hour", "day"), [(0, "2025-06-02"), (2, "2025-06-02"), (3, "2025-06-01"), (6, "2025-06-01")])
def test_the_small_hours_belong_to_the_day_before_where_the_person_says_so(hour: int, day: str) -> None:
    wall = dt.datetime.fromisoformat("2025-06-02 02:59")
    instant = dt.datetime.fromisoformat("2025-06-02 00:59+00:00")

    assert typed(wall, "Europe/Berlin", day_starts_at=hour).local_date == dt.date.fromisoformat(day)
    assert moment_at(instant=instant, tz="Europe/Berlin", day_starts_at=hour).local_date == dt.date.fromisoformat(day)

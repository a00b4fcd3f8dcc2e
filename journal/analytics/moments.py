"""When something happened: the instant, and what the clock and calendar on the wall said.

The wall is what the person knows, so it is kept as typed: the date and time they gave always read back the
same, also for times that a clock change makes ambiguous or skips, and also after their profile moves to another
zone. Instants are for durations only; days are grouped by `local_date` only.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, kw_only=True)
class Moment:
    """A point in a diary.

    `occurred_at` is an aware UTC instant and `occurred_at + utc_offset_minutes` is the wall clock. `local_date` is
    the diary day, which begins at the person's own hour. `time_known` is False where only the date was given; the
    instant is then noon on that wall.
    """

    occurred_at: datetime
    tz: str
    utc_offset_minutes: int
    local_date: date
    time_known: bool = True

    @property
    def wall(self) -> datetime:
        """What the clock on the wall said, as a naive datetime."""
        return self.occurred_at.replace(tzinfo=None) + timedelta(minutes=self.utc_offset_minutes)


def moment_at(*, instant: datetime, tz: str, day_starts_at: int = 0) -> Moment:
    """The moment of an aware instant in a zone, for a person whose day begins at `day_starts_at` o'clock (0-6)."""
    local = instant.astimezone(ZoneInfo(tz))
    offset = _offset_minutes(local)
    wall = instant.astimezone(UTC).replace(tzinfo=None) + timedelta(minutes=offset)
    return Moment(
        occurred_at=instant.astimezone(UTC),
        tz=tz,
        utc_offset_minutes=offset,
        local_date=_diary_day(wall, day_starts_at),
    )


def moment_on_wall(
    *, day: date, at: time | None, tz: str, day_starts_at: int = 0, offset_hint: int | None = None
) -> Moment:
    """The moment a person means by a calendar day and a time on their wall; `at` None means only the day is known.

    Never refuses: an hour that happens twice is the first one, unless `offset_hint` (minutes) is the offset of the
    second; an hour that a clock change skips keeps its wall time with the offset in force before the change.
    Offsets of less than a minute (local mean times of old) are rounded, so that the wall time reads back exactly.
    """
    wall = datetime.combine(day, at or time(12))
    zone = ZoneInfo(tz)
    offset = _offset_minutes(wall.replace(tzinfo=zone))
    if offset_hint is not None and _is_in_force(offset_hint, wall, zone):
        offset = offset_hint
    return Moment(
        occurred_at=(wall - timedelta(minutes=offset)).replace(tzinfo=UTC),
        tz=tz,
        utc_offset_minutes=offset,
        local_date=day if at is None else _diary_day(wall, day_starts_at),
        time_known=at is not None,
    )


def _offset_minutes(local: datetime) -> int:
    offset = local.utcoffset()
    assert offset is not None  # every caller passes an aware datetime
    return round(offset / timedelta(minutes=1))


def _is_in_force(offset: int, wall: datetime, zone: ZoneInfo) -> bool:
    instant = (wall - timedelta(minutes=offset)).replace(tzinfo=UTC)
    return _offset_minutes(instant.astimezone(zone)) == offset


def _diary_day(wall: datetime, day_starts_at: int) -> date:
    return (wall - timedelta(hours=day_starts_at)).date()

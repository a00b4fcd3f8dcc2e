"""The “when” of a form: no typed time is refused, and an edit without a change keeps it to the second."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analytics.moments import Moment, moment_at, moment_on_wall
from journal.forms.moment import MomentForm
from journal.models import User
from tests.analytics.zones import clock_changes, zones, zones_that_differ

NOW = dt.datetime(2026, 11, 22, 14, 0, tzinfo=dt.UTC)
_AROUND = tuple(dt.timedelta(minutes=minutes) for minutes in (-60, -30, 0, 30, 60))

any_zone = st.sampled_from(zones())
any_day_start = st.integers(min_value=0, max_value=6)
any_wall = st.datetimes(min_value=dt.datetime(1900, 1, 2), max_value=dt.datetime(2026, 11, 20))  # noqa: DTZ001
any_seconds = st.timedeltas(min_value=dt.timedelta(0), max_value=dt.timedelta(seconds=59, microseconds=999999))


def changes_lived_through(zone: str) -> list[dt.datetime]:
    """Some clock changes of a zone, the first and the latest: all of them are looked at where moments are tested."""
    past = [change for change in clock_changes(zone) if 1900 < change.year < NOW.year]
    return [*past[:2], *past[2:][-4:]]


def person(zone: str = "Europe/Berlin", day_starts_at: int = 0) -> User:
    return User(time_zone=zone, day_starts_at=day_starts_at)


def filled(sent: dict[str, str], *, user: User, moment: Moment | None = None, now: dt.datetime = NOW) -> MomentForm:
    form = MomentForm(sent, user=user, now=now, moment=moment)
    form.is_valid()
    return form


def typed(wall: dt.datetime, zone: str, *, seconds: bool = False, **person_is: Any) -> MomentForm:
    """The form in which somebody whose device is in `zone` typed a date and a time."""
    sent = {"day": f"{wall:%Y-%m-%d}".zfill(10), "at": f"{wall:%H:%M:%S}" if seconds else f"{wall:%H:%M}", "tz": zone}
    return filled(sent, user=person(**person_is))


def shown_by(moment: Moment, *, user: User) -> dict[str, str]:
    """What the browser sends back of the form that shows a stored moment."""
    form = MomentForm(user=user, now=NOW, moment=moment)
    fields = {name: form[name] for name in ("day", "at")}
    return {name: str(field.field.widget.format_value(field.value()) or "") for name, field in fields.items()}


def edited(moment: Moment, *, user: User, **changed: str) -> Any:
    form = filled(shown_by(moment, user=user) | changed, user=user, moment=moment)
    assert form.errors == {}
    return form.cleaned_data["moment"]


class TestTyping:
    def test_no_time_near_any_clock_change_in_any_zone_is_refused_or_moved(self) -> None:
        looked_at = 0
        for zone in zones_that_differ():
            for change in changes_lived_through(zone):
                for distance in _AROUND:
                    wall = moment_at(instant=change + distance, tz=zone).wall.replace(second=0)
                    form = typed(wall, zone)
                    assert form.errors == {}, (zone, wall)
                    moment = form.cleaned_data["moment"]
                    assert (moment.wall, moment.local_date, moment.tz) == (wall, wall.date(), zone), (zone, wall)
                    looked_at += 1
        assert looked_at > 5_000

    @given(wall=any_wall, zone=any_zone, start=any_day_start)
    def test_any_time_reads_back_as_typed(self, wall: dt.datetime, zone: str, start: int) -> None:
        form = typed(wall, zone, seconds=True, day_starts_at=start)

        assert form.errors == {}
        moment = form.cleaned_data["moment"]
        assert moment.wall == wall.replace(microsecond=0)
        assert moment.local_date == (wall - dt.timedelta(hours=start)).date()
        assert moment.time_known
        assert form.said_moment

    @given(wall=any_wall, zone=any_zone, start=any_day_start)
    def test_a_date_alone_is_that_day(self, wall: dt.datetime, zone: str, start: int) -> None:
        form = filled({"day": wall.date().isoformat(), "tz": zone}, user=person(day_starts_at=start))

        moment = form.cleaned_data["moment"]
        assert (moment.local_date, moment.time_known) == (wall.date(), False)

    @given(instant=any_wall, zone=any_zone, start=any_day_start)
    def test_nothing_typed_is_now(self, instant: dt.datetime, zone: str, start: int) -> None:
        now = instant.replace(tzinfo=dt.UTC)
        form = filled({"day": "", "at": "", "tz": zone}, user=person(day_starts_at=start), now=now)

        assert form.cleaned_data["moment"] == moment_at(instant=now, tz=zone, day_starts_at=start)
        assert not form.said_moment

    @given(instant=any_wall, at=st.times(), zone=any_zone)
    def test_a_time_alone_lies_within_the_last_day(self, instant: dt.datetime, at: dt.time, zone: str) -> None:
        now = instant.replace(tzinfo=dt.UTC)
        form = filled({"at": f"{at:%H:%M}", "tz": zone}, user=person(), now=now)

        assert form.errors == {}
        moment = form.cleaned_data["moment"]
        assert (moment.wall.hour, moment.wall.minute) == (at.hour, at.minute)
        behind = moment_at(instant=now, tz=zone).wall - moment.wall
        assert dt.timedelta(minutes=-5) <= behind < dt.timedelta(days=1)

    @given(instant=any_wall, zone=any_zone, ahead=st.integers(min_value=0, max_value=24 * 60))
    def test_up_to_a_day_ahead_is_taken_everywhere(self, instant: dt.datetime, zone: str, ahead: int) -> None:
        now = instant.replace(tzinfo=dt.UTC)
        wall = moment_at(instant=now, tz=zone).wall + dt.timedelta(minutes=ahead)
        latest = moment_at(instant=now + dt.timedelta(days=1), tz=zone).wall
        sent = {"day": wall.date().isoformat(), "tz": zone}

        assert filled(sent, user=person(), now=now).errors == {} or wall > latest
        assert filled(sent | {"at": f"{wall:%H:%M}"}, user=person(), now=now).errors == {} or wall > latest

    @given(zone=any_zone, days=st.integers(min_value=3, max_value=2_000_000), at=st.none() | st.times())
    def test_days_ahead_are_refused_everywhere(self, zone: str, days: int, at: dt.time | None) -> None:
        day = NOW.date() + dt.timedelta(days=days)
        form = filled({"day": day.isoformat(), "at": f"{at:%H:%M}" if at else "", "tz": zone}, user=person())

        assert list(form.errors) == ["day"]

    @given(day=st.dates(max_value=dt.date(1899, 12, 31)), zone=any_zone)
    def test_days_before_1900_are_refused_everywhere(self, day: dt.date, zone: str) -> None:
        assert list(filled({"day": day.isoformat(), "at": "00:00", "tz": zone}, user=person()).errors) == ["day"]

    @given(day=st.text(max_size=30), at=st.text(max_size=30), zone=st.text(max_size=30))
    def test_no_text_at_all_breaks_it(self, day: str, at: str, zone: str) -> None:
        form = filled({"day": day, "at": at, "tz": zone}, user=person())

        assert set(form.errors) <= {"day", "at"}
        assert form.errors or form.cleaned_data["moment"].tz == "Europe/Berlin"


class TestEditing:
    def test_no_instant_near_any_clock_change_in_any_zone_is_moved(self) -> None:
        elsewhere = person("Asia/Kathmandu", day_starts_at=3)
        for zone in zones_that_differ():
            for change in changes_lived_through(zone):
                for distance in _AROUND:
                    moment = moment_at(instant=change + distance + dt.timedelta(seconds=59), tz=zone)
                    assert edited(moment, user=elsewhere) == moment, (zone, change, distance)

    @given(wall=any_wall, zone=any_zone, start=any_day_start, profile=any_zone, device=any_zone)
    def test_without_a_change_it_stays_whatever_the_profile_says_now(
        self, wall: dt.datetime, zone: str, start: int, profile: str, device: str
    ) -> None:
        for at in (wall.time(), None):
            moment = moment_on_wall(day=wall.date(), at=at, tz=zone, day_starts_at=start)

            assert edited(moment, user=person(profile, day_starts_at=6 - start), tz=device) == moment

    @given(wall=any_wall, zone=any_zone, start=any_day_start)
    def test_both_fields_emptied_leave_it(self, wall: dt.datetime, zone: str, start: int) -> None:
        moment = moment_on_wall(day=wall.date(), at=wall.time(), tz=zone, day_starts_at=start)

        assert edited(moment, user=person(), day="", at="") == moment

    @given(wall=any_wall, new=any_wall, zone=any_zone, start=any_day_start)
    def test_a_change_is_read_in_the_zone_of_the_record(
        self, wall: dt.datetime, new: dt.datetime, zone: str, start: int
    ) -> None:
        moment = moment_on_wall(day=wall.date(), at=wall.time(), tz=zone)
        changed = edited(
            moment, user=person("Asia/Tokyo", start), day=new.date().isoformat(), at=f"{new:%H:%M:%S}", tz="Asia/Tokyo"
        )

        assert (changed.wall, changed.tz) in {(new.replace(microsecond=0), zone), (moment.wall, zone)}

    @given(wall=any_wall, zone=any_zone)
    def test_an_emptied_date_is_the_day_it_was(self, wall: dt.datetime, zone: str) -> None:
        moment = moment_on_wall(day=wall.date(), at=None, tz=zone)

        assert edited(moment, user=person(), day="", at="10:30").wall == dt.datetime.combine(
            wall.date(), dt.time(10, 30)
        )

    @pytest.mark.parametrize("offset", [120, 60])
    def test_of_an_hour_that_comes_twice_a_changed_minute_stays_in_the_same_one(self, offset: int) -> None:
        moment = moment_on_wall(day=dt.date(2025, 10, 26), at=dt.time(2, 30), tz="Europe/Berlin", offset_hint=offset)

        changed = edited(moment, user=person(), at="02:31")

        assert (changed.utc_offset_minutes, f"{changed.wall:%H:%M}") == (offset, "02:31")

    @pytest.mark.parametrize("day", [dt.date(1850, 6, 1), dt.date(2100, 1, 1)])
    def test_what_could_not_be_typed_can_be_kept(self, day: dt.date) -> None:
        moment = moment_on_wall(day=day, at=dt.time(9), tz="Europe/Berlin")

        assert edited(moment, user=person()) == moment

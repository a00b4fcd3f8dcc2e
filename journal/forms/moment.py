"""The “when” of a log form: now by default, any earlier moment, on the person's own wall."""

import datetime as dt
from typing import Any, ClassVar

from django import forms

from journal.analytics.moments import Moment, moment_at, moment_on_wall
from journal.forms.drawn import ClockInput, DayInput, HiddenInput
from journal.forms.zones import known_zones
from journal.models import User

_EARLIEST = dt.date(1900, 1, 1)
_TOLERANCE = dt.timedelta(days=1)  # for clocks that are wrong and zones that are not known
_IN_THE_FUTURE = "This date is in the future. Choose today or an earlier day."


class DayField(forms.DateField):
    """A calendar day in the browser's own picker."""

    def __init__(self, **kwargs: Any) -> None:
        widget = DayInput(format="%Y-%m-%d", attrs={"class": "form-control"})
        messages = {"invalid": "Write the date as year-month-day, for example 2026-03-29."}
        super().__init__(required=False, widget=widget, input_formats=["%Y-%m-%d"], error_messages=messages, **kwargs)


class TimeField(forms.TimeField):
    """A time of day in the browser's own picker."""

    def __init__(self, **kwargs: Any) -> None:
        widget = ClockInput(format="%H:%M", attrs={"class": "form-control"})
        messages = {"invalid": "Write the time as hours:minutes, for example 21:40."}
        super().__init__(
            required=False, widget=widget, input_formats=["%H:%M", "%H:%M:%S"], error_messages=messages, **kwargs
        )


class ZoneField(forms.Field):
    """The device's zone, sent hidden; "" for anything that is none, so that nothing in it can be wrong."""

    def __init__(self) -> None:
        super().__init__(required=False, widget=HiddenInput(attrs={"data-device-zone": ""}))

    def to_python(self, value: Any) -> str:
        return value if value in known_zones() else ""


class MomentForm(forms.Form):
    """A date and a time, resolved to a `Moment` in `cleaned_data["moment"]`.

    Both empty means now; a time alone means today, or yesterday evening just after midnight; a date alone means
    that the time is not known. `said_moment` tells whether anything was typed. When editing, what was not touched
    stays as it was to the second, an emptied date is the day it was, and what was touched is read in the record's
    own zone.
    """

    ahead: ClassVar[dt.timedelta] = _TOLERANCE
    """How far ahead of now a moment may lie."""
    too_far: ClassVar[str] = _IN_THE_FUTURE

    day = DayField(label="Date")
    at = TimeField(label="Time")
    tz = ZoneField()

    def __init__(self, *args: Any, user: User, now: dt.datetime, moment: Moment | None = None, **kwargs: Any) -> None:
        self.user, self.now, self.stored_moment = user, now, moment
        if moment is not None:
            kwargs["initial"] = shown(moment) | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)

    @property
    def said_moment(self) -> bool:
        """True where the person named a date or a time."""
        return bool(self.cleaned_data.get("day") or self.cleaned_data.get("at"))

    def clean_tz(self) -> str:
        if self.stored_moment is not None:
            return self.stored_moment.tz
        return self.cleaned_data["tz"] or self.user.time_zone

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if "day" in self.errors or "at" in self.errors:
            return cleaned
        day, at, stored = cleaned.get("day"), cleaned.get("at"), self.stored_moment
        if stored is not None and ((day, at) == (None, None) or is_untouched(stored, day, at)):
            cleaned["moment"] = stored
        elif self.may_be(day, name="day"):
            cleaned["moment"] = moment = self._moment(day, at, cleaned["tz"])
            self.refuse_future(moment, name="day")
        return cleaned

    def may_be(self, day: dt.date | None, *, name: str) -> bool:
        """Whether a date can be turned into a moment at all; says why not next to the field."""
        if day is not None and day < _EARLIEST:
            self.add_error(name, "Choose a date from 1900 on.")
        elif day is not None and day > self.now.date() + self.ahead + _TOLERANCE:
            self.add_error(name, self.too_far)
        return name not in self.errors

    def refuse_future(self, moment: Moment, *, name: str) -> None:
        """Say so next to a field where its moment is further ahead on the wall than `ahead`."""
        latest = moment_at(instant=self.now + self.ahead, tz=moment.tz).wall
        if moment.wall > latest if moment.time_known else moment.wall.date() > latest.date():
            self.add_error(name, self.too_far)

    def _moment(self, day: dt.date | None, at: dt.time | None, tz: str) -> Moment:
        stored = self.stored_moment
        starts_at = self.user.day_starts_at
        if day is None and at is None:
            return moment_at(instant=self.now, tz=tz, day_starts_at=starts_at)
        return moment_on_wall(
            day=day or (stored.wall.date() if stored else self._day_of(at, tz)),
            at=at,
            tz=tz,
            day_starts_at=starts_at,
            offset_hint=stored.utc_offset_minutes if stored else None,
        )

    def _day_of(self, at: dt.time | None, tz: str) -> dt.date:
        wall = moment_at(instant=self.now, tz=tz).wall
        soon = wall + dt.timedelta(minutes=5)
        today = soon.date()
        return today if at is None or dt.datetime.combine(today, at) <= soon else today - dt.timedelta(days=1)


def shown(moment: Moment) -> dict[str, Any]:
    """What the fields `day` and `at` show of a stored moment: no seconds, and no time that is not known."""
    wall = moment.wall.replace(second=0, microsecond=0)
    return {
        "day": wall.date() if moment.time_known else moment.local_date,
        "at": wall.time() if moment.time_known else None,
    }


def is_untouched(moment: Moment, day: dt.date | None, at: dt.time | None) -> bool:
    """Whether the fields still say what they showed of a stored moment."""
    return {"day": day, "at": at} == shown(moment)

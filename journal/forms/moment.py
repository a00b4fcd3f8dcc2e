"""The “when” of a log form: now by default, any earlier moment, on the person's own wall."""

import datetime as dt
from typing import Any
from zoneinfo import available_timezones

from django import forms

from journal.analytics.moments import Moment, moment_at, moment_on_wall
from journal.models import User

_EARLIEST = dt.date(1900, 1, 1)
_TOLERANCE = dt.timedelta(days=1)


class DayField(forms.DateField):
    """A calendar day in the browser's own picker."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        messages = {"invalid": "Write the date as year-month-day, for example 2026-03-29."}
        super().__init__(required=False, widget=widget, input_formats=["%Y-%m-%d"], error_messages=messages, **kwargs)


class TimeField(forms.TimeField):
    """A time of day in the browser's own picker."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
        messages = {"invalid": "Write the time as hours:minutes, for example 21:40."}
        super().__init__(
            required=False, widget=widget, input_formats=["%H:%M", "%H:%M:%S"], error_messages=messages, **kwargs
        )


class MomentForm(forms.Form):
    """A date and a time, resolved to a `Moment` in `cleaned_data["moment"]`.

    Both empty means now; a time alone means today, or yesterday evening just after midnight; a date alone means
    that the time is not known. `said_moment` tells whether anything was typed. When editing, what was not touched
    stays as it was to the second, and what was touched is read in the record's own zone.
    """

    day = DayField(label="Date")
    at = TimeField(label="Time")
    tz = forms.CharField(required=False, widget=forms.HiddenInput(attrs={"data-device-zone": ""}))

    def __init__(self, *args: Any, user: User, now: dt.datetime, moment: Moment | None = None, **kwargs: Any) -> None:
        self.user, self.now, self.stored_moment = user, now, moment
        if moment is not None:
            kwargs["initial"] = {
                "day": moment.wall.date(),
                "at": moment.wall.time().replace(second=0, microsecond=0) if moment.time_known else None,
                "tz": moment.tz,
            } | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)

    @property
    def said_moment(self) -> bool:
        """True where the person named a date or a time."""
        return bool(self.cleaned_data.get("day") or self.cleaned_data.get("at"))

    def clean_tz(self) -> str:
        if self.stored_moment is not None:
            return self.stored_moment.tz
        zone: str = self.cleaned_data["tz"]
        return zone if zone in available_timezones() else self.user.time_zone

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if "day" in self.errors or "at" in self.errors:
            return cleaned
        day = cleaned.get("day")
        if day is not None and not _EARLIEST <= day <= self.now.date() + 2 * _TOLERANCE:
            self._refuse_day(day)
            return cleaned
        moment = self._moment(day, cleaned.get("at"), cleaned["tz"])
        if moment.occurred_at > self.now + _TOLERANCE:
            self._refuse_day(moment.local_date)
        cleaned["moment"] = moment
        return cleaned

    def _moment(self, day: dt.date | None, at: dt.time | None, tz: str) -> Moment:
        stored = self.stored_moment
        starts_at = self.user.day_starts_at
        if stored is not None and (day, at) in ((self.initial["day"], self.initial["at"]), (None, None)):
            return stored
        if day is None and at is None:
            return moment_at(instant=self.now, tz=tz, day_starts_at=starts_at)
        return moment_on_wall(
            day=day or self._day_of(at, tz),
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

    def _refuse_day(self, day: dt.date) -> None:
        if day < _EARLIEST:
            self.add_error("day", "Choose a date from 1900 on.")
        else:
            self.add_error("day", "This date is in the future. Choose today or an earlier day.")

"""A flare-up: when it started, when it was over, a note."""

import datetime as dt
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Layout

from journal.analytics.moments import Moment, moment_on_wall
from journal.analytics.records import FlareContent
from journal.forms.log import LogForm
from journal.forms.moment import DayField, TimeField
from journal.forms.plain_text import PlainTextField
from journal.models import FlareUp, User

_END_HELP = "Leave the end empty while it lasts. Leave a time empty if you only know the day."


class FlareForm(LogForm):
    """A flare-up. An empty end means that it still lasts (or, for a confirmed one, that its end is not known)."""

    end_day = DayField(label="Over on")
    end_at = TimeField(label="Time")

    def __init__(
        self,
        data: Any = None,
        *,
        user: User,
        now: dt.datetime,
        flare: FlareUp | None = None,
        suggested: dict[str, Any] | None = None,
    ) -> None:
        self.stored_end = flare.end if flare else None
        self.origin, self.rule = (flare.origin, flare.rule) if flare else ("declared", "")
        if suggested is not None:
            self.origin, self.rule = "confirmed", suggested["rule"]
        super().__init__(data, user=user, now=now, record=flare, initial=_initial(flare, suggested))
        self.fields["note"] = PlainTextField(label="Note", rows=3)
        self.fields["day"].label = "Started on"
        self.fields["at"].label = "Time"
        self.helper = _helper()

    @property
    def content(self) -> FlareContent:
        """What the person said; call after `is_valid()`."""
        origin = "confirmed" if self.origin == "dismissed" else self.origin
        return FlareContent(origin=origin, rule=self.rule, end=self.cleaned_data["end"], note=self.cleaned_data["note"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cleaned["end"] = None
        if "moment" not in cleaned or self.errors:
            return cleaned
        cleaned["end"] = end = self._end(cleaned["moment"])
        if end is not None and end.occurred_at > self.now + dt.timedelta(days=1):
            self.add_error("end_day", "This date is in the future. Choose today or an earlier day.")
        elif end is not None and end.occurred_at < cleaned["moment"].occurred_at:
            self.add_error("end_day", "The flare-up would be over before it started. Change one of the two.")
        return cleaned

    def _end(self, start: Moment) -> Moment | None:
        day, at = self.cleaned_data.get("end_day"), self.cleaned_data.get("end_at")
        if day is None and at is None:
            return None
        stored = self.stored_end
        if stored is not None and (day, at) == (self.initial["end_day"], self.initial["end_at"]):
            return stored
        end = moment_on_wall(
            day=day or start.wall.date(),
            at=at,
            tz=start.tz,
            day_starts_at=self.user.day_starts_at,
            offset_hint=stored.utc_offset_minutes if stored else None,
        )
        on_the_first_day = not end.time_known and end.local_date == start.local_date
        return start if on_the_first_day and end.occurred_at < start.occurred_at else end


def _initial(flare: FlareUp | None, suggested: dict[str, Any] | None) -> dict[str, Any]:
    if flare is None:
        return {"day": suggested["day"], "end_day": suggested["end_day"]} if suggested else {}
    end = flare.end
    return {
        "note": flare.note,
        "end_day": end.wall.date() if end else None,
        "end_at": end.wall.time().replace(second=0, microsecond=0) if end and end.time_known else None,
    }


def _helper() -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(
        "uid",
        "version",
        "tz",
        Div("day", "at", css_class="pair"),
        Div("end_day", "end_at", css_class="pair"),
        HTML(
            '<p class="form-text">Leave the end empty while it lasts. Leave a time empty if you only know the day.</p>'
        ),
        "note",
    )
    return helper

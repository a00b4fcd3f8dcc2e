"""A flare-up: when it started, when it was over, a note, what helped."""

import datetime as dt
from dataclasses import replace
from typing import Any, ClassVar

from journal.analytics.flare_overlap import Told
from journal.analytics.flares import Flare
from journal.analytics.moments import Moment, moment_at, moment_on_wall
from journal.analytics.records import FlareContent
from journal.analytics.wording import describe_day, describe_flare, join_words
from journal.forms.log import LogForm
from journal.forms.moment import DayField, TimeField, is_untouched, shown
from journal.forms.plain_text import PlainTextField
from journal.forms.triggers import Triggers, said_triggers, trigger_initial
from journal.models import FlareUp, User
from journal.queries.flare_overlap import overlapping_flares

_OVER_BEFORE = "The flare-up would be over before it started. Change one of the two."
_OVER_BEFORE_NOON = "You know when it was over but not when it started on that day. Write both times, or none."
_END_WITHOUT_DAY = "Write the day it was over too, or leave both empty."


class FlareForm(LogForm):
    """A flare-up. An empty end means that it still lasts, or that its end is not known: see `may_last`.

    `suggestion` fills in the days of a suggested flare-up that the person accepts with changes. One that lies over
    others is refused, unless the person sends `merge_code` along as `merge`: then it is valid, and `overlaps` are the
    flare-ups to make one with it.
    """

    collision: ClassVar[tuple[str, str] | None] = (
        "end_day",
        "Another flare-up still lasts. Say when this one was over, or first when that one was.",
    )

    end_day = DayField(label="Over on")
    end_at = TimeField(label="Time")

    def __init__(
        self,
        data: Any = None,
        *,
        user: User,
        now: dt.datetime,
        flare: FlareUp | None = None,
        suggestion: Flare | None = None,
    ) -> None:
        self.flare, self.suggestion = flare, suggestion
        self.overlaps: list[FlareUp] = []
        super().__init__(data, user=user, now=now, record=flare, initial=_initial(flare, suggestion))
        self.fields["note"] = PlainTextField(label="Note", rows=3)
        self.fields["helped"] = PlainTextField(label="What helped", rows=2)
        self.triggers = Triggers(self)
        self.fields["day"].label = "Started on"

    @property
    def may_last(self) -> bool:
        """Whether an empty end means that it still lasts."""
        if self.suggestion is not None:
            return self.suggestion.state == "ongoing"
        return self.flare is None or self.flare.origin == "declared"

    @property
    def content(self) -> FlareContent:
        """What the person said; call after `is_valid()`."""
        end, known = self.cleaned_data["end"], self.flare or self.suggestion
        changed = self.suggestion is not None and end is not None
        return FlareContent(
            origin="declared" if self.may_last and not changed else "confirmed",
            rule=known.rule if known else "",
            end=end,
            note=self.cleaned_data["note"],
            helped=self.cleaned_data["helped"],
            triggers=said_triggers(self.cleaned_data),
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cleaned["end"] = None
        if "moment" not in cleaned or self.errors:
            return cleaned
        start: Moment = cleaned["moment"]
        cleaned["end"] = end = self._end(start)
        if end is None:
            self._refuse_second(cleaned["uid"])
        elif end.occurred_at < start.occurred_at:
            unclear = end.local_date == start.local_date and not start.time_known
            self.add_error("end_day", _OVER_BEFORE_NOON if unclear else _OVER_BEFORE)
        if not self.errors:
            self._refuse_overlap(Told(start=start, content=self.content))
        return cleaned

    @property
    def merge_code(self) -> str:
        """Names the flare-ups that this one lies over."""
        return ",".join(str(flare.uid) for flare in self.overlaps)

    @property
    def overlap_words(self) -> str:
        """`flare-up from 3 to 9 March 2026, 7 days`, and any others."""
        return join_words(describe_flare(flare.content, started=flare.moment) for flare in self.overlaps)

    def _refuse_overlap(self, typed: Told) -> None:
        kept = self.flare
        if kept and not kept.deleted_at and (kept.moment, kept.end) == (typed.start, typed.content.end):
            return
        own = kept.uid if kept else self.cleaned_data["uid"]
        self.overlaps = overlapping_flares(user=self.user, typed=typed, but=own)
        if self.overlaps and self.data.get("merge") != self.merge_code:
            self.add_error("day", f"These days overlap with your {self.overlap_words}.")

    def _end(self, start: Moment) -> Moment | None:
        day, at = self.cleaned_data.get("end_day"), self.cleaned_data.get("end_at")
        stored = self.flare.end if self.flare else None
        if stored is not None and is_untouched(stored, day, at):
            return stored
        if day is None or not self.may_be(day, name="end_day"):
            if at is not None and day is None:
                self.add_error("end_day", _END_WITHOUT_DAY)
            return None
        end = self._typed_end(day, at, start, hint=stored.utc_offset_minutes if stored else None)
        self.refuse_future(end, name="end_day")
        return end

    def _typed_end(self, day: dt.date, at: dt.time | None, start: Moment, *, hint: int | None) -> Moment:
        """What was typed, and not before the start where an unknown time or a clock change allows another reading."""

        def on_wall(offset: int | None) -> Moment:
            starts_at = self.user.day_starts_at
            return moment_on_wall(day=day, at=at, tz=start.tz, day_starts_at=starts_at, offset_hint=offset)

        end = on_wall(hint)
        if end.occurred_at >= start.occurred_at:
            return end
        # Over on its first day, at a time that is not known: noon would be too early where it started later.
        if not end.time_known and end.local_date == start.local_date:
            return replace(start, time_known=False)
        # An hour that happens twice: the second one is meant.
        end = on_wall(moment_at(instant=start.occurred_at + dt.timedelta(days=1), tz=start.tz).utc_offset_minutes)
        if end.occurred_at < start.occurred_at and end.wall >= start.wall and start.time_known and end.time_known:
            # It started in an hour that the clock skipped, which lies an hour further on than the wall says.
            offset = (end.wall - start.occurred_at.replace(tzinfo=None)) // dt.timedelta(minutes=1)
            return replace(end, occurred_at=start.occurred_at, utc_offset_minutes=offset)
        return end

    def _refuse_second(self, uid: Any) -> None:
        if self.errors or not self.may_last:
            return
        own = self.flare.uid if self.flare else uid
        lasting = FlareUp.objects.lasting(self.user).exclude(uid=own).first()
        if lasting is not None:
            since = describe_day(lasting.local_date)
            self.add_error(
                "end_day",
                f"Your flare-up since {since} still lasts. Say when this one was over, or first when that one was.",
            )


def _initial(flare: FlareUp | None, suggestion: Flare | None) -> dict[str, Any]:
    if flare is not None:
        end = shown(flare.end) if flare.end else {"day": None, "at": None}
        said = {"note": flare.note, "helped": flare.helped, "end_day": end["day"], "end_at": end["at"]}
        return said | trigger_initial(flare.content.triggers)
    return {"day": suggestion.start, "end_day": suggestion.end} if suggestion else {}

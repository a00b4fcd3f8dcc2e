"""Which period the charts show: one of some ranges up to today, or the person's own dates."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django import forms

from journal.forms.moment import DayField

OWN = "own"
SINCE_VISIT = "visit"
_DEFAULT = "90d"
_DAYS: dict[str, int | None] = {"30d": 30, "90d": 90, "1y": 365, "all": None}
RANGES = (("30d", "30 days"), ("90d", "90 days"), ("1y", "1 year"), ("all", "All"))
# A visit some days ago leaves too little to see, one years ago too much to begin with.
_SHORTEST_SINCE_VISIT, _LONGEST_SINCE_VISIT = 14, 365


@dataclass(frozen=True, kw_only=True)
class Period:
    """The diary days from `first` to `last`; None means no bound. `chosen` is a code of a range, or OWN."""

    chosen: str
    first: dt.date | None
    last: dt.date | None


class PeriodForm(forms.Form):
    """Reads the page's address. What cannot be read leaves the usual period, with a message beside the field.

    `last_visit` is the day of the last visit to a doctor, if there was one: since then is a range of its own, and the
    usual one unless that visit is very near or far.
    """

    def __init__(self, *args: Any, last_visit: dt.date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.last_visit = last_visit
        self.fields["range"] = forms.ChoiceField(
            choices=self.ranges, required=False, error_messages={"invalid_choice": "Choose one of these periods."}
        )
        # "from" is a word of Python, so it cannot be declared above.
        self.fields["from"] = DayField(label="From")
        self.fields["to"] = DayField(label="To")
        for name in ("from", "to"):
            self.fields[name].widget.attrs["class"] = "form-control"

    @property
    def ranges(self) -> tuple[tuple[str, str], ...]:
        """The (code, name) of each range."""
        return ((SINCE_VISIT, "Since my last visit"), *RANGES) if self.last_visit else RANGES

    @property
    def is_own(self) -> bool:
        """Whether dates were sent, even empty ones."""
        return "from" in self.data or "to" in self.data

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for name in {"from", "to"} & set(self.errors):
            # A date picker would hide what it cannot read, and so what needs mending.
            self.fields[name].widget.input_type = "text"
        first, last = cleaned.get("from"), cleaned.get("to")
        if first and last and last < first:
            self.add_error("to", "This is before the first day. Choose the same day or a later one.")
        if self.is_own and not self.errors and not first and not last:
            self.add_error("from", "Choose a first day, a last day or both.")
        return cleaned

    def period(self, *, today: dt.date) -> Period:
        """What to show. A range has no upper bound: a day logged ahead of today, in an earlier zone, belongs to it."""
        good = self.is_valid()
        if good and self.is_own:
            return Period(chosen=OWN, first=self.cleaned_data["from"], last=self.cleaned_data["to"])
        chosen = (good and self.cleaned_data["range"]) or self._usual(today)
        if chosen == SINCE_VISIT:
            return Period(chosen=chosen, first=self.last_visit, last=None)
        days = _DAYS[chosen]
        first = today - dt.timedelta(days=days - 1) if days else None
        return Period(chosen=chosen, first=first, last=None)

    def _usual(self, today: dt.date) -> str:
        days = (today - self.last_visit).days if self.last_visit else 0
        return SINCE_VISIT if _SHORTEST_SINCE_VISIT <= days <= _LONGEST_SINCE_VISIT else _DEFAULT

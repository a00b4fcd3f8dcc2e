"""Which part of the diary is asked what happens after massages: all of it, unless the person chooses less."""

import datetime as dt

from journal.forms.charts import RANGES, Period, PeriodForm

# A month never holds enough to compare.
EFFECT_RANGES = tuple((code, name) for code, name in RANGES if code != "30d")


class EffectPeriodForm(PeriodForm):
    """As for the charts, but nothing said, or nothing that can be read, means the whole diary."""

    def period(self, *, today: dt.date) -> Period:
        """What to look at."""
        if self.is_valid() and (self.is_own or self.cleaned_data["range"]):
            return super().period(today=today)
        return Period(chosen="all", first=None, last=None)

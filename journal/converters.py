"""Parts of a URL that stand for something."""

import datetime as dt


class DayConverter:
    """A date as `2026-03-29`; an impossible one matches no URL."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> dt.date:
        return dt.date.fromisoformat(value)

    def to_url(self, value: dt.date) -> str:
        return value.isoformat()

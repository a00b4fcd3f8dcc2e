"""What no log form may take: (field, what is sent, words of the message that stands there)."""

import datetime as dt

from django.utils import timezone

A_DAY_AHEAD_AND_MORE = (timezone.now() + dt.timedelta(days=3)).date().isoformat()
LONG_NOTE = "It hurts. " * 10_000

NOTES = [
    ("note", LONG_NOTE, "up to 20,000 fit"),
    ("note", "Before\x00after", "invisible character after “Before”"),
    ("note", "\x07", "invisible character at the beginning"),
    ("note", "Word\x0bbreak", "invisible character after “Word”"),
    ("note", "A\x9fB", "invisible character after “A”"),
]
MOMENTS = [
    ("day", A_DAY_AHEAD_AND_MORE, "in the future"),
    ("day", "9999-12-31", "in the future"),
    ("day", "0001-01-01", "from 1900 on"),
    ("day", "1899-12-31", "from 1900 on"),
    ("day", "2026-02-30", "year-month-day"),
    ("day", "yesterday", "year-month-day"),
    ("day", "2026-01-01\x00", "year-month-day"),
    ("at", "25:00", "hours:minutes"),
    ("at", "noon", "hours:minutes"),
]
RATINGS = ["11", "-1", "10.01", "nan", "inf", "-inf", "1e400", "six", "6; DROP", "6\x00", "٣٤", "9" * 5000]
"""Nothing of this lies on the scale of 0-10."""
UIDS = ["", None, "no uid", "\x00", "1" * 100_000, "{}"]
ZONES = ["", None, "Europe/Atlantis", "../../etc/passwd", "\x00", "Z" * 100_000, "+02:00"]
VERSIONS = ["", None, "one", "-1", "0", "1.5", "9" * 5000, "\x00"]
SCRIPTS = [
    "Schmerz – „ziehend“, 50 %",
    "ألم في أسفل الظهر",
    "腰が痛い🙃",
    "बहुत दर्द",
    "क्षि\u200d👩🏽\u200d⚕️",
    "line\ntwo\tand three",
]
"""A note reads back the same in every script."""
MARKUP = "<script>alert('x')</script><b>&amp;\"'"

"""Links to a report, in words."""

from datetime import date

from journal.analytics.report import ReportChoices, left_out_words
from journal.analytics.spans import Span
from journal.analytics.wording import describe_day

_SPANS = {
    "visit": "since the last visit",
    "30d": "the last 30 days",
    "90d": "the last 90 days",
    "1y": "the last year",
    "all": "the whole diary",
}


def describe_days(choices: ReportChoices, *, kept: tuple[date, date] | None = None) -> str:
    """`3 March 2026 to 9 May 2026` where a report of these days is `kept`; `since the last visit` and the like where
    its days move on."""
    if kept:
        return Span(first=kept[0], last=kept[1]).in_words
    if choices.span != "own":
        return _SPANS[choices.span]
    first = f"from {describe_day(choices.first)}" if choices.first else ""
    last = f"up to {describe_day(choices.last)}" if choices.last else "on"
    return f"{first} {last}".strip()


def describe_shown(choices: ReportChoices) -> str:
    """`with your name; left out: medicines, notes`."""
    named = [words for words, shown in (("name", choices.name), ("year of birth", choices.birth_year)) if shown]
    missing = left_out_words(sections=choices.sections, notes=choices.notes)
    who = f"with your {' and '.join(named)}" if named else "without your name"
    return f"{who}; left out: {missing}" if missing else f"{who}; nothing left out"


def describe_opened(count: int, *, last: str) -> str:
    """`not opened yet`, `opened 3 times, last on 3 March 2026, 21:40`."""
    if not count:
        return "not opened yet"
    times = {1: "once", 2: "twice"}.get(count, f"{count:,} times")
    return f"opened {times}, last on {last}"

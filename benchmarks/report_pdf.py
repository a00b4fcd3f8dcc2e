"""How long a report takes, from the database to the PDF: 90 days, ten years, and ten years of long notes.

    python -m benchmarks.report_pdf

Writes invented diaries into a database in memory. "first" is the first time after a change of the diary, "kept" any
later one, "words" what page and PDF share; "PDF" is a warm press, the middle of several tries. "busy" is the processor
time of the quickest of them, of all threads together, so that what else the machine does matters little: that is held
against the aim.
"""

import datetime as dt
import os
import time
import uuid
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from statistics import median
from typing import Any

TRIES = 9
AIMS = {"90 days": 120, "10 years": 1500, "10 years, long notes": 1500}
"""Milliseconds of processor time for a warm PDF."""
LONG_NOTE = (
    "Sat through three meetings and drove home in the rain; the calf began to burn at the second traffic light. "
)


def main() -> None:
    os.environ.update(DATABASE_URL="sqlite:///:memory:", SECRET_KEY="x" * 40)
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sciatica_tracker.settings")
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    print(
        f"{'':24}{'first':>8}{'kept':>8}{'words':>8}{'PDF':>8}{'busy':>8}{'aim':>8}"
        f"{'entries':>9}{'left out':>9}{'kB':>8}"
    )
    for name, days, note in (
        ("90 days", 400, ""),
        ("10 years", 3652, ""),
        ("10 years, long notes", 3652, LONG_NOTE * 6),
    ):
        _print_row(name, _measured(name, days, note))


def _measured(name: str, days: int, note: str) -> dict[str, float]:
    from journal.actions.report import make_report
    from journal.analytics.report import ReportChoices
    from journal.charts.report import report_page
    from journal.exports.pdf import Press

    user, today = _diary(days, note)
    choices = ReportChoices(span="90d" if name == "90 days" else "all", notes=True)
    taken = {
        "first": _milliseconds(lambda: make_report(user=user, choices=choices, today=today)),
        "kept": _milliseconds(lambda: make_report(user=user, choices=choices, today=today)),
    }
    report = make_report(user=user, choices=choices, today=today)
    taken["words"] = _milliseconds(lambda: report_page(report))
    press, page, on = Press(folder="journal/exports"), report_page(report), (today.year, today.month, today.day)
    # Another sentence each time, so that nothing of the last one can be used again.
    tries = [page | {"trend": f"{page['trend']} {number}"} for number in range(TRIES + 1)]
    times, busy = [], []
    for one in tries:
        began = time.process_time()
        times.append(_milliseconds(partial(press.report, one, on=on)))
        busy.append(1000 * (time.process_time() - began))
    return taken | {
        "pdf": median(times[1:]),
        "busy": min(busy),
        "entries": sum(len(table.rows) for table in report.entries),
        "left_out": sum(table.left_out for table in report.entries),
        "size": len(press.report(page, on=on).content) / 1000,
    }


def _diary(days: int, note: str) -> tuple[Any, dt.date]:
    from journal.actions.demo import open_demo_account, write_demo_diary
    from journal.analytics.demo import invent_diary

    today = dt.date(2026, 6, 30)
    user = open_demo_account(email=f"{uuid.uuid4()}@example.org", password="", time_zone="Europe/Berlin")
    diary = invent_diary(days=days, until=dt.datetime.combine(today, dt.time(20)), tz="Europe/Berlin")
    if note:
        pains = tuple((moment, replace(said, note=note)) for moment, said in diary.pains)
        diary = replace(diary, pains=pains)
    write_demo_diary(user=user, diary=diary)
    return user, today


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def _print_row(name: str, taken: dict[str, float]) -> None:
    aim = AIMS[name]
    numbers = "".join(f"{taken[what]:8.0f}" for what in ("first", "kept", "words", "pdf", "busy"))
    print(
        f"{name:24}{numbers}{aim:8}{taken['entries']:9.0f}{taken['left_out']:9.0f}{taken['size']:8.0f}"
        f"{'' if taken['busy'] <= aim else '  too slow'}"
    )


if __name__ == "__main__":
    main()

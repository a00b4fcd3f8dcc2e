"""What the pages that show a report share: the person's choices, kept in their session, and the report on paper."""

from functools import cache
from threading import Lock

from django.conf import settings
from django.core.cache import cache as shared
from django.http import HttpRequest, HttpResponse

from journal.analytics.report import Report, ReportChoices
from journal.charts.report import report_page
from journal.exports.pdf import File, Press

_KEPT = "report_choices"
_LONG = 500
"""Rows from which on a PDF takes long enough that a person gets one at a time."""
_GIVES_UP = 60
"""Seconds after which a PDF that was begun holds nothing up any more: its process has ended."""
_press_is_used = Lock()


def keep_choices(request: HttpRequest, choices: ReportChoices) -> None:
    """From now on this browser's reports are made so, until it signs out."""
    request.session[_KEPT] = choices.to_json()


def choices_of(request: HttpRequest) -> ReportChoices:
    """What was chosen last, or what is chosen for everybody to begin with."""
    try:
        return ReportChoices.from_json(request.session[_KEPT])
    except (KeyError, TypeError, ValueError):  # none yet, or kept by an earlier release
        return ReportChoices()


def printed(report: Report, *, whose: int) -> File | None:
    """The report as a PDF; None where a long one of the same person is just being made."""
    if sum(len(table.rows) for table in report.entries) < _LONG:
        return _printed(report)
    name = f"pdf-{whose}"
    if not shared.add(name, 1, _GIVES_UP):
        return None
    try:
        return _printed(report)
    finally:
        shared.delete(name)


def as_response(file: File) -> HttpResponse:
    """To be shown by the browser, and kept under its name."""
    response = HttpResponse(file.content, content_type=file.content_type)
    response["Content-Disposition"] = f'inline; filename="{file.name}"'
    return response


def _printed(report: Report) -> File:
    page = report_page(report)
    # It works for one thread at a time.
    with _press_is_used:
        return _press().report(page, on=(report.made_on.year, report.made_on.month, report.made_on.day))


@cache
def _press() -> Press:
    """Made when it is first needed: a press that was made before the server forks never answers."""
    return Press(folder=str(settings.BASE_DIR / "journal" / "exports"))

"""The whole diary to take away."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from allauth.account.decorators import reauthentication_required
from allauth.core.exceptions import ReauthenticationRequired
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from journal.actions.report import make_report
from journal.analytics.codes import LOINC_NOTICE, SNOMED_NOTICE
from journal.analytics.diary_file import JSON_NAME, ExportFile
from journal.analytics.fhir_summary import summary_observations
from journal.analytics.moments import Moment, moment_at
from journal.analytics.record_kinds import KINDS
from journal.analytics.report import ReportChoices, Section, narrowed
from journal.exports import archive, diary_json, fhir, ics, readme, summary_table, tables
from journal.http import person
from journal.models import User
from journal.queries.export import diary_beside, diary_counts, diary_records, diary_settings
from journal.reporting import printed

_REPORT = ReportChoices(span="all", notes=True)
_SHORT = replace(_REPORT, sections=tuple(section for section in Section if section is not Section.ENTRIES))
"""For whoever has another long report made just now: the file is sent already and cannot ask them to wait."""


@require_http_methods(["GET", "HEAD", "POST"])
def export(request: HttpRequest) -> HttpResponseBase:
    """Say what is in the file, and send it; the password is asked for before, again after some minutes."""
    try:
        answer: HttpResponseBase = _export(request)
    except ReauthenticationRequired:
        # Asked for before the page and not before the file, which would come in place of a page.
        if request.method == "POST":
            return redirect("export")
        raise
    return answer


@reauthentication_required  # type: ignore[untyped-decorator]
def _export(request: HttpRequest) -> HttpResponseBase:
    user = person(request)
    counts = diary_counts(user=user)
    if request.method == "POST":
        return _download(
            user, counts, moment_at(instant=timezone.now(), tz=user.time_zone, day_starts_at=user.day_starts_at)
        )
    context = {"counts": [(KINDS[kind], count) for kind, count in counts.items()], "total": sum(counts.values())}
    return render(request, "journal/export.html", context)


def _download(user: User, counts: dict[str, int], made: Moment) -> HttpResponseBase:
    wall = made.wall
    body = archive.archive(files=_files(user, counts, made), wall=wall)
    response = StreamingHttpResponse(body, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="diary-{wall:%Y-%m-%d}.zip"'
    response["Content-Encoding"] = "identity"  # it is packed already
    return response


def _files(user: User, counts: dict[str, int], made: Moment) -> Iterator[ExportFile]:
    """Each file is read from the diary while it is sent."""
    at: dt.datetime = made.occurred_at
    yield ExportFile(
        filename=JSON_NAME,
        content_type="application/json",
        body=diary_json.diary_json(
            exported_at=at,
            settings=diary_settings(user=user),
            beside=diary_beside(user=user),
            records=diary_records(user=user),
        ),
    )
    yield ExportFile(
        filename="README.txt",
        content_type="text/plain",
        body=readme.readme(made=made, counts=counts, notices=(LOINC_NOTICE, SNOMED_NOTICE)),
    )
    for kind in counts:
        body = tables.table(kind=kind, records=diary_records(user=user, kinds=[kind]))
        yield ExportFile(filename=f"tables/{kind}.csv", content_type="text/csv", body=body)
    events = diary_records(user=user, kinds=ics.KINDS)
    yield ExportFile(filename="calendar.ics", content_type="text/calendar", body=ics.calendar(records=events))
    report = make_report(user=user, choices=_REPORT, today=made.local_date)
    for name, rows in (("summary", summary_table.summary_table), ("daily", summary_table.daily_table)):
        yield ExportFile(filename=f"tables/{name}.csv", content_type="text/csv", body=rows(report.summary))
    further = summary_observations(report.summary)
    resources = fhir.bundle(records=diary_records(user=user), timestamp=at, further=further)
    yield ExportFile(filename="bundle.fhir.json", content_type="application/fhir+json", body=resources)
    paper = printed(report, whose=user.pk) or printed(narrowed(report, choices=_SHORT), whose=user.pk)
    assert paper is not None
    yield ExportFile(filename="report.pdf", content_type=paper.content_type, body=[paper.content])

"""Importing a diary: choose a file, say what its columns mean, look at what will be stored, store it."""

import datetime as dt
import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from journal.actions.importing import (
    choose_mapping,
    discard_import,
    put_import_back,
    receive_file,
    take_import_back,
)
from journal.analytics.record_kinds import KINDS
from journal.analytics.wording import describe_content, describe_moment
from journal.forms.importing import BackupForm, ColumnsForm, UploadForm
from journal.http import person
from journal.import_questions import questions_about
from journal.import_steps import (
    FileGoneError,
    ReadFile,
    read_diary,
    read_file,
    receive_backup,
    restore_backup,
    store_next_rows,
)
from journal.imports.backup import is_backup
from journal.imports.files import first_mapping, open_file
from journal.imports.leftovers import leftovers, leftovers_as_csv, problems_among, reasons_of
from journal.imports.mapping import Kind, MappingError, mapping_as_json, mapping_from_json
from journal.imports.table import UnreadableFileError
from journal.models import DiaryImport, User
from journal.queries.importing import count_known, latest_imports, leftovers_of

_ABOUT_TABLES = {"import_columns", "import_preview", "import_run"}
_FIRST_STEP = {DiaryImport.BACKUP: "import_backup"}
_ROWS_SHOWN = 8
_PROBLEMS_SHOWN = 100
Step = Callable[[HttpRequest, DiaryImport], HttpResponse]


def _step(view: Step) -> Callable[[HttpRequest, uuid.UUID], HttpResponse]:
    """A page about one file of the person who asks; once the file is erased it leads to the account of it."""

    @wraps(view)
    def find(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
        diary_import = get_object_or_404(DiaryImport.objects.select_related("user"), user=person(request), uid=uid)
        if diary_import.kind == DiaryImport.BACKUP and view.__name__ in _ABOUT_TABLES:
            return redirect("import_backup", uid)
        try:
            return view(request, diary_import)
        except FileGoneError:
            return redirect("import_account", uid)
        except MappingError:
            return redirect("import_columns", uid)

    return find


@require_http_methods(["GET", "HEAD", "POST"])
def import_new(request: HttpRequest) -> HttpResponse:
    """Choose a file."""
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_valid():
        try:
            diary_import = _receive(person(request), form)
        except UnreadableFileError as error:
            form.add_error("file", str(error))
        else:
            return redirect(_FIRST_STEP.get(diary_import.kind, "import_columns"), diary_import.uid)
    return render(request, "journal/import_new.html", {"form": form, "imports": latest_imports(user=person(request))})


def _receive(user: User, form: UploadForm) -> DiaryImport:
    """Keep the file if it is a table, or a diary that can be brought in. Raises UnreadableFileError."""
    content, uid, name = form.content, form.cleaned_data["uid"], form.cleaned_data["file"].name or ""
    if is_backup(content):
        return receive_backup(user=user, uid=uid, content=content, file_name=name, now=timezone.now())
    open_file(content)
    return receive_file(user=user, uid=uid, content=content, file_name=name, now=timezone.now())


@require_http_methods(["GET", "HEAD", "POST"])
@_step
def import_backup(request: HttpRequest, diary_import: DiaryImport) -> HttpResponse:
    """What a whole diary would add to this one; add it."""
    if diary_import.kind != DiaryImport.BACKUP:
        return redirect("import_columns", diary_import.uid)
    if diary_import.finished_at:
        return redirect("import_account", diary_import.uid)
    tried = diary_import.mapping
    form = BackupForm(request.POST if request.method == "POST" else None, is_first=tried["is_first"])
    if form.is_valid():
        try:
            restore_backup(diary_import, take_settings=form.cleaned_data["take_settings"], now=timezone.now())
            return redirect("import_account", diary_import.uid)
        except UnreadableFileError as error:
            form.add_error(None, str(error))
    context = {
        "diary_import": diary_import,
        "form": form,
        "tried": tried,
        "exported_at": dt.datetime.fromisoformat(tried["exported_at"]),
        "kinds": [(KINDS[kind], new, known) for kind, new, known in tried["kinds"]],
        "new": sum(new for _, new, _ in tried["kinds"]),
    }
    return render(request, "journal/import_backup.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@_step
def import_columns(request: HttpRequest, diary_import: DiaryImport) -> HttpResponse:
    """Say what the columns and words mean."""
    if diary_import.started_at:
        return redirect("import_run", diary_import.uid)
    file = read_file(diary_import)
    form = ColumnsForm(request.POST if request.method == "POST" else None, questions=questions_about(file))
    if request.method == "POST" and form.is_valid() and _keep_answers(form, file, diary_import, request):
        goes_on = "continue" in request.POST and not form.asks_anew
        return redirect("import_preview" if goes_on else "import_columns", diary_import.uid)
    return render(request, "journal/import_columns.html", {"form": form, "diary_import": diary_import})


def _keep_answers(form: ColumnsForm, file: ReadFile, diary_import: DiaryImport, request: HttpRequest) -> bool:
    """Keep the mapping that the form says; False where a message was put on the form instead."""
    if form.asks_anew:
        kind = Kind(form.cleaned_data["kind"])
        mapping = first_mapping(file.table, today=timezone.now().date(), kind=kind, header_line=form.header_line)
    else:
        try:
            mapping = mapping_from_json(form.said, table=file.table, guess=file.mapping)
            if "continue" in request.POST:
                mapping.checked()
        except MappingError as error:
            form.mark(str(error), at=error.at)
            return False
    choose_mapping(diary_import=diary_import, kind=mapping.kind, mapping=mapping_as_json(mapping))
    return True


@require_GET
@_step
def import_preview(request: HttpRequest, diary_import: DiaryImport) -> HttpResponse:
    """What will become of each row, before anything is stored."""
    if diary_import.started_at:
        return redirect("import_run", diary_import.uid)
    reading = read_diary(diary_import, now=timezone.now())
    problems = problems_among(leftovers(reading))
    known = count_known(user=diary_import.user, kind=diary_import.kind, uids=[row.uid for row in reading.ready])
    context = {
        "diary_import": diary_import,
        "reading": reading,
        "known": known,
        "new": len(reading.ready) - known,
        "in_note": sum(1 for row in reading.ready if row.in_note),
        "rows": [
            (row.line, describe_moment(row.moment), describe_content(row.content, moment=row.moment), row.content.note)
            for row in reading.ready[:_ROWS_SHOWN]
        ],
    }
    return render(request, "journal/import_preview.html", context | _shown(problems))


@require_http_methods(["GET", "HEAD", "POST"])
@_step
def import_run(request: HttpRequest, diary_import: DiaryImport) -> HttpResponse:
    """Store the next rows, and say how far it is."""
    if request.method == "POST" and diary_import.finished_at is None:
        store_next_rows(diary_import, now=timezone.now())
    if request.headers.get("Accept") == "application/json":
        return JsonResponse(
            {
                "done": diary_import.done_rows,
                "all": diary_import.ready_rows,
                "account": reverse("import_account", args=[diary_import.uid]) if diary_import.finished_at else "",
            }
        )
    if diary_import.finished_at:
        return redirect("import_account", diary_import.uid)
    if request.method == "POST":
        return redirect("import_run", diary_import.uid)
    if diary_import.started_at is None:
        return redirect("import_preview", diary_import.uid)
    return render(request, "journal/import_run.html", {"diary_import": diary_import})


@require_http_methods(["GET", "HEAD", "POST"])
@_step
def import_account(request: HttpRequest, diary_import: DiaryImport) -> HttpResponse:
    """The account of every row; take the import back, and put it back."""
    if diary_import.finished_at is None:
        return redirect("import_run", diary_import.uid)
    if request.method == "POST":
        _take_or_put_back(request, diary_import, timezone.now())
        return redirect("import_account", diary_import.uid)
    rows = leftovers_of(diary_import)
    context = {
        "diary_import": diary_import,
        "is_kept": rows is not None,
        "missing_rows": diary_import.ready_rows - diary_import.done_rows,
    }
    return render(request, "journal/import_account.html", context | _shown(problems_among(rows or [])))


def _take_or_put_back(request: HttpRequest, diary_import: DiaryImport, now: dt.datetime) -> None:
    if "put_back" in request.POST:
        count = put_import_back(diary_import=diary_import, now=now)
        messages.success(request, f"{count:,} entries are back in your diary.")
    elif "take_back" in request.POST:
        count = take_import_back(diary_import=diary_import, now=now)
        messages.success(request, f"{count:,} entries are taken out of your diary.")


@require_GET
@_step
def import_leftovers(request: HttpRequest, diary_import: DiaryImport) -> HttpResponse:
    """The rows that did not become records of their own, as a CSV file."""
    rows = leftovers_of(diary_import)
    if rows is None and diary_import.kind == DiaryImport.BACKUP:
        return redirect("import_account", diary_import.uid)
    if rows is None:
        rows = leftovers(read_diary(diary_import, now=timezone.now()))
    body = "\ufeff" + leftovers_as_csv(rows)  # without the mark, Excel takes UTF-8 for something else
    response = HttpResponse(body, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="rows-not-imported.csv"'
    return response


@require_POST
@_step
def import_discard(request: HttpRequest, diary_import: DiaryImport) -> HttpResponse:
    """Erase a file of which nothing was stored."""
    if diary_import.started_at:
        return redirect("import_run", diary_import.uid)
    discard_import(diary_import=diary_import)
    messages.success(request, "The file is erased. Nothing was imported.")
    return redirect("import_new")


def _shown(problems: list[Any]) -> dict[str, Any]:
    """The first of the rows that cannot be stored, and how many there are."""
    return {
        "problems": problems[:_PROBLEMS_SHOWN],
        "problem_count": len(problems),
        "more_problems": max(0, len(problems) - _PROBLEMS_SHOWN),
        "reasons": reasons_of(problems),
    }

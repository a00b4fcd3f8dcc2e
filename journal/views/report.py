"""The report for a doctor, as a page and on paper."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from journal.actions.report import make_report
from journal.charts.report import report_page
from journal.forms.report import ReportForm
from journal.http import person, today_of
from journal.reporting import as_response, choices_of, keep_choices, printed


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """Shows the report; a POST says what belongs in it from now on."""
    user = person(request)
    today = today_of(user)
    choices = choices_of(request)
    form = ReportForm(request.POST if request.method == "POST" else None, choices=choices, today=today)
    if form.is_bound and form.is_valid():
        keep_choices(request, form.choices)
        return redirect("report")
    page = report_page(make_report(user=user, choices=choices, today=today))
    return render(request, "journal/report.html", {"form": form, "report": page})


@require_safe
def report_pdf(request: HttpRequest) -> HttpResponse:
    """The same on paper; a calm page where a long one is still being made."""
    user = person(request)
    made = make_report(user=user, choices=choices_of(request), today=today_of(user))
    file = printed(made, whose=user.pk)
    return as_response(file) if file else render(request, "journal/report_pdf.html", status=409)

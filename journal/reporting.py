"""What the pages that show a report share: the person's choices, kept in their session."""

from django.http import HttpRequest

from journal.analytics.report import ReportChoices

_KEPT = "report_choices"


def keep_choices(request: HttpRequest, choices: ReportChoices) -> None:
    """From now on this browser's reports are made so, until it signs out."""
    request.session[_KEPT] = choices.to_json()


def choices_of(request: HttpRequest) -> ReportChoices:
    """What was chosen last, or what is chosen for everybody to begin with."""
    try:
        return ReportChoices.from_json(request.session[_KEPT])
    except (KeyError, TypeError, ValueError):  # none yet, or kept by an earlier release
        return ReportChoices()

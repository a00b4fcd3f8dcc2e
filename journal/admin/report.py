"""What people report, and what it is about."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.utils.text import Truncator

from journal.actions.moderation import decide_report
from journal.analytics.moderation import LISTING_DECISIONS, Done
from journal.analytics.therapists import ReportState, ReviewState
from journal.analytics.wording import describe_day
from journal.desk_admin import DecisionAdmin
from journal.models import ContentReport


@admin.register(ContentReport)
class ContentReportAdmin(DecisionAdmin):
    """Closed with or without a consequence; the reported thing can be taken off at once."""

    plural = "Reports"
    list_display = ("sent", "about", "reason", "beginning", "state")
    list_display_links = ("sent", "about")
    list_select_related = ("therapist", "review", "review__therapist")
    bulk = (Done.DISMISSED,)

    @admin.display(description="about")
    def about(self, report: ContentReport) -> str:
        return f"Review of {report.review.therapist}" if report.review else str(report.therapist)

    @admin.display(description="words")
    def beginning(self, report: ContentReport) -> str:
        return Truncator(report.words).words(50)

    def name_of(self, item: ContentReport) -> str:
        return f"Report about {item.review.therapist if item.review else item.therapist}"

    def possible(self, item: ContentReport) -> Sequence[Done]:
        if item.state != ReportState.OPEN:
            return ()
        is_up = item.review.state == ReviewState.PUBLISHED if item.review else False
        if item.therapist:
            is_up = Done.HIDDEN in LISTING_DECISIONS[item.therapist.state]
        return (Done.HIDDEN, Done.UPHELD, Done.DISMISSED) if is_up else (Done.UPHELD, Done.DISMISSED)

    def version_of(self, item: ContentReport) -> int:
        """A report changes once: when it is closed."""
        return 1

    def facts(self, item: ContentReport) -> list[tuple[str, Any]]:
        about: list[tuple[str, Any]] = [("Listing", item.therapist)]
        if item.review:
            about = [
                ("Review of", item.review.therapist),
                ("Its text", item.review.text or "None"),
                ("Its rating", f"{item.review.rating} of 5"),
                ("Its state", item.review.get_state_display()),
            ]
        return [
            ("Reported because", item.get_reason_display()),
            ("In their words", item.words or "Nothing"),
            *about,
            ("State", item.get_state_display()),
            ("Sent on", describe_day(item.created_at)),
        ]

    def more_context(self, request: Any, item: ContentReport) -> dict[str, Any]:
        about = item.review or item.therapist
        assert about is not None
        model = about._meta.model_name
        return {"author_id": item.reporter_id, "about_address": (f"admin:journal_{model}_change", about.pk)}

    def decide(self, item: ContentReport, said: dict[str, Any]) -> None:
        decide_report(
            report_id=item.pk,
            decision=said["decision"],
            by=said["by"],
            now=said["now"],
            reason=said["reason"],
            words=said["words"],
        )

"""Reviews that wait to be read, and those that were."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.utils.text import Truncator

from journal.actions.moderation import decide_review
from journal.analytics.moderation import REVIEW_DECISIONS, Done
from journal.analytics.wording import describe_day
from journal.desk_admin import DecisionAdmin
from journal.models import TherapistReview


@admin.register(TherapistReview)
class TherapistReviewAdmin(DecisionAdmin):
    """A review as everybody would read it; its author is a number."""

    plural = "Reviews"
    list_display = ("sent", "listing", "rating", "beginning", "state")
    list_display_links = ("sent", "listing")
    list_select_related = ("therapist",)
    search_fields = ("text", "shown_name", "therapist__name")
    bulk = (Done.APPROVED, Done.REJECTED)

    @admin.display(description="about")
    def listing(self, review: TherapistReview) -> str:
        return str(review.therapist)

    @admin.display(description="text")
    def beginning(self, review: TherapistReview) -> str:
        return Truncator(review.text).words(50)

    def name_of(self, item: TherapistReview) -> str:
        return f"Review of {item.therapist}"

    def possible(self, item: TherapistReview) -> Sequence[Done]:
        return REVIEW_DECISIONS[item.state]

    def facts(self, item: TherapistReview) -> list[tuple[str, Any]]:
        return [
            ("About", item.therapist),
            ("State", item.get_state_display()),
            ("Rating", f"{item.rating} of 5"),
            ("Text", item.text or "None"),
            ("Shown under", item.shown_name or "None"),
            ("Sent on", describe_day(item.created_at)),
        ]

    def more_context(self, request: Any, item: TherapistReview) -> dict[str, Any]:
        return {"author_id": item.author_id}

    def decide(self, item: TherapistReview, said: dict[str, Any]) -> None:
        decide_review(
            review_id=item.pk,
            version=said["version"],
            decision=said["decision"],
            by=said["by"],
            now=said["now"],
            reason=said["reason"],
            words=said["words"],
        )

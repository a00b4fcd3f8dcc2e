"""What people say is different about a listing, beside what it says now."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.text import Truncator

from journal.actions.moderation import decide_change
from journal.analytics.listing import differences, with_proposed
from journal.analytics.moderation import Done
from journal.analytics.therapists import ChangeState
from journal.analytics.wording import describe_day
from journal.desk_admin import DecisionAdmin
from journal.forms.moderation import ListingFactsForm
from journal.models import ListingChange


@admin.register(ListingChange)
class ListingChangeAdmin(DecisionAdmin):
    """Old and new side by side; the new one can be put right before it is taken in."""

    plural = "Changes"
    list_display = ("sent", "listing", "kind", "beginning", "state")
    list_display_links = ("sent", "listing")
    list_select_related = ("therapist",)
    search_fields = ("therapist__name", "words")
    decision_template = "admin/desk/decide_change.html"
    bulk = (Done.REJECTED,)

    @admin.display(description="listing")
    def listing(self, change: ListingChange) -> str:
        return str(change.therapist)

    @admin.display(description="words")
    def beginning(self, change: ListingChange) -> str:
        return Truncator(change.words).words(50)

    def name_of(self, item: ListingChange) -> str:
        return f"{item.get_kind_display()}: {item.therapist}"

    def possible(self, item: ListingChange) -> Sequence[Done]:
        return (Done.APPROVED, Done.REJECTED) if item.state == ChangeState.PENDING else ()

    def version_of(self, item: ListingChange) -> int:
        """That of the listing: a difference means something only beside what it was seen with."""
        version: int = item.therapist.version
        return version

    def facts(self, item: ListingChange) -> list[tuple[str, Any]]:
        return [
            ("Listing", item.therapist),
            ("What they say", item.get_kind_display()),
            ("In their words", item.words or "Nothing"),
            ("State", item.get_state_display()),
            ("Sent on", describe_day(item.created_at)),
        ]

    def more_forms(self, request: HttpRequest, item: ListingChange) -> dict[str, Any]:
        """All facts of the listing, with what is proposed in the place of what there is."""
        if item.state != ChangeState.PENDING:
            return {}
        data = request.POST if request.method == "POST" else None
        content = with_proposed(before=item.therapist.content, proposed=item.proposed)
        return {"listing_form": ListingFactsForm(data, content=content)}

    def more_context(self, request: HttpRequest, item: ListingChange) -> dict[str, Any]:
        return {
            "author_id": item.author_id,
            "differences": differences(before=item.therapist.content, proposed=item.proposed),
            "about_address": ("admin:journal_therapist_change", item.therapist_id),
        }

    def decide(self, item: ListingChange, said: dict[str, Any]) -> None:
        form = said.get("listing_form")
        decide_change(
            change_id=item.pk,
            listing_version=said["version"],
            decision=said["decision"],
            by=said["by"],
            now=said["now"],
            reason=said["reason"],
            words=said["words"],
            content=form.content if form else None,
        )

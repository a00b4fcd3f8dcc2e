"""Listings: to be approved, put right, checked, taken off, and joined where there are two of one therapist."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils import timezone

from journal.actions.merging import keep_apart, merge_listings, undo_merge
from journal.actions.moderation import DecidedAlready, NotPossible, check_licence, decide_listing
from journal.analytics.listing import LABELS, ListingContent, in_words
from journal.analytics.moderation import LISTING_DECISIONS, Done
from journal.analytics.therapists import Known, ListingState, plain_words
from journal.analytics.wording import describe_day
from journal.desk_admin import DecisionAdmin
from journal.forms.moderation import LicenceForm, ListingFactsForm
from journal.http import person
from journal.models import Therapist
from journal.queries.moderation import alike_pairs, alike_to, names_of_staff, open_merge_of

_MEANWHILE = "One of them was changed since you opened the page. Look again, then decide."
_NOT_NOW = "This is not possible in the state that they are in. Keep the one that is published."


@admin.register(Therapist)
class TherapistAdmin(DecisionAdmin):
    """A listing with all its facts in a form, what may be the same one, and the check of its licence."""

    plural = "Listings"
    list_display = ("sent", "name", "place", "country", "credential", "licence_checked_on", "state")
    list_display_links = ("sent", "name")
    search_fields = ("search_text",)
    decision_template = "admin/desk/decide_listing.html"
    bulk = (Done.APPROVED, Done.REJECTED)

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        own = [
            path("pairs/", wrap(self.pairs_view), name="journal_therapist_pairs"),
            path("<int:object_id>/licence/", wrap(self.licence_view), name="journal_therapist_licence"),
            path("<int:object_id>/join/<int:other_id>/", wrap(self.join_view), name="journal_therapist_join"),
            path("<int:object_id>/part/", wrap(self.part_view), name="journal_therapist_part"),
        ]
        return [*own, *super().get_urls()]

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        """As the directory compares words."""
        for word in plain_words(search_term):
            queryset = queryset.filter(search_text__contains=word)
        return queryset, False

    def possible(self, item: Therapist) -> Sequence[Done]:
        return LISTING_DECISIONS[item.state]

    def facts(self, item: Therapist) -> list[tuple[str, Any]]:
        checked = describe_day(item.licence_checked_on) if item.licence_checked_on else "Not yet"
        by = item.licence_checked_by_id
        if by:
            checked = f"{checked}, by {names_of_staff(keys={by})[by]}"
        said = [(label, _words(item.content, name)) for name, label in LABELS.items()]
        return [
            *((label, words) for label, words in said if words),
            ("Licence checked", checked),
            ("Reviews published", item.review_count),
            ("State", item.get_state_display()),
            ("Sent on", describe_day(item.created_at)),
        ]

    def more_forms(self, request: HttpRequest, item: Therapist) -> dict[str, Any]:
        data = request.POST if request.method == "POST" else None
        return {"listing_form": ListingFactsForm(data, content=item.content)} if self.possible(item) else {}

    def more_context(self, request: HttpRequest, item: Therapist) -> dict[str, Any]:
        start = {
            "version": item.version,
            "register": item.register,
            "licence_number": item.licence_number,
            "checked_on": timezone.now().date(),
        }
        is_merged = item.state == ListingState.MERGED
        return {
            "author_id": item.added_by_id,
            "alike": [] if is_merged else alike_to(listing=item),
            "licence_form": None if is_merged else LicenceForm(initial=start, auto_id="licence_%s"),
            "merge": open_merge_of(listing=item) if is_merged else None,
        }

    def decide(self, item: Therapist, said: dict[str, Any]) -> None:
        form = said.get("listing_form")
        decide_listing(
            listing_id=item.pk,
            version=said["version"],
            decision=said["decision"],
            by=said["by"],
            now=said["now"],
            reason=said["reason"],
            words=said["words"],
            content=form.content if form else None,
        )

    def licence_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Note that the licence was looked up."""
        item = self.found(request, str(object_id), to_change=True)
        if item is None:
            return self.not_there(request)
        form = LicenceForm(request.POST or None, auto_id="licence_%s")
        if form.is_valid():
            try:
                check_licence(listing_id=item.pk, by=person(request), now=timezone.now(), **form.cleaned_data)
                messages.success(request, f"Licence checked: {item}.")
            except DecidedAlready:
                messages.error(request, _MEANWHILE)
            except NotPossible:
                messages.error(request, _NOT_NOW)
            return redirect(self.address("change", item.pk))
        context = {"item": item, "facts": self.facts(item), "form": form, "button": "The licence is in the register"}
        return self.page(request, "admin/desk/form.html", f"Licence of {item}", **context)

    def pairs_view(self, request: HttpRequest) -> HttpResponse:
        """Listings that may be of one therapist."""
        self.found(request, "0", to_change=False)
        return self.page(request, "admin/desk/pairs.html", "Possible duplicates", pairs=alike_pairs())

    def join_view(self, request: HttpRequest, object_id: int, other_id: int) -> HttpResponse:
        """Two listings side by side; the first is kept, the other follows it."""
        kept = self.found(request, str(object_id), to_change=True)
        gone = get_object_or_404(Therapist, pk=other_id)
        if kept is None:
            return self.not_there(request)
        if "apart" in request.POST and kept != gone:
            keep_apart(one_id=kept.pk, other_id=gone.pk, by=person(request), now=timezone.now())
            messages.success(request, f"Two people: {kept} and {gone}. Nobody is asked about them again.")
            return redirect(self.address("pairs"))
        if request.method == "POST":
            return self._joined(request, kept, gone)
        one, other = kept.content, gone.content
        rows = [(label, _words(one, name), _words(other, name)) for name, label in LABELS.items()]
        shown = [(*row, row[1] != row[2]) for row in rows if row[1] or row[2]]
        context = {"kept": kept, "gone": gone, "rows": shown}
        return self.page(request, "admin/desk/join.html", f"Join {gone} with {kept}", **context)

    def _joined(self, request: HttpRequest, kept: Therapist, gone: Therapist) -> HttpResponse:
        sent = [request.POST.get(name, "") for name in ("kept_version", "gone_version")]
        versions = [int(version) if version.isdecimal() else 0 for version in sent]
        try:
            merge_listings(
                kept_id=kept.pk,
                gone_id=gone.pk,
                versions=(versions[0], versions[1]),
                by=person(request),
                now=timezone.now(),
            )
        except DecidedAlready:
            messages.error(request, _MEANWHILE)
            return redirect(self.address("join", kept.pk, gone.pk))
        except NotPossible:
            messages.error(request, _NOT_NOW)
            return redirect(self.address("join", kept.pk, gone.pk))
        messages.success(request, f"Joined with {kept}. You can part them again for 30 days, on the page of {gone}.")
        return redirect(self.address("pairs"))

    def part_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Undo the joining that took this listing away."""
        item = self.found(request, str(object_id), to_change=True)
        merge = open_merge_of(listing=item) if item else None
        if merge is None:
            return self.not_there(request)
        if request.method == "POST":
            try:
                undo_merge(merge_id=merge.pk, by=person(request), now=timezone.now())
                messages.success(request, f"Parted again: {item} and {merge.kept}.")
            except NotPossible:
                messages.error(request, "This is not possible any more: it is too long ago, or more was joined since.")
        return redirect(self.address("change", object_id))


def _words(content: ListingContent, name: str) -> str:
    """A fact as it is read; "" where it is not known."""
    value = getattr(content, name)
    return "" if value == Known.UNKNOWN else in_words(field=name, value=value)

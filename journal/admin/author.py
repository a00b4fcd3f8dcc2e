"""People who sent something to the directory, as moderators see them: a number and counts."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from journal.actions.moderation import set_may_publish
from journal.desk_admin import DeskAdmin
from journal.forms.moderation import AuthorForm
from journal.http import person
from journal.models import Author, ContentReport, ListingChange, Therapist, TherapistReview
from journal.queries.moderation import author_facts, history_of, looked_up

_SENT = ((Therapist, "added_by"), (ListingChange, "author"), (TherapistReview, "author"), (ContentReport, "reporter"))


@admin.register(Author)
class AuthorAdmin(DeskAdmin):
    """Whether somebody may send to the directory is all that is decided here."""

    plural = "Authors"
    list_display = ("__str__", "joined", "may_publish")
    list_filter = ("may_publish",)
    ordering = ("-pk",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        sent = Q()
        for model, field in _SENT:
            sent |= Q(Exists(model._base_manager.filter(**{field: OuterRef("pk")})))
        people: QuerySet[Any] = super().get_queryset(request).filter(sent)
        return people

    @admin.display(description="account since")
    def joined(self, author: Author) -> str:
        return f"{author.date_joined:%B %Y}"

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        author = self.found(request, object_id, to_change=request.method == "POST")
        if author is None:
            return self.not_there(request)
        start = {"may_publish": "yes" if author.may_publish else "no"}
        form = AuthorForm(request.POST if request.method == "POST" else None, initial=start)
        if form.is_valid():
            said = form.cleaned_data
            set_may_publish(
                person=author,
                may=said["may_publish"],
                by=person(request),
                now=timezone.now(),
                reason=said["reason"],
                words=said["words"],
            )
            messages.success(request, f"{author}: {'may' if said['may_publish'] else 'may not'} send to the directory.")
            return redirect(self.address("change", author.pk))
        context = {
            "item": author,
            "facts": [
                ("Account since", f"{author.date_joined:%B %Y}"),
                ("May send to the directory", "Yes" if author.may_publish else "No"),
                *author_facts(person_id=author.pk).items(),
            ],
            "form": form,
            "button": "Save",
            "entries": looked_up(entries=history_of(item=author)),
        }
        return self.page(request, "admin/desk/form.html", str(author), **context)

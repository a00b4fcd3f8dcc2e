"""Accesses to diaries: opened with a reason, for some hours, and every look in the log."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from journal.actions.content_access import NotOpen, close_access, look, open_access
from journal.analytics.wording import describe_day
from journal.desk_admin import DeskAdmin
from journal.forms.moderation import AccessForm
from journal.http import person
from journal.models import ContentAccess, User
from journal.queries.content_access import diary_read
from journal.queries.moderation import history_of, looked_up

_ENDED = "This access has ended, or somebody else opened it. Open another one if there still is a reason."


@admin.register(ContentAccess)
class ContentAccessAdmin(DeskAdmin):
    """For administrators. Whoever opens an access is the only one who reads by it."""

    plural = "Accesses to diaries"
    list_display = ("opened_at", "whose", "reason", "hours", "until", "by")
    list_filter = ("reason",)
    ordering = ("-opened_at", "-pk")

    @admin.display(description="whose")
    def whose(self, access: ContentAccess) -> str:
        return f"Person {access.person_id}"

    @admin.display(description="opened by")
    def by(self, access: ContentAccess) -> str:
        return f"Person {access.opened_by}"

    def get_urls(self) -> list[URLPattern]:
        own = [
            path(
                "open/<int:person_id>/", self.admin_site.admin_view(self.open_view), name="journal_contentaccess_open"
            ),
            path(
                "<int:object_id>/read/", self.admin_site.admin_view(self.read_view), name="journal_contentaccess_read"
            ),
        ]
        return [*own, *super().get_urls()]

    def open_view(self, request: HttpRequest, person_id: int) -> HttpResponse:
        """Say why and for how long."""
        if not request.user.has_perm("journal.add_contentaccess"):
            raise PermissionDenied
        whose = get_object_or_404(User, pk=person_id)
        form = AccessForm(request.POST if request.method == "POST" else None)
        if form.is_valid():
            access = open_access(person=whose, by=person(request), now=timezone.now(), **form.cleaned_data)
            messages.success(request, "The access is open. The person was told.")
            return redirect(self.address("change", access.pk))
        title = f"Open an access to the diary of person {whose.pk}"
        facts = [("Whose", f"Person {whose.pk}"), ("Account since", describe_day(whose.date_joined))]
        context = {"facts": facts, "form": form, "button": "Open it and tell the person"}
        return self.page(request, "admin/desk/form.html", title, **context)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """About the access; what stands in the diary is on a page of its own. A POST ends it."""
        access = self.found(request, object_id, to_change=request.method == "POST")
        if access is None:
            return self.not_there(request)
        if request.method == "POST":
            try:
                close_access(access_id=access.pk, by=person(request), now=timezone.now())
                messages.success(request, "The access is ended.")
            except NotOpen:
                messages.error(request, _ENDED)
            return redirect(self.address("change", access.pk))
        is_open = access.opened_by == request.user.pk and timezone.now() < access.until
        context = {
            "item": access,
            "facts": [
                ("Whose", self.whose(access)),
                ("Reason", f"{access.get_reason_display()}: {access.words}"),
                (
                    "Opened",
                    f"{describe_day(access.opened_at)}, {access.opened_at:%H:%M} UTC by {self.by(access).lower()}",
                ),
                ("Until", f"{describe_day(access.until)}, {access.until:%H:%M} UTC"),
            ],
            "is_open": is_open,
            "entries": looked_up(entries=history_of(item=access)),
        }
        return self.page(request, "admin/desk/access.html", str(access), **context)

    @sensitive_variables()
    def read_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """A page of the diary. Only ever sent for by a button: no look happens by a link that a browser follows."""
        if not request.user.has_perm("journal.change_contentaccess"):
            raise PermissionDenied
        if request.method != "POST":
            return redirect(self.address("change", object_id))
        get_object_or_404(ContentAccess, pk=object_id)
        try:
            access = look(access_id=object_id, by=person(request), now=timezone.now())
        except NotOpen:
            messages.error(request, _ENDED)
            return redirect(self.address("change", object_id))
        read = diary_read(person=access.person, before=request.POST.get("before", ""))
        return self.page(
            request, "admin/desk/diary.html", f"Diary of person {access.person_id}", item=access, read=read
        )

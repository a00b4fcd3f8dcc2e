"""People in the admin: accounts and dates, never what they log."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from journal.actions.roles import NotYourself, give_role, set_account_open, take_second_step_off
from journal.analytics.wording import describe_day
from journal.desk_admin import DeskAdmin
from journal.forms.moderation import RoleForm, SecondStepForm
from journal.http import person
from journal.models import User
from journal.queries.moderation import history_of, looked_up


@admin.register(User)
class PersonAdmin(DeskAdmin):
    """Who has an account, since when, and how many pain entries; what may be changed is their role and their access."""

    list_display = ("email", "number", "date_joined", "last_login", "entries", "is_active", "is_staff")
    list_filter = ("is_active", "is_staff", "date_joined")
    search_fields = ("email", "=pk")
    ordering = ("-date_joined",)
    date_hierarchy = "date_joined"

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """With the number of entries that are not deleted."""
        counted = Count("painentry", filter=Q(painentry__deleted_at=None))
        people: QuerySet[User] = super().get_queryset(request)
        return people.annotate(entry_count=counted)

    @admin.display(description="number", ordering="pk")
    def number(self, user: User) -> int:
        return user.pk

    @admin.display(description="pain entries", ordering="entry_count")
    def entries(self, user: User) -> int:
        """How many there are; not what they say."""
        count: int = user.entry_count  # type: ignore[attr-defined]
        return count

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        user = self.found(request, object_id, to_change=request.method == "POST")
        if user is None:
            return self.not_there(request)
        wanted = request.POST.get("do", "")
        role = user.groups.values_list("name", flat=True).first() or ""
        role_form = RoleForm(request.POST if wanted == "role" else None, initial={"role": role})
        step_form = SecondStepForm(request.POST if wanted == "second_step" else None)
        doing = _DOINGS.get(wanted)
        if doing and all(form.is_valid() for form in (role_form, step_form) if form.is_bound):
            try:
                messages.success(request, doing(user, person(request), role_form, step_form))
            except NotYourself:
                messages.error(request, "Not your own: ask another administrator.")
            return redirect(self.address("change", user.pk))
        context = {
            "item": user,
            "facts": [
                ("E-mail address", user.email),
                ("Number", user.pk),
                ("Account since", describe_day(user.date_joined)),
                ("Signed in last", describe_day(user.last_login) if user.last_login else "Never"),
                ("Pain entries", self.entries(user)),
                ("Account", "Open" if user.is_active else "Closed"),
                ("Role", role.capitalize() or "None"),
            ],
            "role_form": role_form,
            "step_form": step_form,
            "entries": looked_up(entries=history_of(item=user)),
        }
        return self.page(request, "admin/desk/person.html", str(user), **context)


def _give_role(user: User, by: User, role_form: RoleForm, step_form: SecondStepForm) -> str:
    role = role_form.cleaned_data["role"]
    give_role(person=user, role=role, by=by, now=timezone.now())
    return f"Role of {user}: {role or 'none'}."


def _open(user: User, by: User, role_form: RoleForm, step_form: SecondStepForm) -> str:
    set_account_open(person=user, is_open=True, by=by, now=timezone.now())
    return f"The account {user} is open."


def _close(user: User, by: User, role_form: RoleForm, step_form: SecondStepForm) -> str:
    set_account_open(person=user, is_open=False, by=by, now=timezone.now())
    return f"The account {user} is closed."


def _second_step(user: User, by: User, role_form: RoleForm, step_form: SecondStepForm) -> str:
    take_second_step_off(person=user, by=by, words=step_form.cleaned_data["words"], now=timezone.now())
    return f"The second step of {user} is off. They were told."


_DOINGS: dict[str, Callable[[User, User, RoleForm, SecondStepForm], str]] = {
    "role": _give_role,
    "open": _open,
    "close": _close,
    "second_step": _second_step,
}

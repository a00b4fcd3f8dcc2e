"""People in the admin: accounts and dates, never what they log."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from journal.actions.roles import NoSecondStep, NotYourself, give_role, set_account_open, take_second_step_off
from journal.analytics.wording import describe_day
from journal.desk_admin import DeskAdmin
from journal.forms.moderation import AccountForm, RoleForm, SecondStepForm
from journal.http import person
from journal.models import User
from journal.queries.moderation import history_of, looked_up, role_of, second_steps

_NO_STEP = (
    "A role needs a second step for signing in. Let them set up a passkey or an app under Settings, “Passkeys and "
    "codes”; then give it, and make sure that it is theirs: its day stands here."
)


@admin.register(User)
class PersonAdmin(DeskAdmin):
    """Who has an account, since when, and how many pain entries; what may be changed is their role and their access."""

    plural = "People"
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
        role = role_of(person=user)
        forms = {
            "role_form": RoleForm(request.POST if wanted == "role" else None, initial={"role": role}),
            "account_form": AccountForm(request.POST if wanted in ("open", "close") else None, auto_id="account_%s"),
            "step_form": SecondStepForm(request.POST if wanted == "second_step" else None),
        }
        sent = next((form for form in forms.values() if form.is_bound), None)
        if wanted in _DOINGS and sent is not None and sent.is_valid():
            try:
                messages.success(request, _DOINGS[wanted](user, person(request), sent.cleaned_data))
            except NotYourself:
                messages.error(request, "Not your own: ask another administrator.")
            except NoSecondStep:
                messages.error(request, _NO_STEP)
            return redirect(self.address("change", user.pk))
        steps = second_steps(person=user)
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
                ("Second step", "; ".join(steps) or "None"),
            ],
            **forms,
            "entries": looked_up(entries=history_of(item=user)),
        }
        return self.page(request, "admin/desk/person.html", str(user), **context)


def _give_role(user: User, by: User, said: dict[str, Any]) -> str:
    give_role(person=user, role=said["role"], by=by, now=timezone.now())
    return f"Role of {user}: {said['role'] or 'none'}."


def _open(user: User, by: User, said: dict[str, Any]) -> str:
    set_account_open(person=user, is_open=True, by=by, words=said["words"], now=timezone.now())
    return f"The account {user} is open. They were told."


def _close(user: User, by: User, said: dict[str, Any]) -> str:
    set_account_open(person=user, is_open=False, by=by, words=said["words"], now=timezone.now())
    return f"The account {user} is closed. They were told."


def _second_step(user: User, by: User, said: dict[str, Any]) -> str:
    take_second_step_off(person=user, by=by, words=said["words"], now=timezone.now())
    return f"The second step of {user} is off. They were told."


_DOINGS: dict[str, Callable[[User, User, dict[str, Any]], str]] = {
    "role": _give_role,
    "open": _open,
    "close": _close,
    "second_step": _second_step,
}

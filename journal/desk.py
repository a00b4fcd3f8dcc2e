"""The moderation desk as a whole: who is let in, and what it shows first."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from journal.queries.moderation import Queue, queue_sizes
from journal.second_step import STAFF_WITHOUT_ONE, gave_second_factor, way_to_give_it


class DeskSite(admin.AdminSite):
    """Django's admin, for staff who gave a second factor, showing only what journal.admin made for it."""

    site_header = site_title = "Moderation desk"
    index_title = "What waits for a decision"
    enable_nav_sidebar = False

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Leaves out what installed packages would show by themselves: secrets of second factors, groups, addresses."""
        models = model_or_iterable if isinstance(model_or_iterable, list | tuple) else [model_or_iterable]
        ours = [model for model in models if model._meta.app_label == "journal"]
        super().register(ours, admin_class, **options)

    def has_permission(self, request: HttpRequest) -> bool:
        return super().has_permission(request) and gave_second_factor(request)

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Leads to whatever is missing: signing in, setting up a second factor, giving it."""
        following = request.GET.get("next", "")
        if not url_has_allowed_host_and_scheme(following, {request.get_host()}, require_https=request.is_secure()):
            following = reverse("admin:index")
        if not request.user.is_authenticated:
            return redirect(f"{reverse('account_login')}?{urlencode({'next': following})}")
        if not super().has_permission(request):
            raise PermissionDenied
        if gave_second_factor(request):
            return redirect(following)
        way = way_to_give_it(request)
        if not way:
            messages.warning(request, STAFF_WITHOUT_ONE)
            return redirect("mfa_index")
        return redirect(f"{reverse(way)}?{urlencode({'next': following})}")

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """With what waits, for whoever may decide on it."""
        waits = queue_sizes() if request.user.has_perm("journal.view_therapist") else ()
        seen = {queue.model for queue in waits}
        others = [shown for shown in self._registry.values() if shown.opts.model_name not in seen]
        context = {
            "queues": [(_address_of(queue), queue) for queue in waits],
            "others": [
                (reverse(f"admin:journal_{shown.opts.model_name}_changelist"), shown.plural)  # type: ignore[attr-defined]
                for shown in others
                if shown.has_view_permission(request)
            ],
        }
        return super().index(request, context | (extra_context or {}))

    def app_index(
        self, request: HttpRequest, app_label: str, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """There is one app, and the first page shows it."""
        return self.index(request, extra_context)

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """There is one page for it, with limits on wrong tries."""
        return redirect("account_change_password")


def _address_of(queue: Queue) -> str:
    return reverse(f"admin:journal_{queue.model}_changelist" if queue.model else "admin:journal_therapist_pairs")

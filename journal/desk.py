"""The moderation desk as a whole: who is let in, and what it shows first."""

import datetime as dt
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from journal.queries.moderation import Queue, queue_sizes

# Somebody who moderates gives the second factor once a day at least.
_A_SHIFT = dt.timedelta(hours=12)
_NEEDS_ONE = "Before you can moderate, set up a second step for signing in: a passkey, or an app that shows codes."


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
            messages.warning(request, _NEEDS_ONE)
            return redirect("mfa_index")
        return redirect(f"{reverse(way)}?{urlencode({'next': following})}")

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """With what waits, for whoever may decide on it."""
        waits = queue_sizes() if request.user.has_perm("journal.view_therapist") else ()
        return super().index(
            request, {"queues": [(_address_of(queue), queue) for queue in waits], **(extra_context or {})}
        )

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """There is one page for it, with limits on wrong tries."""
        return redirect("account_change_password")


def _address_of(queue: Queue) -> str:
    return reverse(f"admin:journal_{queue.model}_changelist" if queue.model else "admin:journal_therapist_pairs")


def gave_second_factor(request: HttpRequest) -> bool:
    """Whether this very session gave one that the account still has, not too long ago."""
    earliest = (timezone.now() - _A_SHIFT).timestamp()
    given = [
        record.get("id")
        for record in get_authentication_records(request, request.user)
        if record.get("method") == "mfa" and record.get("at", 0) > earliest
    ]
    return bool(given) and Authenticator.objects.filter(user_id=request.user.pk, pk__in=given).exists()


def way_to_give_it(request: HttpRequest) -> str:
    """The page that asks for the second factor, by its URL name; "" for somebody who has none."""
    kinds = Authenticator.objects.filter(user_id=request.user.pk).values_list("type", flat=True)
    if Authenticator.Type.WEBAUTHN in kinds:
        return "mfa_reauthenticate_webauthn"
    return "mfa_reauthenticate" if Authenticator.Type.TOTP in kinds else ""

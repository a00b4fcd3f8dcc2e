"""What holds for every page: nothing of a signed-in person is kept, nothing fails because they just left, and staff
guard their second step."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.http import urlencode

from journal.models import User
from journal.second_step import STAFF_WITHOUT_ONE, gave_second_factor, way_to_give_it

_GIVES_OR_SHOWS_IT = {
    "mfa_index",
    "mfa_list_webauthn",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
}


class NothingStoredMiddleware:
    """Marks every answer to a signed-in person `no-store`; a shared phone shows nothing after signing out."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated:
            patch_cache_control(response, no_store=True, private=True)
        return response


class ErasedAccountMiddleware:
    """What arrives while the account is being erased on another device finds nobody to write for, and ends where the
    erasing does."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, DatabaseError | User.DoesNotExist) or not request.user.is_authenticated:
            return None
        if User.objects.filter(pk=request.user.pk).exists():
            return None
        logout(request)
        return redirect("farewell")


class StaffSecondStepMiddleware:
    """Somebody on the staff changes their second step only after giving it in this session: otherwise whoever learns
    their password makes a second step of their own, and has the desk."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        name = (request.resolver_match and request.resolver_match.url_name) or ""
        if not name.startswith("mfa_") or name in _GIVES_OR_SHOWS_IT or not request.user.is_authenticated:
            return None
        if not request.user.is_staff or gave_second_factor(request):
            return None
        way = way_to_give_it(request)
        if way:
            return redirect(f"{reverse(way)}?{urlencode({'next': request.path})}")
        messages.warning(request, STAFF_WITHOUT_ONE)
        return redirect("mfa_index")

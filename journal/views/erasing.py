"""Erasing one's account: what goes, the last step, and farewell."""

from allauth.account.decorators import reauthentication_required
from allauth.core.exceptions import ReauthenticationRequired
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from journal.actions.account import erase_account as erase
from journal.forms.erasing import EraseForm
from journal.http import person
from journal.queries.account import entries_kept


@require_safe
def erase_account(request: HttpRequest) -> HttpResponse:
    """Say what goes and what stays, and offer the export; nothing happens here."""
    return render(request, "journal/erase_account.html", {"count": entries_kept(user=person(request))})


@require_http_methods(["GET", "HEAD", "POST"])
def erase_confirm(request: HttpRequest) -> HttpResponse:
    """The last step, for whoever gave the password in the last minutes."""
    try:
        answer: HttpResponse = _erase_confirm(request)
    except ReauthenticationRequired:
        # The page is shown again after the password: it alone must not erase anything.
        if request.method == "POST":
            return redirect("erase_confirm")
        raise
    return answer


@reauthentication_required  # type: ignore[untyped-decorator]
def _erase_confirm(request: HttpRequest) -> HttpResponse:
    form = EraseForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(request, "journal/erase_confirm.html", {"form": form})
    erase(user=person(request), host=request.get_host())
    logout(request)
    return redirect("farewell")


@login_not_required
@require_safe
def farewell(request: HttpRequest) -> HttpResponse:
    """After the account is gone."""
    if request.user.is_authenticated:
        return redirect("start")
    return render(request, "journal/farewell.html")

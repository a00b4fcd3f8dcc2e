"""Settings, and the way to everything about the account."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from journal.actions.settings import change_settings
from journal.forms.settings import SettingsForm
from journal.http import person


@require_http_methods(["GET", "HEAD", "POST"])
def settings_page(request: HttpRequest) -> HttpResponse:
    user = person(request)
    form = SettingsForm(request.POST if request.method == "POST" else None, user=user)
    if form.is_valid():
        change_settings(user=user, **form.cleaned_data)
        messages.success(request, "Your settings are saved.")
        return redirect("settings_page")
    return render(request, "journal/settings_page.html", {"form": form})

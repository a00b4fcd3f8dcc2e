"""Sign-up: e-mail and password, and the zone that the browser is in."""

from zoneinfo import available_timezones

from allauth.account.forms import SignupForm as AllauthSignupForm
from django import forms
from django.http import HttpRequest

from journal.models import User


class SignupForm(AllauthSignupForm):  # type: ignore[misc]
    """The browser's script fills `time_zone`; without it the diary begins in UTC and asks in the settings."""

    time_zone = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def clean_time_zone(self) -> str:
        zone: str = self.cleaned_data["time_zone"]
        return zone if zone in available_timezones() else "UTC"

    def custom_signup(self, request: HttpRequest, user: User) -> None:
        """Called by allauth once the account is saved."""
        user.time_zone = self.cleaned_data["time_zone"]
        user.save(update_fields=["time_zone"])

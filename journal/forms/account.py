"""Signing up and in: allauth's forms in our words, and the zone that the browser is in."""

from typing import Any

from allauth.account import forms as allauth
from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from journal.forms.zones import known_zones
from journal.models import User

_LABELS = {
    "email": "E-mail address",
    "login": "E-mail address",
    "password": "Password",
    "oldpassword": "The password you have now",
    "password1": "New password",
    "password2": "New password, once more",
    "code": "Code",
    "name": "Name",
}
_NEW_PASSWORD = "At least 10 characters. Three or four words in a row are easy to keep in mind and hard to guess."  # noqa: S105


class PlainWords(forms.Form):
    """Our labels and hints; no placeholders, which vanish when they are needed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            if name in _LABELS:
                field.label = _LABELS[name]
                field.help_text = _NEW_PASSWORD if name == "password1" else ""
            if isinstance(field, forms.EmailField):
                field.error_messages["invalid"] = "Write the whole address, such as name@example.org."


class LoginForm(PlainWords, allauth.LoginForm):  # type: ignore[misc]
    pass


class SignupForm(PlainWords, allauth.SignupForm):  # type: ignore[misc]
    """The browser's script fills `time_zone`; without it the diary begins in UTC until the settings say otherwise."""

    time_zone = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput(attrs={"data-device-zone": ""}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = "Password"
        self.fields["email"].help_text = "For signing in, and for a new password if you forget yours."

    def clean_time_zone(self) -> str:
        zone: str = self.cleaned_data["time_zone"]
        return zone if zone in known_zones() else "UTC"

    def custom_signup(self, request: HttpRequest, user: User) -> None:
        """Called by allauth once the account is saved."""
        user.time_zone = self.cleaned_data["time_zone"]
        user.save(update_fields=["time_zone"])


class AddEmailForm(PlainWords, allauth.AddEmailForm):  # type: ignore[misc]
    """A further address. One that belongs to another account is refused here: it could never become this account's."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = "New e-mail address"

    def clean_email(self) -> str:
        email: str = super().clean_email()
        if User.objects.filter(email__iexact=email).exclude(pk=self.user.pk).exists():
            raise ValidationError("This address belongs to another account. Use a different one.", code="email_taken")
        return email


class ResetPasswordForm(PlainWords, allauth.ResetPasswordForm):  # type: ignore[misc]
    pass


class ResetPasswordKeyForm(PlainWords, allauth.ResetPasswordKeyForm):  # type: ignore[misc]
    pass


class ChangePasswordForm(PlainWords, allauth.ChangePasswordForm):  # type: ignore[misc]
    pass


class SetPasswordForm(PlainWords, allauth.SetPasswordForm):  # type: ignore[misc]
    pass


class ReauthenticateForm(PlainWords, allauth.ReauthenticateForm):  # type: ignore[misc]
    pass

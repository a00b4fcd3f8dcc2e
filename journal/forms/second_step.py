"""The second step when signing in: allauth's forms in our words."""

from typing import Any

from allauth.mfa.base import forms as allauth
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms

from journal.forms.account import PlainWords


class CodeForm(PlainWords, allauth.AuthenticateForm):  # type: ignore[misc]
    """When signing in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = "From your app, or one of your recovery codes."


class CodeAgainForm(PlainWords, allauth.ReauthenticateForm):  # type: ignore[misc]
    """Once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = "From your app, or one of your recovery codes."


class AppForm(PlainWords, totp.ActivateTOTPForm):  # type: ignore[misc]
    """The first code of an app shows that it was set up rightly."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = "The code that the app shows now"
        self.fields["code"].widget.attrs["inputmode"] = "numeric"


class PasskeyForm(PlainWords, webauthn.AddWebAuthnForm):  # type: ignore[misc]
    """`passwordless` asks the device for a passkey that needs neither address nor password."""

    passwordless = forms.BooleanField(
        label="Let me sign in with it alone",
        required=False,
        initial=True,
        help_text="Without address and password. Leave it out for a security key that has no PIN.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].help_text = "So that you can tell it from others: my phone, the blue key."
        self.fields["name"].widget.attrs["maxlength"] = 60


class PasskeyNameForm(PlainWords, webauthn.EditWebAuthnForm):  # type: ignore[misc]
    pass

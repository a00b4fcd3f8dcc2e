"""What the account pages say when something is not right."""

from typing import ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator

from journal.models import User


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth as it is, with errors that say what to do."""

    error_messages: ClassVar[dict[str, str]] = DefaultAccountAdapter.error_messages | {
        "account_inactive": "This account is closed.",
        "duplicate_email": "This address is already yours; it stands in the list.",
        "email_password_mismatch": "The e-mail address or the password is not right. Check both and try again.",
        "email_taken": "There is already a diary under this address. Sign in, or set a new password.",
        "enter_current_password": "This is not the password you have now.",
        "incorrect_password": "This is not your password.",
        "invalid_password_reset": "This link has expired or was used before. Ask for a new one.",
        "max_email_addresses": "There can be at most %d addresses. Remove one first.",
        "rate_limited": "Too many tries. Wait a few minutes.",
        "too_many_login_attempts": "Too many tries with a wrong password. Wait a few minutes, or set a new password.",
        "unverified_primary_email": "Open the link in the mail we sent to this address first.",
    }


class SecondStepAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """The second step when signing in, in our words."""

    error_messages: ClassVar[dict[str, str]] = DefaultMFAAdapter.error_messages | {
        "add_email_blocked": "Switch the second step off before you add an address.",
        "cannot_generate_recovery_codes": "Set up an app or a passkey first.",
        "incorrect_code": "This code is not right. An app shows a new one every 30 seconds.",
        "unverified_email": "Confirm your e-mail address first: Settings, then “Change the address”.",
    }

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002
        """What a new passkey is called until the person gives it a name."""
        return f"Passkey {Authenticator.objects.filter(user=user, type=type).count() + 1}"

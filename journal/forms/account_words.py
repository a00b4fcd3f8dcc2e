"""What the account pages say when something is not right."""

from typing import ClassVar

from allauth.account.adapter import DefaultAccountAdapter


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
        "too_many_login_attempts": "Too many tries with a wrong password. Wait a few minutes, or set a new password.",
        "unverified_primary_email": "Open the link in the mail we sent to this address first.",
    }

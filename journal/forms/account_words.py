"""What the account pages and mails say."""

import logging
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter

from journal.models import User

_CHANGED = {
    "account/email/email_changed": "the address that you sign in with was changed",
    "account/email/email_deleted": "an address was removed",
    "account/email/password_changed": "the password was changed",
    "account/email/password_reset": "a new password was set by a link in a mail",
    "account/email/password_set": "a password was set",
    "mfa/email/recovery_codes_generated": "new recovery codes were made; earlier ones open nothing any more",
    "mfa/email/totp_activated": "an app that shows codes was set up as a second step",
    "mfa/email/totp_deactivated": "the app that shows codes was taken off",
    "mfa/email/webauthn_added": "a passkey was added",
    "mfa/email/webauthn_removed": "a passkey was removed",
}


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

    def send_notification_mail(
        self, template_prefix: str, user: User, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """Whoever has an account learns by mail when the way into it changes; it may not have been them."""
        what = _CHANGED.get(template_prefix)
        if what:
            try:
                super().send_notification_mail("account/email/changed", user, {"what": what}, email or user.email)
            except OSError:
                logging.getLogger(__name__).warning("A mail about a changed account could not be sent.")

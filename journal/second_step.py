"""The second step when signing in: who has given it, who may change it, and how its secrets are kept."""

import base64
import datetime as dt
from collections.abc import Sequence
from functools import cache
from typing import ClassVar

from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone

from journal.models import User

# Somebody who moderates gives the second factor once a day at least.
_A_SHIFT = dt.timedelta(hours=12)
STAFF_WITHOUT_ONE = (
    "You have a role on the staff, but no second step for signing in. Ask an administrator to take the role back, set "
    "up a passkey or an app that shows codes, and let them give you the role again."
)
_SEALED = "sealed:"
_LOST = (
    "The key of this site was changed, so no code can be checked. Ask an administrator to take off your second step."
)


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


class SecretLost(ValidationError):
    """What lies in the database was sealed with a key that is gone; a form says so, a page that counts shows none."""

    silent_variable_failure = True


class SecondStepAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """In our words, and with secrets that a copy of the database alone does not give away."""

    error_messages: ClassVar[dict[str, str]] = DefaultMFAAdapter.error_messages | {
        "add_email_blocked": "Switch the second step off before you add an address.",
        "cannot_generate_recovery_codes": "Set up an app or a passkey first.",
        "incorrect_code": "This code is not right. An app shows a new one every 30 seconds.",
        "unverified_email": "Confirm your e-mail address first: Settings, then “Change the address”.",
    }

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002
        """What a new passkey is called until the person gives it a name."""
        return f"Passkey {Authenticator.objects.filter(user=user, type=type).count() + 1}"

    def encrypt(self, text: str) -> str:
        return _SEALED + _seal(_keys()).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Raises SecretLost where no key opens it; never makes up a secret, which would let somebody in."""
        if not encrypted_text.startswith(_SEALED):
            return encrypted_text  # stored before secrets were sealed
        try:
            return _seal(_keys()).decrypt(encrypted_text.removeprefix(_SEALED).encode()).decode()
        except InvalidToken as error:
            raise SecretLost(_LOST) from error


def _keys() -> Sequence[str]:
    return (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)


@cache
def _seal(keys: Sequence[str]) -> MultiFernet:
    """Seals with the first key, opens with any of them."""
    return MultiFernet([Fernet(base64.urlsafe_b64encode(_derived(key))) for key in keys])


def _derived(key: str) -> bytes:
    """A key for nothing but this."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"journal: second step").derive(key.encode())

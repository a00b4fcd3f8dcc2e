"""Mails that tell people what was decided. No word about health stands in them."""

import logging
from functools import partial

from django.core.mail import send_mail
from django.db import transaction

from journal.models import User

_END = "\n\nYou find the rest when you sign in."


def tell(*, person: User | None, subject: str, text: str, may_sign_in: bool = True) -> None:
    """Send a mail once the transaction is through. Whoever has no account any more gets none.

    A mail server that does not answer undoes no decision: what was decided also stands in the person's pages.
    """
    if person is not None and person.is_active:
        transaction.on_commit(partial(_send, person.email, subject, f"Hello,\n\n{text}{_END if may_sign_in else ''}\n"))


def _send(address: str, subject: str, text: str) -> None:
    try:
        send_mail(subject, text, None, [address])
    except OSError:
        logging.getLogger(__name__).warning("A mail about a decision could not be sent.")

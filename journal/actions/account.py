"""Erasing an account and everything that belongs to it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.auth import SESSION_KEY
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import connection, transaction

from journal.actions.sent import erase_sent
from journal.models import User

_SOMEBODY = "An account that was erased"
_AT_ONCE = 500


@transaction.atomic
def erase_account(*, user: User, host: str) -> None:
    """Erase a person with all that they logged, wherever it is, and sign out every device.

    What belongs to a person goes with their row: every such table points to it. `host` is the name under which the
    site was visited; sign-in attempts are counted for it and the address together.
    """
    # Whoever is about to write into this diary waits for this row, and then finds no person to write for.
    person = User.objects.select_for_update().get(pk=user.pk)
    addresses = {person.email, *_further_addresses(person)}
    keys = list(_session_keys(person, addresses))
    for start in range(0, len(keys), _AT_ONCE):
        Session.objects.filter(pk__in=keys[start : start + _AT_ONCE]).delete()
    _forget_in_the_admin(person)
    _forget_attempts(person, addresses, host)
    erase_sent(author=person)
    person.delete()


@transaction.atomic
def erase_expired(*, now: dt.datetime) -> None:
    """Erase sessions and counted attempts that are out of date: both would stay until somebody asks for them again."""
    Session.objects.filter(expire_date__lt=now).delete()
    _delete_cached("expires < %s", [connection.ops.adapt_datetimefield_value(now)])


def _further_addresses(person: User) -> Iterable[str]:
    found: Iterable[str] = person.emailaddress_set.values_list("email", flat=True)  # type: ignore[attr-defined]
    return found


def _session_keys(person: User, addresses: Iterable[str]) -> Iterator[str]:
    """Sessions of the person, and of nobody yet where one of the addresses was typed. A session says only inside whose
    it is, so that every one has to be opened, expired ones too."""
    for session in Session.objects.iterator():
        said = session.get_decoded()
        words = str(said).lower()
        if said.get(SESSION_KEY) == str(person.pk) or any(address.lower() in words for address in addresses):
            yield session.session_key


def _forget_in_the_admin(person: User) -> None:
    """What the staff did stays on record, without whom it was about."""
    about = LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(User), object_id=str(person.pk))
    about.update(object_id=None, object_repr=_SOMEBODY, change_message="")


def _forget_attempts(person: User, addresses: Iterable[str], host: str) -> None:
    """Delete what is counted for the person in the cache, under keys that end in the number of the account or in a hash
    of its address."""
    counted = [f"mfa-auth-user-{person.pk}"]
    counted += [named for email in addresses for named in (email.lower(), f"{host}:{email.lower()}")]
    endings = [f"%{sha256(named.encode()).hexdigest()}" for named in counted]
    _delete_cached(
        " OR ".join(["cache_key LIKE %s"] * (len(endings) + 2)),
        [*endings, f"%:user:{person.pk}", f"%user={person.pk}&%"],
    )


def _delete_cached(condition: str, values: list[Any]) -> None:
    table = connection.ops.quote_name(settings.CACHES["default"]["LOCATION"])
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE {condition}", values)  # noqa: S608 -- words of our own

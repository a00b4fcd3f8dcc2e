"""Every URL that the application answers to, found in the URLconf itself, and an address for each."""

import datetime as dt
import re
import uuid
from collections.abc import Iterator, Mapping

from django.test import Client
from django.urls import get_resolver
from django.urls.resolvers import URLPattern, URLResolver
from django.utils import timezone

from journal.actions.importing import receive_file
from journal.models import User
from tests import cast

FLARED = dt.date(2026, 5, 4)
FILE = b"Date,Pain,Note\n2026-03-01,4,after the drive\n2026-03-02,seven,\n"
ARGUMENTS = {
    "kind": "pain",
    "version": "1",
    "day": FLARED.isoformat(),
    "start": FLARED.isoformat(),
    "key": "x",
    "uidb36": "1",
    "object_id": "1",
    "content_type_id": "1",
    "app_label": "auth",
    "url": "nothing-here",
    "pk": "1",
    "person_id": "1",
    "other_id": "1",
    "page": "massage",
    "instrument": "peg",
}


def _walk(resolver: URLResolver, before: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    """(name, route); the admin's URLs, not all of which have one, are called by their route."""
    for part in resolver.url_patterns:
        route = before + str(part.pattern)
        if isinstance(part, URLPattern):
            yield (f"{space}{route}" if space else str(part.name)), route
        else:
            yield from _walk(part, route, f"{part.namespace}:" if part.namespace else space)


URLS = dict(_walk(get_resolver()))
"""Route by name."""


def one_of_each(user: User) -> dict[str, str]:
    """Log a record of each kind, bring a file, and log days that suggest a flare-up; the uids.

    They are called as the URLs about them begin.
    """
    cast.flared(user, start=FLARED)
    file = receive_file(user=user, uid=uuid.uuid4(), content=FILE, file_name="diary.csv", now=timezone.now())
    therapist = cast.therapist(user, name="Ingrid Solberg")
    pain, massage, flare = cast.pain(user), cast.massage(user), cast.flare(user)
    note = cast.flare_note(flare)
    medicine, day, check = cast.medicine(user), cast.day_log(user), cast.safety_check(user)
    uids = {"medicine": medicine.uid, "day": day.uid, "safety": check.uid, "flarenote": note.uid}
    uids |= {"questionnaire": cast.questionnaire(user).uid}
    listing = cast.listing(author=user)
    uids |= {"listing": listing.uid, "review": cast.review(listing, user).uid}
    uids |= {"pain": pain.uid, "massage": massage.uid, "flare": flare.uid, "import": file.uid, "my": therapist.uid}
    return {kind: str(uid) for kind, uid in uids.items()}


def address(name: str, uids: Mapping[str, str]) -> str:
    """A path that the URL answers to, about the records in `uids`; those of the admin are called by their route, and
    the keys of their rows by their table."""
    known = ARGUMENTS | {"uid": uids.get(name.split("_")[0]) or uids.get(ARGUMENTS["kind"], "")}
    table = name.split("/")[2] if name.startswith("admin:admin/journal/") else ""
    if table in uids:
        known |= {"object_id": uids[table]}
    known |= {argument: uids[argument] for argument in ("person_id", "other_id") if argument in uids}
    plain = re.sub(r"\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)|<(?:\w+:)?(\w+)>", lambda m: known[m[1] or m[2]], URLS[name])
    return "/" + plain.replace("^", "").replace("$", "")


def pages(client: Client, uids: Mapping[str, str]) -> dict[str, str]:
    """Addresses by name of all pages outside the admin that a browser gets to see in full."""
    found = {name: address(name, uids) for name in URLS if not name.startswith("admin:")}
    answers = {name: client.get(path) for name, path in found.items()}
    shown = {name for name, answer in answers.items() if answer.status_code == 200}
    return {name: path for name, path in found.items() if name in shown and "html" in answers[name]["Content-Type"]}

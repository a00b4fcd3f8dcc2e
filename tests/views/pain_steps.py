"""Steps of the tests about logging pain: open the page, fill it in, press Save."""

from typing import Any

from django.test import Client

from journal.models import PainEntry, User
from tests.views.page_form import PageForm

PAGE = "/pain/new/"
WELL_FILLED = {
    "intensity": "6",
    "feelings-0-qualities": ["ache", "burning"],
    "feelings-0-places": ["calf.left", "lower_back.centre", "saddle"],
    "feelings-0-strength": "8",
    "note": "After the drive.",
    "day": "2026-05-04",
    "at": "21:40",
}


def empty_form(client: Client) -> PageForm:
    return PageForm(client.get(PAGE).content.decode())


def send(client: Client, changed: dict[str, Any]) -> Any:
    """Fill in the page and press Save."""
    return client.post(PAGE, empty_form(client).sent(changed))


def only_entry(user: User) -> PainEntry:
    entry: PainEntry = PainEntry.objects.owned_by(user).get()
    return entry

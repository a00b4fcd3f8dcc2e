"""What stands on every page: the way to help, the bar of five, messages with Undo."""

import re
import uuid

import pytest
from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.test import Client

from journal.models import User
from journal.templatetags.look import undo_url
from tests.cast import pain, signed_in

UID = uuid.UUID("1f0c2b1e-5d0e-4c6b-9a3e-0a0b0c0d0e0f")


def said(extra_tags: str) -> Message:
    return Message(messages.SUCCESS, "Saved", extra_tags=extra_tags)


def test_a_message_that_can_be_undone_knows_where() -> None:
    assert undo_url(said(f"undo pain {UID} 1")) == f"/records/pain/{UID}/1/undo/"


@pytest.mark.parametrize("tags", ["", "undo", "other pain x 1"])
def test_other_messages_have_no_undo(tags: str) -> None:
    assert undo_url(said(tags)) == ""


@pytest.mark.django_db
def test_what_was_deleted_is_offered_back(ana: User) -> None:
    entry = pain(ana)
    client = signed_in(ana)
    page = client.post(f"/records/pain/{entry.uid}/delete/", follow=True).content.decode()
    form = re.search(r'<form method="post" action="(/records/pain/[^"]+/undo/)">', page)
    assert form
    client.post(form[1])

    entry.refresh_from_db()
    assert entry.deleted_at is None


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/pain/new/", "/massage/new/", "/flares/", "/journal/", "/charts/"])
def test_the_bar_marks_the_page_that_is_open(ana_client: Client, address: str) -> None:
    page = ana_client.get(address).content.decode()
    bar = page[page.index('<nav class="bar"') : page.index("</nav>")]

    assert re.findall(r'href="([^"]+)" aria-current="page"', bar) == [address]
    assert len(re.findall(r"<a ", bar)) == 5


@pytest.mark.django_db
@pytest.mark.parametrize("theme", ["auto", "light", "dark"])
def test_the_colours_are_the_persons_own(ana: User, theme: str) -> None:
    User.objects.filter(pk=ana.pk).update(theme=theme)
    ana.refresh_from_db()

    assert f'<html lang="en" data-theme="{theme}">' in signed_in(ana).get("/settings/").content.decode()


@pytest.mark.django_db
def test_every_page_leads_past_the_header_and_to_help(ana_client: Client) -> None:
    page = ana_client.get("/settings/").content.decode()

    assert page.index('href="#main"') < page.index("<header")
    assert 'id="main"' in page
    assert 'href="/safety/"' in page

"""The page that shows two versions of a record, as a template gets it."""

from dataclasses import replace
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from journal.actions.records import delete_record
from journal.analytics.records import Content
from journal.models import User
from tests.cast import massage, pain


def stale(current: Any, typed: Content) -> str:
    context = {"current": current, "typed": typed, "typed_moment": current.moment}
    return render_to_string("journal/_partials/stale.html", context)


def test_both_versions_are_shown_and_what_differs_is_marked(ana: User) -> None:
    entry = pain(ana, 6, note="Long drive.")
    page = stale(entry, replace(entry.content, intensity=8))

    assert "This entry was changed meanwhile" in page
    assert "Nothing is lost" in page
    assert '<mark class="multiline">6</mark>' in page
    assert '<mark class="multiline">8</mark>' in page
    assert page.count('<span class="multiline">Long drive.</span>') == 2


def test_what_one_version_does_not_say_is_named_so(ana: User) -> None:
    session = massage(ana, minutes=60)
    page = stale(session, replace(session.content, minutes=None))

    assert "not said" in page


def test_an_entry_deleted_meanwhile_is_called_deleted(ana: User) -> None:
    entry = pain(ana, 6)
    deleted = delete_record(kind="pain", user=ana, uid=entry.uid, now=timezone.now())
    page = stale(deleted, replace(entry.content, intensity=8))

    assert "This entry was deleted meanwhile" in page
    assert "Leave it deleted" in page


def test_markup_is_text_in_both_versions(ana: User) -> None:
    entry = pain(ana, note="<script>1</script>")
    page = stale(entry, replace(entry.content, note="<script>2</script>"))

    assert "<script>" not in page
    assert page.count("&lt;script&gt;") == 2

"""Records in words, as templates get them: lines of the journal, two versions of a record."""

import datetime as dt
from dataclasses import replace
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from journal.actions.records import delete_record
from journal.analytics.journal_filter import JournalFilter
from journal.analytics.records import Content
from journal.models import User
from journal.queries.flare import flare_page
from journal.queries.journal import journal_page
from journal.templatetags.journal_words import drawn_flares, drawn_rows
from tests.cast import flare, massage, pain

DAY = dt.date(2026, 3, 2)


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


def test_every_kind_of_line_says_what_was_said(ana: User) -> None:
    pain(ana, 7, on=DAY, at=None, note="{words} & {0} <b>")
    massage(ana, on=DAY, minutes=60, note="kneaded " * 200)
    flare(ana, on=DAY)
    page = journal_page(user=ana, wanted=JournalFilter())
    lines = drawn_rows(page.days[0].rows)

    assert "{words} &amp; {0} &lt;b&gt;" in lines
    assert lines.count("kneaded") == 200
    assert lines.count("<li ") == lines.count('formaction="/records/') == 3
    assert "{" not in lines.replace("{words} &amp; {0}", "")


def test_lines_of_the_same_shape_do_not_share_their_words(ana: User) -> None:
    pain(ana, 7, on=DAY, note="first")
    pain(ana, 7, on=DAY, note="second")
    page = journal_page(user=ana, wanted=JournalFilter())
    lines = drawn_rows(page.days[0].rows)

    assert (lines.count("first"), lines.count("second")) == (1, 1)


def test_flare_ups_are_listed_each_with_its_own_words(ana: User) -> None:
    first = flare(ana, on=DAY, until=DAY, note="{words} & {uid} <b>")
    second = flare(ana, on=DAY + dt.timedelta(days=3), until=DAY + dt.timedelta(days=5))
    page = flare_page(user=ana, facts={str(second.uid): "worse than <most>"})
    later, earlier = drawn_flares(page.past).split("</li>")[:2]

    assert f'<a href="/flares/{second.uid}/">Flare-up from 5 to 7 March 2026, 3 days</a>' in later
    assert "Worse than &lt;most&gt;" in later
    assert "entry-note" not in later
    assert "{words} &amp; {uid} &lt;b&gt;" in earlier
    assert f'href="/flares/{first.uid}/"' in earlier
    assert "entry-time" not in earlier

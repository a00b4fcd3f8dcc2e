"""`manage.py erase_deleted`."""

import datetime as dt
from io import StringIO

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from journal.actions.records import delete_record
from journal.actions.report import make_report
from journal.analytics.report import ReportChoices
from journal.models import KeptResult, PainEntry, User
from tests.cast import pain, signed_in, today

pytestmark = pytest.mark.django_db


def _erase() -> str:
    out = StringIO()
    call_command("erase_deleted", stdout=out)
    return out.getvalue()


def test_it_erases_what_was_deleted_more_than_30_days_ago(ana: User) -> None:
    old, young, kept = pain(ana), pain(ana), pain(ana)
    delete_record(kind="pain", user=ana, uid=old.uid, now=timezone.now() - dt.timedelta(days=31))
    delete_record(kind="pain", user=ana, uid=young.uid, now=timezone.now() - dt.timedelta(days=29))

    assert _erase() == "Erased 1 deleted record.\n"
    assert {entry.uid for entry in PainEntry.objects.all()} == {young.uid, kept.uid}


def test_sessions_and_counted_tries_that_are_out_of_date_go_too(ana: User) -> None:
    fresh, stale = signed_in(ana), signed_in(ana)
    key = stale.session.session_key
    Session.objects.filter(pk=key).update(expire_date=timezone.now() - dt.timedelta(days=1))
    cache.set("still-counted", 1, timeout=60)
    cache.set("out-of-date", 1, timeout=-1)
    cache.set("long-out-of-date", 1, timeout=60)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cache SET expires = %s WHERE cache_key LIKE %s", ["2020-01-01 00:00:00", "%long-out%"])

    _erase()

    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM cache")
        assert [row[0] for row in cursor.fetchall()] == [":1:still-counted"]
    assert not Session.objects.filter(pk=key).exists()
    assert fresh.get("/journal/").status_code == 200


def test_it_says_so_when_there_is_nothing_to_erase(ana: User) -> None:
    pain(ana)
    assert _erase() == "Erased 0 deleted records.\n"


def test_no_word_of_it_is_left_in_what_was_computed_before(ana: User, ben: User) -> None:
    choices = ReportChoices(span="90d", notes=True)
    entries = {user: pain(user, note="A very private note.") for user in (ana, ben)}
    for user in entries:
        make_report(user=user, choices=choices, today=today(user))
    delete_record(kind="pain", user=ana, uid=entries[ana].uid, now=timezone.now() - dt.timedelta(days=31))

    _erase()

    kept = {user: str(list(KeptResult.objects.filter(user=user).values_list("value", flat=True))) for user in entries}
    assert "very private" not in kept[ana]
    assert "very private" in kept[ben]

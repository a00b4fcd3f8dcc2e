"""`manage.py erase_deleted`."""

import datetime as dt
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from journal.actions.records import delete_record
from journal.models import PainEntry, User
from tests.cast import pain

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


def test_it_says_so_when_there_is_nothing_to_erase(ana: User) -> None:
    pain(ana)
    assert _erase() == "Erased 0 deleted records.\n"

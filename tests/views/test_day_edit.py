"""From a log to the page of its day."""

import datetime as dt

from django.test import Client
from django.utils import timezone

from journal.actions.records import delete_record
from journal.models import User
from tests.cast import day_log

DAY = dt.date(2026, 5, 4)


def test_it_leads_to_the_day(ana: User, ana_client: Client, ben_client: Client) -> None:
    log = day_log(ana, on=DAY)

    assert ana_client.get(f"/day/{log.uid}/")["Location"] == "/day/2026-05-04/"
    assert ben_client.get(f"/day/{log.uid}/").status_code == 404


def test_a_deleted_log_leads_nowhere(ana: User, ana_client: Client) -> None:
    log = day_log(ana, on=DAY)
    delete_record(kind="day", user=ana, uid=log.uid, now=timezone.now())

    assert ana_client.get(f"/day/{log.uid}/").status_code == 404

"""A single tap: whatever is sent, it says now and has a uid."""

import datetime as dt
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analytics.moments import moment_at
from journal.forms.tap import TapForm
from journal.models import User

NOW = dt.datetime(2026, 5, 4, 1, 30, 59, tzinfo=dt.UTC)
UID = uuid.UUID("0b0e7c61-53e5-4f0d-9c3f-2ad1c6a4e7b1")


def tap(**sent: str) -> TapForm:
    return TapForm(sent, user=User(time_zone="Europe/Berlin", day_starts_at=4), now=NOW)


def test_it_says_now_in_the_zone_of_the_device_on_the_persons_own_day() -> None:
    moment = tap(tz="Asia/Kathmandu", uid=str(UID)).moment

    assert moment == moment_at(instant=NOW, tz="Asia/Kathmandu", day_starts_at=4)
    assert tap().moment.local_date == dt.date(2026, 5, 3)


def test_it_carries_the_uid_that_the_page_gave_it() -> None:
    assert tap(uid=str(UID)).record_uid == UID


@pytest.mark.parametrize("name", ["day", "at"])
def test_another_time_cannot_be_slipped_in(name: str) -> None:
    assert tap(**{name: "2020-01-01"}).moment.occurred_at == NOW


@given(uid=st.text(), zone=st.text())
def test_nothing_in_it_can_be_wrong(uid: str, zone: str) -> None:
    sent = tap(uid=uid, tz=zone)

    assert sent.is_valid()
    assert sent.record_uid.int
    assert sent.moment.occurred_at == NOW

"""The flare-up form: any start and end that can be, none that cannot."""

import datetime as dt
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analytics.flares import Flare, FlareState
from journal.forms.flare import FlareForm
from journal.models import FlareUp, User
from tests.analytics.zones import zones
from tests.cast import flare

NOW = dt.datetime(2026, 11, 22, 14, 0, tzinfo=dt.UTC)
ANA = User(time_zone="Europe/Berlin")
DAY = dt.date(2026, 5, 4)
UID = "0b0e7c61-53e5-4f0d-9c3f-2ad1c6a4e7b1"

any_wall = st.datetimes(min_value=dt.datetime(1900, 1, 2), max_value=dt.datetime(2026, 11, 19))  # noqa: DTZ001
any_length = st.timedeltas(min_value=dt.timedelta(hours=3), max_value=dt.timedelta(days=400))
any_zone = st.sampled_from(zones())


def suggestion(state: FlareState = "ended") -> Flare:
    last = DAY + dt.timedelta(days=3)
    end = last if state == "ended" else None
    return Flare(start=DAY, end=end, last_seen=last, state=state, peak=7, usual=3, rule="plus_2_on_2_days")


def filled(user: User = ANA, *, suggested: Flare | None = None, **sent: str) -> FlareForm:
    form = FlareForm({"uid": UID} | sent, user=user, now=NOW, suggestion=suggested)
    # What else is in the diary is tests/actions/test_flare_merge.py's; most people here are in no database.
    with patch.object(FlareForm, "_refuse_overlap"):
        form.is_valid()
    return form


@given(start=any_wall, length=any_length, zone=any_zone)
def test_any_start_and_later_end_read_back_as_typed(start: dt.datetime, length: dt.timedelta, zone: str) -> None:
    end = min(start + length, dt.datetime(2026, 11, 21))  # noqa: DTZ001
    form = filled(tz=zone, day=f"{start.date()}", at=f"{start:%H:%M}", end_day=f"{end.date()}", end_at=f"{end:%H:%M}")

    assert form.errors == {}
    said = form.content.end
    assert said is not None
    assert said.wall == end.replace(second=0, microsecond=0)
    assert said.tz == form.cleaned_data["moment"].tz == zone


@given(start=any_wall, days=st.integers(0, 400), zone=any_zone, at=st.booleans(), day_starts_at=st.integers(0, 6))
def test_an_end_of_which_only_the_day_is_known_never_comes_too_early(
    start: dt.datetime, days: int, zone: str, at: bool, day_starts_at: int
) -> None:
    user = User(time_zone=zone, day_starts_at=day_starts_at)
    local_day = (start - dt.timedelta(hours=day_starts_at)).date() if at else start.date()
    end = min(local_day + dt.timedelta(days=days), dt.date(2026, 11, 20))
    form = filled(user, day=f"{start.date()}", at=f"{start:%H:%M}" if at else "", end_day=f"{end}")

    assert form.errors == {}
    said = form.content.end
    assert said is not None
    assert (said.local_date, said.time_known) == (end, False)
    assert said.occurred_at >= form.cleaned_data["moment"].occurred_at


@given(start=any_wall, before=any_length, zone=any_zone)
def test_an_end_before_the_start_is_refused_at_the_end(start: dt.datetime, before: dt.timedelta, zone: str) -> None:
    end = max(start - before, dt.datetime(1900, 1, 1))  # noqa: DTZ001
    form = filled(tz=zone, day=f"{start.date()}", at=f"{start:%H:%M}", end_day=f"{end.date()}", end_at=f"{end:%H:%M}")

    assert end > start - dt.timedelta(hours=3) or list(form.errors) == ["end_day"]


@given(
    end_day=st.text(min_size=1, max_size=20),  # without an end the database would be asked what lasts
    sent=st.dictionaries(st.sampled_from(["day", "at", "end_at", "tz", "version"]), st.text(max_size=20)),
)
def test_no_text_at_all_breaks_it(end_day: str, sent: dict[str, str]) -> None:
    form = FlareForm({"uid": UID, "end_day": end_day} | sent, user=ANA, now=NOW)

    assert set(form.errors) <= {"day", "at", "end_day", "end_at"}


class TestWhoDrewItsBounds:
    @pytest.mark.parametrize(
        ("state", "end", "origin"),
        [
            ("ended", "2026-05-07", "confirmed"),
            ("ended", "", "confirmed"),
            ("end_unknown", "", "confirmed"),
            ("ongoing", "2026-05-07", "confirmed"),
            ("ongoing", "", "declared"),
        ],
    )
    def test_of_a_suggestion(self, ana: User, state: FlareState, end: str, origin: str) -> None:
        form = filled(ana, suggested=suggestion(state), day="2026-05-04", end_day=end)

        assert form.errors == {}
        assert (form.content.origin, form.content.rule) == (origin, "plus_2_on_2_days")

    @pytest.mark.parametrize(
        ("before", "after"), [("declared", "declared"), ("confirmed", "confirmed"), ("dismissed", "confirmed")]
    )
    def test_of_one_that_is_changed(self, ana: User, before: str, after: str) -> None:
        stored = flare(ana, on=DAY, until=DAY, origin=before)
        form = edit(stored, day="2026-05-04", end_day="2026-05-05")

        assert form.content.origin == after

    def test_of_one_that_the_person_adds(self) -> None:
        form = filled(day="2026-05-04", end_day="2026-05-05")

        assert (form.content.origin, form.content.rule) == ("declared", "")


def edit(stored: FlareUp, **sent: Any) -> FlareForm:
    form = FlareForm(sent, user=stored.user, now=NOW, flare=stored)
    assert form.is_valid(), form.errors
    return form

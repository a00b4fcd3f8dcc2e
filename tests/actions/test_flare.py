"""Starting and ending a flare-up, and deciding about a suggested one; also many times at once."""

import datetime as dt
import uuid
from typing import Any

import pytest
from django.utils import timezone

from journal.actions.flare import decide_suggestion, end_flare, start_flare
from journal.actions.records import delete_record
from journal.analytics.flares import Flare, FlareState
from journal.analytics.moments import moment_at
from journal.models import FlareUp, User
from tests.actions.record_steps import diary_version
from tests.cast import flare, on_wall
from tests.parallel import at_the_same_time

DAY = dt.date(2026, 5, 4)


def start(user: User, uid: uuid.UUID | None = None) -> Any:
    now = timezone.now()
    return start_flare(user=user, uid=uid or uuid.uuid4(), moment=moment_at(instant=now, tz="UTC"), now=now)


def end(user: User, uid: uuid.UUID) -> Any:
    now = timezone.now()
    return end_flare(user=user, uid=uid, moment=moment_at(instant=now, tz="UTC"), now=now)


def suggestion(state: FlareState = "ended") -> Flare:
    last = DAY + dt.timedelta(days=3)
    last_day = last if state == "ended" else None
    return Flare(start=DAY, end=last_day, last_seen=last, state=state, peak=7, usual=3, rule="plus_2_on_2_days")


def decide(user: User, *, accepted: bool = True, state: FlareState = "ended") -> Any:
    return decide_suggestion(user=user, suggestion=suggestion(state), accepted=accepted, now=timezone.now())


class TestStarting:
    def test_it_opens_one(self, ana: User) -> None:
        started = start(ana)

        assert FlareUp.objects.lasting(ana).get() == started
        assert (started.origin, started.end) == ("declared", None)

    def test_while_one_lasts_it_is_that_one(self, ana: User) -> None:
        assert start(ana) == start(ana)

    def test_a_late_copy_of_the_tap_opens_none_after_the_end(self, ana: User) -> None:
        uid = uuid.uuid4()
        started = start(ana, uid)
        end(ana, uid)

        assert start(ana, uid) == started
        assert not FlareUp.objects.lasting(ana).exists()

    @pytest.mark.django_db(transaction=True)
    def test_many_taps_at_once_open_one(self, ana: User) -> None:
        started = at_the_same_time(6, lambda _: start(ana).uid)

        assert set(started) == {FlareUp.objects.get().uid}

    @pytest.mark.django_db(transaction=True)
    def test_one_tap_sent_many_times_at_once_opens_one(self, ana: User) -> None:
        uid = uuid.uuid4()

        assert set(at_the_same_time(6, lambda _: start(ana, uid).uid)) == {uid}
        assert FlareUp.objects.get().version == 1

    @pytest.mark.django_db(transaction=True)
    def test_people_side_by_side_have_one_each(self, ana: User, ben: User) -> None:
        at_the_same_time(6, lambda number: start([ana, ben][number % 2]))

        assert {found.user for found in FlareUp.objects.all()} == {ana, ben}
        assert FlareUp.objects.count() == 2


class TestEnding:
    def test_it_closes_it_now(self, ana: User) -> None:
        ended = end(ana, flare(ana, on=DAY, note="After lifting.").uid)

        assert ended.end.occurred_at <= timezone.now()
        assert (ended.local_date, ended.note, ended.version) == (DAY, "After lifting.", 2)

    def test_once_over_it_stays_as_it_was(self, ana: User) -> None:
        past = flare(ana, on=DAY, until=DAY)

        assert (end(ana, past.uid).end, end(ana, past.uid).version) == (past.end, 1)

    @pytest.mark.django_db(transaction=True)
    def test_many_taps_at_once_end_it_once(self, ana: User) -> None:
        lasting = flare(ana, on=DAY)

        assert set(at_the_same_time(6, lambda _: end(ana, lasting.uid).version)) == {2}

    @pytest.mark.parametrize("whose", ["a stranger's", "deleted", "unknown"])
    def test_only_ones_own_can_be_ended(self, ana: User, ben: User, whose: str) -> None:
        lasting = flare(ana, on=DAY)
        if whose == "deleted":
            delete_record(kind="flare", user=ana, uid=lasting.uid, now=timezone.now())

        with pytest.raises(FlareUp.DoesNotExist):
            end(ben if whose == "a stranger's" else ana, uuid.uuid4() if whose == "unknown" else lasting.uid)

        assert FlareUp.objects.get().end is None


class TestDeciding:
    @pytest.mark.parametrize(
        ("state", "accepted", "origin"),
        [
            ("ended", True, "confirmed"),
            ("end_unknown", True, "confirmed"),
            ("ongoing", True, "declared"),
            ("ended", False, "dismissed"),
            ("ongoing", False, "dismissed"),
        ],
    )
    def test_it_is_stored_with_its_rule(self, ana: User, state: FlareState, accepted: bool, origin: str) -> None:
        decided = decide(ana, accepted=accepted, state=state)

        assert (decided.origin, decided.rule) == (origin, "plus_2_on_2_days")
        assert decided.moment == on_wall(ana, DAY, None)
        assert (decided.end is None) == (state != "ended")

    def test_one_that_goes_on_beside_another_that_lasts_is_only_confirmed(self, ana: User) -> None:
        flare(ana, on=DAY + dt.timedelta(days=9))

        assert decide(ana, state="ongoing").origin == "confirmed"

    @pytest.mark.django_db(transaction=True)
    @pytest.mark.parametrize("state", ["ended", "ongoing"])
    def test_many_taps_at_once_decide_once(self, ana: User, state: FlareState) -> None:
        at_the_same_time(6, lambda _: decide(ana, state=state))

        assert FlareUp.objects.get().version == 1

    def test_it_tells_kept_results(self, ana: User) -> None:
        before = diary_version(ana)
        decide(ana)

        assert diary_version(ana) > before

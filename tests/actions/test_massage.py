"""Answering the question on the day after a massage."""

import uuid

import pytest
from django.utils import timezone

from journal.actions.massage import answer_next_day, skip_next_day
from journal.actions.records import delete_record, undo_change
from journal.models import MassageSession, User
from tests.actions.record_steps import diary_version
from tests.cast import massage


@pytest.fixture
def session(ana: User) -> MassageSession:
    return massage(ana, minutes=60, note="Slow.")


def stored(session: MassageSession) -> MassageSession:
    found: MassageSession = MassageSession.objects.get(pk=session.pk)
    return found


def test_each_answer_leaves_the_other_and_the_rest(ana: User, session: MassageSession) -> None:
    answer_next_day(user=ana, uid=session.uid, now=timezone.now(), pain=0)
    answer_next_day(user=ana, uid=session.uid, now=timezone.now(), soreness="much")

    now = stored(session)
    assert (now.pain_next_day, now.soreness_next_day, now.minutes, now.note) == (0, "much", 60, "Slow.")
    assert now.moment == session.moment


def test_it_is_a_change_like_any_other_and_can_be_undone(ana: User, session: MassageSession) -> None:
    answered = answer_next_day(user=ana, uid=session.uid, now=timezone.now(), pain=2)
    undo_change(kind="massage", user=ana, uid=session.uid, version=answered.version, now=timezone.now())

    assert stored(session).pain_next_day is None


def test_the_same_answer_twice_changes_once(ana: User, session: MassageSession) -> None:
    versions = [answer_next_day(user=ana, uid=session.uid, now=timezone.now(), pain=2).version for _ in range(2)]

    assert versions == [2, 2]


def test_not_to_be_asked_again_tells_kept_results(ana: User, session: MassageSession) -> None:
    before = diary_version(ana)
    skip_next_day(user=ana, uid=session.uid)

    assert stored(session).next_day_skipped
    assert diary_version(ana) > before


@pytest.mark.parametrize("whose", ["a stranger's", "deleted", "unknown"])
def test_only_a_session_of_ones_own_is_answered(ana: User, ben: User, session: MassageSession, whose: str) -> None:
    user, uid = (ben if whose == "a stranger's" else ana), (uuid.uuid4() if whose == "unknown" else session.uid)
    if whose == "deleted":
        delete_record(kind="massage", user=ana, uid=uid, now=timezone.now())

    with pytest.raises(MassageSession.DoesNotExist):
        answer_next_day(user=user, uid=uid, now=timezone.now(), pain=2)
    skip_next_day(user=user, uid=uid)

    assert stored(session).pain_next_day is None
    assert not stored(session).next_day_skipped
